// Records that are almost valid: the loader reads each as the rules say, and as Rust does (tests/domain/almost_valid.rs).

import assert from "node:assert/strict";
import { test } from "node:test";
import { assess, effectiveChoices, status } from "../../www/loader/consent/assess.js";
import { readRecord } from "../../www/loader/consent/record.js";
import { current, fixture } from "./fixtures.mjs";

const { text, site, now, rows } = fixture("almost_valid.json");

for (const { name, replace, gpc, jurisdiction, expect, granted } of rows) {
  test(`almost valid: ${name}`, () => {
    const stored = replace.reduce((text, [piece, other]) => {
      assert.equal(text.split(piece).length, 2, `once: ${piece}`);
      return text.replace(piece, () => other);
    }, text);
    const [record, at] = [readRecord(stored), Date.parse(now)];
    const here = current({ ...site, jurisdiction });
    assert.equal(assess(record, here, gpc, at) ?? "honour", expect);
    const choices = effectiveChoices(record, here, gpc, at);
    assert.deepEqual(Object.keys(site.facts).filter((key) => status(key, choices, here, gpc) === "granted"), granted);
  });
}
