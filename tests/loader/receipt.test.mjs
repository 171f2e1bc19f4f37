// The receipt that the loader makes: of every record in the tables, with everything that was decided and nothing else.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { effectiveChoices, status } from "../../www/loader/consent/assess.js";
import { copyOf, unsent } from "../../www/loader/effects/endpoint.js";
import { receiptOf } from "../../www/loader/lazy/receipt-format.js";
import { readRecord } from "../../www/loader/consent/record.js";
import { receiptElements } from "../../www/loader/lazy/receipt-view.js";
import { acted, current, fixture, merged } from "./fixtures.mjs";

const decisions = fixture("decisions.json");
const built = { consent: fixture("receipts/consent.json").built, notice: fixture("receipts/notice.json").built };
const pages = { policy: "https://tea.example/privacy.html", rights: "https://tea.example/request.html" };
const ID = "0f1e2d3c-4b5a-4697-8899-aabbccddeeff";

/** The record that a row's acts lead to, and what a page knows then. */
const lived = ({ before, acts }) => {
  let text = before;
  for (const act of acts) text = acted(text, current(merged(decisions.sites[act.site], act.patch ?? {})), act);
  const act = acts.at(-1);
  const site = { ...current(merged(decisions.sites[act.site], act.patch ?? {})), pages };
  return { record: readRecord(text), site, act };
};

const receiptFor = ({ record, site, act }, later = 0) => {
  const now = Date.parse(act.now) + later;
  const choices = effectiveChoices(record, site, act.gpc, now);
  const told = { site, status: (key) => status(key, choices, site, act.gpc), lasts: "P6M", origin: "https://tea.example", now };
  return receiptOf(built[act.site].receipt, record, told);
};

const row = (start) => decisions.rows.find(({ name }) => name.startsWith(start));
const recordOf = (receipt) => receipt["dpv:hasRecordOfActivity"][0];
const told = (events) => events.map((event) => [event["@type"].slice(4), event["dpv:hasProcess"].map((process) => process["@id"].slice(9)).join(" ")]);

test("receipts are as the fixture has them, and that is held against the schema (tests/domain/receipts.rs)", () => {
  const shown = ["everything is accepted", "a service is answered", "a withdrawal, then", "in the United Kingdom", "the signal stands", "a signal meets",
    "“always”", '"always"', "another version", "it expired", "the site only informs from", "a notice is closed: with a signal", "the id and the time", "a purpose that bears"];
  const rows = shown.flatMap((start) => row(start) ?? []);
  const made = {
    receipts: rows.map((each) => ({ name: each.name, receipt: receiptFor(lived(each)) })),
    copies: decisions.rows.map((each) => {
      const record = { ...lived(each).record, id: ID };
      return { name: each.name, copy: JSON.parse(copyOf(record, unsent(record), "Teahouse").text) };
    }),
  };
  const place = new URL("../fixtures/receipts/made.json", import.meta.url);
  const lines = (name) => `"${name}": [\n${made[name].map((each) => JSON.stringify(each)).join(",\n")}\n]`;
  const text = `{\n${lines("receipts")},\n${lines("copies")}\n}\n`;
  if (process.env.UPDATE_FIXTURES) writeFileSync(place, text);
  assert.equal(readFileSync(place, "utf8"), text, "run UPDATE_FIXTURES=1 node --test tests/loader/receipt.test.mjs");
});

for (const each of decisions.rows) {
  test(`a receipt of: ${each.name}`, () => {
    const life = lived(each);
    const receipt = receiptFor(life);
    const record = recordOf(receipt);
    const events = ["dpv:hasConsentStatus", "dpv:hasInvolvement", "dpv:hasNoticeStatus"].flatMap((name) => (record[name] === "not stated" ? [] : record[name] ?? []));
    // Every event and every key of it is told of, at its time and by its method.
    for (const { at, state, purposes, method } of life.record.events) {
      const there = events.filter((event) => event["dpv:isIndicatedAtTime"] === at && event["dpv:hasIndicationMethod"] === method);
      const keys = there.flatMap((event) => event["dpv:hasProcess"].map((process) => process["@id"].slice("#purpose/".length)));
      assert.ok(there[0], `${at} ${state}`);
      for (const key of purposes) assert.ok(keys.includes(key), `${at} ${key}`);
    }
    const { created: _, ...rest } = receiptFor(life);
    assert.deepEqual(rest, receipt, "the same record and the same moment make the same receipt");
    assert.deepEqual(Object.entries(receiptFor(life, 1000)).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(receipt[name])).map(([name]) => name), ["dct:created"]);
    assert.equal(record["dct:identifier"], life.record.id || "not stated");
  });
}

test("a yes after a yes is renewed, a no after it withdraws, and an objection is no consent", () => {
  assert.deepEqual(told(recordOf(receiptFor(lived(row("a withdrawal, then"))))["dpv:hasConsentStatus"]).map(([state]) => state),
    ["ConsentGiven", "ConsentWithdrawn", "ConsentWithdrawn", "RenewedConsentGiven"]);
  const uk = recordOf(receiptFor(lived(row("in the United Kingdom"))));
  assert.deepEqual(told(uk["dpv:hasNoticeStatus"]), [["NoticeCommunicated", ""]]);
  assert.equal(told(uk["dpv:hasInvolvement"])[0][0], "ObjectingToProcess");
});

test("a signal that meets a yes is an opt-out and ends the consent; who said it is the visitor", () => {
  const record = recordOf(receiptFor(lived(row("a signal meets a grant"))));
  assert.equal(record["dpv:hasInvolvement"][0]["@type"], "dpv:OptingOutFromProcess");
  const last = record["dpv:hasConsentStatus"].at(-1);
  assert.deepEqual([last["@type"], last["dpv:hasIndicationMethod"], last["dpv:hasLegalBasis"]], ["dpv:ConsentWithdrawn", "gpc", "not stated"]);
});

test("a request to opt out is an opt-out in the receipt, and in its history by its own words", () => {
  const { record, site, act } = lived(row("everything is accepted"));
  const key = Object.keys(record.choices)[0];
  record.choices[key] = "objected";
  record.events.push({ at: act.now, state: "objected", purposes: [key], method: "opt-out-request", language: "en" });
  const [involved] = recordOf(receiptFor({ record, site, act }))["dpv:hasInvolvement"];
  assert.deepEqual([involved["@type"], involved["dpv:hasIndicationMethod"]], ["dpv:OptingOutFromProcess", "opt-out-request"]);
  assert.match(built.consent.words["opt-out-request"], /opt out/);
});

for (const method of ["api", "shared"])
  test(`what the method ${method} reports is the site's word, and no expressed consent`, () => {
    const { record, site, act } = lived(row("everything is accepted"));
    record.events = record.events.map((event) => ({ ...event, method }));
    for (const event of recordOf(receiptFor({ record, site, act }))["dpv:hasConsentStatus"])
      assert.deepEqual([event["dpv:isIndicatedBy"]["@id"], event["dpv:hasLegalBasis"]], ["#controller", "not stated"]);
  });

test("what no longer counts is told as expired or unknown, and what was declared otherwise is marked", () => {
  const life = lived(row("everything is accepted"));
  const standing = (life, later) => recordOf(receiptFor(life, later))["dpv:hasProcess"].filter((process) => process["dpv:hasConsentStatus"]).map((process) => [process["@id"], process["dpv:hasConsentStatus"]["@type"], process["dct:description"]]);
  const [first] = standing(life, 0);
  assert.match(first[1], /ConsentGiven$/);
  assert.equal(standing(life, 400 * 86_400_000)[0][1], "dpv:ConsentExpired");
  const changed = { ...life, site: { ...life.site, facts: { ...life.site.facts, analytics: "zzzzzzzz" } } };
  assert.deepEqual(standing(changed, 0)[0].slice(1), ["dpv:ConsentUnknown", "declared differently since the decision"]);
});

test("an id that is there identifies the record and its receipt", () => {
  const { record, site, act } = lived(row("everything is accepted"));
  const receipt = receiptFor({ record: { ...record, id: ID }, site, act });
  assert.deepEqual([receipt["dpv:hasIdentifier"], recordOf(receipt)["dct:identifier"]], [`${ID}/${record.events.at(-1).at}`, ID]);
});

test("the view tells each act with its time, and gives the whole receipt", () => {
  const { record, site, act } = lived(row("a withdrawal, then"));
  const choices = effectiveChoices(record, site, act.gpc, Date.parse(act.now));
  const names = { analytics: "Analytics", "analytics/plausible": "Plausible", ads: "Ads", "ads/adco": "Adco", stats: "Statistics" };
  const pieces = receiptElements(built.consent, record, { site: { ...site, optional: names }, names, status: (key) => status(key, choices, site, act.gpc), counts: true, receipt: "{}" });
  const all = (elements) => elements.flatMap((element) => [element, ...all(element.inside ?? [])]);
  const times = all(pieces).filter(({ name }) => name === "time").map(({ datetime }) => datetime);
  assert.deepEqual(times.slice(0, 1), [record.expires]);
  assert.deepEqual(times.slice(1), [...new Set(record.events.map(({ at }) => at))].reverse());
  assert.deepEqual(all(pieces).filter(({ name }) => name === "button").map(({ view }) => view), ["receipt-copy", "receipt-save", "receipt-erase"]);
  assert.equal(all(pieces).find(({ name }) => name === "pre").text, "{}");
  assert.equal(all(pieces).some((element) => element.text === "" && ["fact"].includes(element.name) && !element.inside), false);
});
