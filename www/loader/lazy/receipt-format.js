// The receipt: the record in the shape of ISO/IEC TS 27560:2023, in the terms of W3C DPV. The build prepares what the
// site declares (src/compile/receipt.rs); this adds the record and nothing else. docs/receipts.md has the sources.

/** @import { Method, RecordEvent, Site, Status, VisitorRecord } from "../types.js" */

/** @typedef {Record<string, any>} JsonLd any: the terms are DPV's, and receipt.schema.json describes their values */

/**
 * What the receipt depends on besides the record: the status of each key, how long a choice is valid, when and where.
 * @typedef {object} ReceiptContext
 * @property {Pick<Site, "facts" | "jurisdiction" | "notice" | "pages">} site
 * @property {(key: string) => Status} status
 * @property {string} lasts
 * @property {string} origin
 * @property {number} now
 */

/**
 * The states that a key has been in, oldest first.
 * @typedef {RecordEvent["state"][]} StateHistory
 */

/** @type {Record<string, string>} */
const STATES = { granted: "ConsentGiven", refused: "ConsentRefused", withdrawn: "ConsentWithdrawn" };
const CHANGED = "declared differently since the decision";
const PROCESS = "#purpose/";

/** @param {string} name */
const concept = (name) => ({ "@id": name });
/** @param {number} time */
const toSeconds = (time) => new Date(time).toISOString().slice(0, -5) + "Z";

/**
 * DPV's consent status of a state after the states before it; undefined where consent played no part.
 * @param {Status} state
 * @param {StateHistory} before
 * @returns {string | undefined}
 */
const consentStatus = (state, before) => {
  if (state === "granted" && before.includes(state)) return "RenewedConsentGiven";
  if (state === "objected") return before.at(-1) === "granted" ? STATES.withdrawn : undefined;
  return STATES[state];
};

/**
 * The events as DPV has them: consent statuses, objections and notices; and the states of each key.
 * @param {VisitorRecord} record
 * @param {string} duration
 * @param {string} notStated
 */
const dpvEvents = ({ events }, duration, notStated) => {
  /** @type {Record<string, StateHistory>} */
  const before = { __proto__: /** @type {never} */ (null) };
  /** @type {JsonLd[][]} */
  const [consent, objections, notices] = [[], [], []];
  for (const { at, state, purposes, method, language } of events) {
    // A script of the page or another host's cookie reported it: nothing here proves that the visitor acted.
    const isReported = ["api", "shared"].includes(method);
    /**
     * @param {string} type
     * @param {string[]} keys
     * @returns {JsonLd}
     */
    const dpvEvent = (type, keys) => ({
      "@type": "dpv:" + type,
      "dpv:isIndicatedAtTime": at,
      "dpv:isIndicatedBy": concept(isReported ? "#controller" : "dpv:DataSubject"),
      "dpv:hasIndicationMethod": method,
      "dpv:hasDuration": duration,
      "dct:language": language,
      "dpv:hasProcess": keys.map((key) => concept(PROCESS + key)),
    });
    /** @type {Record<string, string[]>} */
    const keysByType = { __proto__: /** @type {never} */ (null) };
    for (const key of purposes) {
      const type = consentStatus(state, (before[key] ??= []));
      before[key].push(state);
      if (type) (keysByType[type] ??= []).push(key);
    }
    for (const [type, keys] of Object.entries(keysByType)) {
      const isGiven = type.endsWith("Given") && !isReported;
      consent.push({
        ...dpvEvent(type, keys),
        "dpv:hasLegalBasis": isGiven ? concept("dpv:ExpressedConsent") : notStated,
      });
    }
    if (state === "objected")
      objections.push(
        dpvEvent(["gpc", "opt-out-request"].includes(method) ? "OptingOutFromProcess" : "ObjectingToProcess", purposes),
      );
    if (state === "not_required") notices.push(dpvEvent("NoticeCommunicated", purposes));
  }
  return { consent, objections, notices, before };
};

/**
 * DPV's consent status of a key now: that of the decision, as long as it is valid.
 * @param {string} key
 * @param {(key: string) => Status} status
 * @param {VisitorRecord} record
 * @param {Record<string, StateHistory>} before
 * @param {number} now
 */
const currentStatus = (key, status, record, before, now) => {
  const state = status(key);
  if (state === "undecided")
    return record.choices[key] === "granted" && Date.parse(record.expires) <= now ? "ConsentExpired" : "ConsentUnknown";
  const states = before[key] ?? [];
  return consentStatus(state, states.slice(0, states.lastIndexOf(state)));
};

/**
 * The receipt of a record.
 * @param {JsonLd} skeleton what the build prepared
 * @param {VisitorRecord} record
 * @param {ReceiptContext} context
 * @returns {JsonLd}
 */
export const receiptOf = (skeleton, record, { site, status, lasts, origin, now }) => {
  const receipt = structuredClone(skeleton);
  const [activity] = receipt["dpv:hasRecordOfActivity"];
  const last = /** @type {RecordEvent} */ (record.events.at(-1));
  const isSame = record.notice.version === site.notice.version;
  // What the standard wants to be marked as not stated, in the words of the build.
  const notStated = activity["dct:valid"];
  const { consent, objections, notices, before } = dpvEvents(record, isSame ? lasts : notStated, notStated);
  receipt["@context"]["@base"] = origin + "/";
  receipt["dct:created"] = toSeconds(now);
  if (record.id) {
    receipt["dpv:hasIdentifier"] = `${record.id}/${last.at}`;
    activity["dct:identifier"] = record.id;
  }
  activity["dct:valid"] = record.expires;
  if (site.jurisdiction) activity["dpv:hasJurisdiction"] = site.jurisdiction;
  activity["dpv:hasContext"][0]["rdf:value"] = record.gpc ?? notStated;
  const notice = activity["dpv:hasNotice"];
  notice["dct:identifier"] = record.notice.version;
  notice["dct:source"] = site.pages.policy;
  notice["dct:language"] = last.language;
  if (activity["dpv:hasConsentControl"] !== notStated)
    activity["dpv:hasConsentControl"]["dpv:isExercisedAt"] = origin + "/";
  for (const right of [activity["dpv:hasRight"]].flat())
    if (right !== notStated) right["dpv:isExercisedAt"] = site.pages.rights;
  /** @param {JsonLd} process */
  const fillProcess = (process) => {
    const key = process["@id"].slice(PROCESS.length);
    // Exempt purposes need no consent.
    if (!Object.hasOwn(site.facts, key)) return;
    const state = currentStatus(key, status, record, before, now);
    process["dpv:hasConsentStatus"] = state ? { "@type": "dpv:" + state } : notStated;
    if (status(key) === "objected") process["dpv:hasInvolvement"] = { "@type": "dpv:ObjectingToProcess" };
    // The decision was about an earlier declaration.
    if (record.choices[key] && record.notice.facts[key] !== site.facts[key]) process["dct:description"] = CHANGED;
    process["dpv:hasProcess"]?.forEach(fillProcess);
  };
  if (activity["dpv:hasProcess"] !== notStated) activity["dpv:hasProcess"].forEach(fillProcess);
  if (consent[0]) activity["dpv:hasConsentStatus"] = consent;
  if (objections[0]) activity["dpv:hasInvolvement"] = objections;
  if (notices[0]) activity["dpv:hasNoticeStatus"] = notices;
  return receipt;
};
