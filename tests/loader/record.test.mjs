// The loader's reader, writer and answers, over the tables that Rust satisfies too.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assess, resolveAnswers, effectiveChoices, status, unanswered } from "../../www/loader/consent/assess.js";
import { bare } from "../../www/loader/page/null-prototype.js";
import { readRecord } from "../../www/loader/consent/record.js";
import { acted, current, fixture, merged, storedText } from "./fixtures.mjs";

const { base, rows } = fixture("assess.json");

for (const row of rows) {
  test(`assess: ${row.name}`, () => {
    const { site, gpc, now, ...rest } = merged(base, row.patch ?? {});
    assert.equal(assess(readRecord(storedText(row, rest)), current(site), gpc, Date.parse(now)) ?? "honour", row.expect);
  });
}

const states = fixture("states.json");

for (const row of states.rows) {
  test(`states: ${row.name}`, () => {
    const { site: facts, gpc, now, ...rest } = merged(states.base, row.patch ?? {});
    const [record, site, at] = [readRecord(storedText(row, rest)), current(facts), Date.parse(now)];
    const keys = Object.keys(states.base.site.facts);
    const nothing = { ...states.states, ...Object.fromEntries(keys.map((key) => [key, "undecided"])) };
    assert.equal(assess(record, site, gpc, at) ?? "honour", row.ask);
    assert.deepEqual(unanswered(record, site, gpc, at), row.unanswered ?? keys);
    const choices = effectiveChoices(record, site, gpc, at);
    for (const [name, state] of Object.entries(row.states ? { ...states.states, ...row.states } : nothing))
      assert.equal(status(name, choices, site, gpc), state, name);
  });
}

const decisions = fixture("decisions.json");

for (const { name, before, acts } of decisions.rows) {
  test(`decisions: ${name}`, () => {
    let text = before;
    for (const act of acts) {
      const site = current(merged(decisions.sites[act.site], act.patch ?? {}));
      text = acted(text, site, act);
      assert.equal(text, act.written);
      const [record, at] = [readRecord(text), Date.parse(act.now)];
      assert.deepEqual(record, bare(JSON.parse(text)), "what is written can be read");
      const choices = effectiveChoices(record, site, act.gpc, at);
      for (const [name, state] of Object.entries(act.states)) assert.equal(status(name, choices, site, act.gpc), state, name);
      if (act.unanswered) assert.deepEqual(unanswered(record, site, act.gpc, at), act.unanswered);
    }
  });
}

test("a record keeps the last 50 events, several of which one act may add", () => {
  const site = current(decisions.sites.consent);
  let text = null;
  for (let minute = 0; minute < 60; minute++) {
    const answers = { analytics: minute % 2 === 0, ads: false };
    text = acted(text, site, { answers, method: "choices", now: new Date(minute * 60_000).toISOString() });
  }
  const { events } = JSON.parse(text);
  assert.equal(events.length, 50);
  assert.deepEqual([events[0].at, events.at(-1).at], ["1970-01-01T00:35:00Z", "1970-01-01T00:59:00Z"]);
});

test("what is neither yes nor no is no answer", () => {
  const site = current(decisions.sites.consent);
  for (const answer of ["no", "false", "granted", 1, 0, {}, [], null, undefined])
    assert.deepEqual(Object.keys(resolveAnswers({ analytics: answer }, {}, site, undefined, true)), [], JSON.stringify(answer));
});

test("a record that would outlast the year 9999 is written so that it is none", () => {
  const text = acted(null, current(decisions.sites.consent), { method: "accept-all", answers: { analytics: true }, now: "9999-12-01T00:00:00Z" });
  assert.equal(readRecord(text), "unreadable");
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
  for (const [text, answer] of fixture("hostile.json").rows)
    assert.equal(assess(readRecord(text), current(site), null, Date.parse(now)) ?? "honour", answer, text);
});

test("lives that nobody thought of ask what Rust asks, and end with the bytes that it writes", () => {
  for (const { sites, pages, asked, written } of fixture("lives.json").rows) {
    let [text, now] = [null, Date.parse("2026-11-21T20:00:00Z")];
    pages.forEach(([place, jump, act], page) => {
      now += jump * 1000;
      const [site, record] = [current(sites[place]), readRecord(text)];
      assert.deepEqual(unanswered(record, site, act.gpc, now), asked[page]);
      if (act.method) text = acted(text, site, { ...act, now: new Date(now).toISOString() });
    });
    assert.equal(text, written);
  }
});
