// Pages that change what every object inherits, and clocks that are broken: nothing is granted by either, and nothing is thrown.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assess, resolveAnswers, effectiveChoices, newestChange, status, unanswered, unseenChanges } from "../../www/loader/consent/assess.js";
import { bare } from "../../www/loader/page/null-prototype.js";
import { readRecord } from "../../www/loader/consent/record.js";
import { acted, current, fixture, merged, storedText } from "./fixtures.mjs";

const tables = ["assess.json", "states.json"].map(fixture);
const decisions = fixture("decisions.json");

const namesIn = (value) =>
  value && typeof value === "object" ? [...(Array.isArray(value) ? [] : Object.keys(value)), ...Object.values(value).flatMap(namesIn)] : [];

/** Every name that the pure modules look up: fields of records, sites and acts, keys, and states by name. */
const NAMES = new Set([
  ...namesIn(tables.map(({ base }) => base)), ...namesIn(decisions.sites), ...namesIn(JSON.parse(decisions.rows.find(({ before }) => before?.includes('"id"')).before)),
  "id", "sent", "news", "jurisdiction", "language", "notice", "lasts", "schema", "explicit",
  "granted", "refused", "withdrawn", "objected", "not_required", "undecided", "first-visit", "unreadable",
].filter((name) => name !== "__proto__"));

const event = { at: "2026-11-30T20:00:00Z", state: "granted", purposes: ["analytics"], method: "api", language: "en" };
const VALUES = ["granted", "refused", "analytics", "uk", "1", "courtesy/1", "consent", "aaaaaaaa", "9999-12-31T23:59:59Z", true, false, [], ["analytics", "ads", "stats"], [event],
  [["2026-11-25", "2026-12-01", ""]], [24, 0], {}, { analytics: "granted", ads: "granted" }, { version: "1", facts: { analytics: "aaaaaaaa" } }];

/** A record that would be read if objects gave what they inherit. */
const WHOLE = bare(structuredClone({ ...tables[1].base.stored, ...event, ...tables[1].base.stored.notice, ...tables[1].base.site, id: "x", sent: event.at, gpc: true, jurisdiction: "uk", lasts: [24, 0] }));

const polluted = (names, act) => {
  const before = Object.keys(names).map((name) => [name, Object.getOwnPropertyDescriptor(Object.prototype, name)]);
  for (const [name, value] of Object.entries(names)) Object.defineProperty(Object.prototype, name, { value, configurable: true, writable: true, enumerable: true });
  try {
    return act();
  } finally {
    for (const [name, was] of before) was ? Object.defineProperty(Object.prototype, name, was) : delete Object.prototype[name];
  }
};

/** The rows as a page has them: texts in storage, and sites as the loader reads them. */
const rows = tables.flatMap(({ base, rows }) =>
  rows.map((row) => {
    const { site, gpc, now, ...rest } = merged(base, row.patch ?? {});
    return { text: storedText(row, rest), site: bare(structuredClone(current(site))), gpc, now: Date.parse(now), names: Object.keys(base.site.facts) };
  }));

const answers = ({ text, site, gpc, now, names }) => {
  const record = readRecord(text);
  const choices = effectiveChoices(record, site, gpc, now);
  return [
    assess(record, site, gpc, now), unanswered(record, site, gpc, now), newestChange(site, now), names.map((name) => status(name, choices, site, gpc)),
    Object.entries(resolveAnswers({ analytics: true, ads: false }, choices, site, gpc)),
  ];
};

const acts = decisions.rows.map(({ before, acts }) => acts.map((act, place) => [
  place ? acts[place - 1].written : before, bare(structuredClone(current(merged(decisions.sites[act.site], act.patch ?? {})))), act,
])).flat();

const expected = rows.map((row) => JSON.stringify(answers(row)));

const check = (names) => {
  const [found, texts] = polluted(names, () => [rows.map((row) => JSON.stringify(answers(row))), acts.map(([before, site, act]) =>
    acted(before, site, { answers: {}, explicit: false, gpc: null, ...act }))]);
  assert.deepEqual(found, expected, JSON.stringify(names));
  assert.deepEqual(texts, acts.map(([, , act]) => act.written), JSON.stringify(names));
};

for (const name of NAMES) test(`inherited by every object: ${name}`, () => VALUES.forEach((value) => check({ [name]: value })));

test("inherited by every object: a whole record, and a whole site", () => check(WHOLE));

test("what was read inherits nothing, at any depth", () => {
  const record = readRecord(JSON.stringify({ ...tables[1].base.stored, more: [{ deep: { deeper: {} } }] }));
  for (const object of [record, record.notice, record.notice.facts, record.choices, record.events[0], record.more[0], record.more[0].deep.deeper])
    assert.equal(Object.getPrototypeOf(object), null);
  assert.ok(Array.isArray(record.events) && record.events.findLast);
});

test("a clock that gives NaN grants nothing, and throws nothing", () => {
  for (const { text, site, gpc } of [...rows, ...acts.map(([text, site, { gpc }]) => ({ text, site, gpc }))]) {
    const record = readRecord(text);
    const choices = effectiveChoices(record, site, gpc, NaN);
    const open = unanswered(record, site, gpc, NaN);
    assert.equal(newestChange(site, NaN), null);
    if (typeof record === "object") assert.deepEqual(unseenChanges(record, site, NaN), []);
    if (site.mode === "notice" || open[0]) assert.ok(assess(record, site, gpc, NaN));
    for (const key of site.mode === "consent" ? Object.keys(site.facts) : []) {
      const purpose = key.split("/")[0];
      const isLeft = (gpc === true && site.sold.includes(purpose)) || (["uk", "ch"].includes(site.jurisdiction) && site.uk.includes(purpose) && choices[key]);
      assert.notEqual(status(key, choices, site, gpc), "granted");
      assert.equal(open.includes(key), !isLeft, key);
    }
  }
});

test("what is done by a clock that gives NaN has expired", () => {
  for (const [before, site, act] of acts.filter(([, , { method }]) => method !== "gpc")) {
    const text = acted(before, site, { ...act, now: "never" });
    // Nothing was done where nothing is recorded.
    if (text === before) continue;
    const record = readRecord(text);
    assert.equal(typeof record, "object", text);
    assert.ok(assess(record, site, act.gpc, Date.parse(act.now)) ?? !Object.keys(site.facts).some((key) => record.choices[key] === "granted"));
    assert.ok(!Object.values(effectiveChoices(record, site, act.gpc, Date.parse(act.now))).includes("granted"));
  }
});
