// The receipt: the record in the shape of ISO/IEC TS 27560:2023, in the terms of W3C DPV. What the site declares comes ready made
// (src/compile/receipt.rs); what is put in here is the record, and nothing else. docs/receipts.md has the sources.

const NOT_STATED = "not stated";
const STATES = { granted: "ConsentGiven", refused: "ConsentRefused", withdrawn: "ConsentWithdrawn" };
const CHANGED = "declared differently since the decision";
const PROCESS = "#purpose/";

const concept = (name) => ({ "@id": name });
const second = (time) => new Date(time).toISOString().slice(0, -5) + "Z";

/** What a state comes to for a key, by what it was before: DPV's state of consent, or none where consent had no part in it. */
const consentState = (state, before) => {
  if (state === "granted" && before.includes(state)) return "RenewedConsentGiven";
  if (state === "objected") return before.at(-1) === "granted" ? STATES.withdrawn : undefined;
  return STATES[state];
};

/** The events as DPV has them: states of consent, objections, notices. */
const eventsOf = ({ events }, duration) => {
  const before = { __proto__: null };
  const [consent, objections, notices] = [[], [], []];
  for (const { at, state, purposes, method, language } of events) {
    // Whether a visitor stood behind what a script of the page or another host's cookie said, nobody here knows.
    const isReported = ["api", "shared"].includes(method);
    const told = (type, keys) => ({
      "@type": "dpv:" + type,
      "dpv:isIndicatedAtTime": at,
      "dpv:isIndicatedBy": concept(isReported ? "#controller" : "dpv:DataSubject"),
      "dpv:hasIndicationMethod": method,
      "dpv:hasDuration": duration,
      "dct:language": language,
      "dpv:hasProcess": keys.map((key) => concept(PROCESS + key)),
    });
    const keysOf = { __proto__: null };
    for (const key of purposes) {
      const type = consentState(state, (before[key] ??= []));
      before[key].push(state);
      if (type) (keysOf[type] ??= []).push(key);
    }
    for (const [type, keys] of Object.entries(keysOf)) {
      const isGiven = type.endsWith("Given") && !isReported;
      consent.push({
        ...told(type, keys),
        "dpv:hasLegalBasis": isGiven ? concept("dpv:ExpressedConsent") : NOT_STATED,
      });
    }
    if (state === "objected")
      objections.push(
        told(["gpc", "opt-out-request"].includes(method) ? "OptingOutFromProcess" : "ObjectingToProcess", purposes),
      );
    if (state === "not_required") notices.push(told("NoticeCommunicated", purposes));
  }
  return { consent, objections, notices, before };
};

/** What is the case with a key now: what was decided, as far as it still counts. */
const standing = (key, status, record, before, now) => {
  const state = status(key);
  if (state === "undecided")
    return record.choices[key] === "granted" && Date.parse(record.expires) <= now ? "ConsentExpired" : "ConsentUnknown";
  const past = before[key] ?? [];
  return consentState(state, past.slice(0, past.lastIndexOf(state)));
};

/** The receipt of a record: `status` tells what the state of a key is, `lasts` how long a choice counts, `now` when it is made. */
export const receiptOf = (skeleton, record, { site, status, lasts, origin, now }) => {
  const receipt = structuredClone(skeleton);
  const [kept] = receipt["dpv:hasRecordOfActivity"];
  const last = record.events.at(-1);
  const isSame = record.notice.version === site.notice.version;
  const { consent, objections, notices, before } = eventsOf(record, isSame ? lasts : NOT_STATED);
  receipt["@context"]["@base"] = origin + "/";
  receipt["dct:created"] = second(now);
  if (record.id) {
    receipt["dpv:hasIdentifier"] = `${record.id}/${last.at}`;
    kept["dct:identifier"] = record.id;
  }
  kept["dct:valid"] = record.expires;
  if (site.jurisdiction) kept["dpv:hasJurisdiction"] = site.jurisdiction;
  kept["dpv:hasContext"][0]["rdf:value"] = record.gpc ?? NOT_STATED;
  const notice = kept["dpv:hasNotice"];
  notice["dct:identifier"] = record.notice.version;
  notice["dct:source"] = site.pages.policy;
  notice["dct:language"] = last.language;
  if (kept["dpv:hasConsentControl"] !== NOT_STATED) kept["dpv:hasConsentControl"]["dpv:isExercisedAt"] = origin + "/";
  for (const right of [kept["dpv:hasRight"]].flat())
    if (right !== NOT_STATED) right["dpv:isExercisedAt"] = site.pages.rights;
  const settle = (process) => {
    const key = process["@id"].slice(PROCESS.length);
    // What is exempt is on without anybody's consent.
    if (!Object.hasOwn(site.facts, key)) return;
    const state = standing(key, status, record, before, now);
    process["dpv:hasConsentStatus"] = state ? { "@type": "dpv:" + state } : NOT_STATED;
    if (status(key) === "objected") process["dpv:hasInvolvement"] = { "@type": "dpv:ObjectingToProcess" };
    // What is declared today may not be what this was decided about.
    if (record.choices[key] && record.notice.facts[key] !== site.facts[key]) process["dct:description"] = CHANGED;
    process["dpv:hasProcess"]?.forEach(settle);
  };
  if (kept["dpv:hasProcess"] !== NOT_STATED) kept["dpv:hasProcess"].forEach(settle);
  if (consent[0]) kept["dpv:hasConsentStatus"] = consent;
  if (objections[0]) kept["dpv:hasInvolvement"] = objections;
  if (notices[0]) kept["dpv:hasNoticeStatus"] = notices;
  return receipt;
};
