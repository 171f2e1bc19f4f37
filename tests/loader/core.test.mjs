// The list that the first file hands to gates.js and later.js has no names: here its order is held against those of core.js.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { NAMES } from "../../www/loader/lazy/core.js";

test("what the other files are given comes in the order in which they take it", () => {
  const source = readFileSync(new URL("../../www/loader/start.js", import.meta.url), "utf8");
  const [, list] = /provide\(\(\) => \[([^\]]*)\]\)/.exec(source);
  const given = list.split(",").map((name) => name.replace(/[()=>\s]/g, "")).filter(Boolean);
  assert.deepEqual([...given, "checked"], NAMES);
});
