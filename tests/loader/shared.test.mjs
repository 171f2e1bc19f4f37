// One choice for several hosts: what counts of a record and of all cookies with the name, and what is written for the others.

import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { assess, effectiveChoices, status, unanswered } from "../../www/loader/consent/assess.js";
import { bare } from "../../www/loader/page/null-prototype.js";
import { readRecord } from "../../www/loader/consent/record.js";
import { cookieFor, mergeCookies } from "../../www/loader/consent/shared-choices.js";
import { current, fixture, merged, storedText } from "./fixtures.mjs";

const { base, states, rows, written, longest } = fixture("shared.json");

for (const row of rows) {
  test(`counts: ${row.name}`, () => {
    const { site: facts, gpc, now, cookies, ...rest } = merged(base, row.patch);
    const [site, at] = [current(facts), Date.parse(now)];
    const counts = mergeCookies(readRecord(storedText(row, rest)), cookies, site, gpc, at);
    assert.equal(typeof counts === "string" ? counts : JSON.stringify(counts), row.counts);
    if (typeof counts === "object") assert.deepEqual(readRecord(row.counts), counts, "the app can read it");
    assert.equal(assess(counts, site, gpc, at) ?? "honour", row.ask);
    const keys = Object.keys(site.facts);
    assert.deepEqual(unanswered(counts, site, gpc, at), row.unanswered ?? keys);
    const nothing = { ...states, ...Object.fromEntries(keys.map((key) => [key, "undecided"])) };
    for (const [name, state] of Object.entries(row.states ? { ...states, ...row.states } : nothing))
      assert.equal(status(name, effectiveChoices(counts, site, gpc, at), site, gpc), state, name);
  });
}

test("no cookie adds a yes to a no, and none survives without all of them", () => {
  const site = current(base.site);
  const now = Date.parse(base.now);
  const texts = rows.flatMap(({ patch }) => patch.cookies ?? []);
  for (const one of texts)
    for (const other of texts) {
      const alone = [one, other].map((text) => effectiveChoices(mergeCookies("first-visit", [text], site, null, now), site, null, now));
      const both = effectiveChoices(mergeCookies("first-visit", [one, other], site, null, now), site, null, now);
      for (const key of Object.keys(site.facts)) {
        if (both[key] === "granted") assert.ok(alone.every((choices) => choices[key] === "granted"), `${key}: ${one} and ${other}`);
        const isNo = alone.some((choices) => choices[key] && choices[key] !== "granted");
        assert.equal(!!both[key] && both[key] !== "granted", isNo, `${key}: ${one} and ${other}`);
      }
    }
});

test("where the clock is broken nothing is on", () => {
  const record = readRecord(JSON.stringify(base.stored));
  for (const stored of [record, "first-visit"]) {
    const site = current(base.site);
    assert.equal(Object.values(effectiveChoices(mergeCookies(stored, base.cookies, site, null, NaN), site, null, NaN)).includes("granted"), false);
  }
});

for (const row of written) {
  test(`written: ${row.name}`, () => {
    const record = readRecord(JSON.stringify(merged(base.stored, row.patch)));
    const site = current({ ...base.site, version: row.version });
    const cookie = cookieFor(record, site, Date.parse(base.now));
    assert.deepEqual(cookie ?? null, row.written);
    if (!cookie) return;
    // Nothing that a cookie's value may not have (RFC 6265, cookie-octet), and nothing that ties browsers together.
    assert.match(cookie.text, /^[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]+$/);
    assert.ok(!cookie.text.includes("0b8f") && !cookie.text.includes("choices"));
    const there = mergeCookies("first-visit", [cookie.text], site, null, Date.parse(base.now));
    for (const [key, choice] of Object.entries(there.choices)) assert.equal(choice, record.choices[key]);
  });
}

test("no text is longer than the build reckons", () => {
  for (const { id, version, keys, bytes } of longest.filter(({ keys }) => keys[0])) {
    const facts = Object.fromEntries(keys.map((key) => [key, "01234567"]));
    const record = bare({ notice: { version, facts }, choices: Object.fromEntries(keys.map((key) => [key, "withdrawn"])), events: [{ at: base.now }], expires: base.now });
    assert.equal(cookieFor(record, { id, mode: "consent", facts, notice: { version } }, 0).text.length, bytes);
  }
});

test("what docs/hosts.md has a server do says yes only where the loader does", async () => {
  const docs = readFileSync(new URL("../../docs/hosts.md", import.meta.url), "utf8");
  const [, code] = /```js\n(import[^`]*(?:`[^`]+`[^`]*)*?)\n```\n\nPHP/.exec(docs);
  const work = mkdtempSync(join(tmpdir(), "courtesy-hosts-"));
  const before = process.cwd();
  try {
    mkdirSync(join(work, "public/courtesy"), { recursive: true });
    writeFileSync(join(work, "public/courtesy/manifest.json"), JSON.stringify({ notice: { version: base.site.version, facts: base.site.facts } }));
    writeFileSync(join(work, "server.mjs"), code.replace('"example.com"', JSON.stringify(base.site.id)));
    process.chdir(work);
    const { allows } = await import(pathToFileURL(join(work, "server.mjs")).href);
    let yeses = 0;
    for (const { name, patch } of rows) {
      // A shorter expiresAfter is not in a cookie, and the lines do not check the form of what they do not need.
      if (/older than|has encoded|^a cookie (with|cut)/.test(name)) continue;
      const { cookies, now } = merged(base, patch);
      const site = current(base.site);
      const counts = effectiveChoices(mergeCookies("first-visit", cookies, site, null, Date.parse(now)), site, null, Date.parse(now));
      const header = ["a=b", ...cookies.map((text) => `courtesy_garden=${text}`), "courtesy_gardens=x"].join("; ");
      for (const key of Object.keys(site.facts)) {
        const isYes = allows(header, key, Date.parse(now));
        if (isYes) assert.equal(counts[key], "granted", `${name}: ${key}`);
        yeses += isYes;
      }
    }
    assert.ok(yeses > 20);
    assert.equal(allows(undefined, "analytics"), false);
  } finally {
    process.chdir(before);
    rmSync(work, { recursive: true });
  }
});
