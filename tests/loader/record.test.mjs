// The loader's reader, writer and answer, over the tables that Rust satisfies too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assess, newest } from "../../www/loader/assess.js";
import { dismissed, readRecord } from "../../www/loader/record.js";
import { fixture, merged, storedText } from "./fixtures.mjs";

const { base, rows } = fixture("assess.json");

for (const row of rows) {
  test(`assess: ${row.name}`, () => {
    const { site, now, ...rest } = merged(base, row.patch ?? {});
    const record = readRecord(storedText(row, rest));
    const current = { mode: site.mode, facts: site.facts, notice: { version: site.version }, news: site.news };
    assert.equal(assess(record, current, Date.parse(now)) ?? "honour", row.expect);
  });
}

for (const { name, before, site, language, gpc, now, written } of fixture("dismissals.json").rows) {
  test(`dismissal: ${name}`, () => {
    const current = { notice: { version: site.version, lasts: site.lasts }, facts: site.facts, language, news: site.news };
    const at = Date.parse(now);
    const record = dismissed(readRecord(before), current, newest(current, at), gpc ?? undefined, at);
    assert.equal(JSON.stringify(record), written);
    assert.deepEqual(readRecord(written), record, "what is written can be read");
  });
}

test("a record keeps the last 50 events", () => {
  const site = { notice: { version: "1", lasts: [6, 0] }, facts: { site: "a" }, language: "en" };
  let record = "first-visit";
  for (let minute = 0; minute < 60; minute++) record = dismissed(record, site, null, undefined, minute * 60_000);
  assert.equal(record.events.length, 50);
  assert.equal(record.events[0].at, "1970-01-01T00:10:00Z");
});

test("a storage that gives undefined is a first visit", () => {
  assert.equal(readRecord(undefined), "first-visit");
});

test("a record nested without end is unreadable, and nothing is thrown", () => {
  assert.equal(readRecord("[".repeat(200_000)), "unreadable");
  assert.equal(readRecord(`{"schema":"courtesy/1","notice":${'{"notice":'.repeat(5_000)}`), "unreadable");
});

test("hostile records are answered as Rust answers them", () => {
  const { site, now } = base;
  const current = { mode: site.mode, facts: site.facts, notice: { version: site.version } };
  for (const [text, answer] of fixture("hostile.json").rows)
    assert.equal(assess(readRecord(text), current, Date.parse(now)) ?? "honour", answer, text);
});
