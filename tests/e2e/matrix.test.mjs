// The matrix names every file of these tests, and no other.

import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { test } from "node:test";
import { MATRIX } from "./matrix.mjs";

test("every file has a row with its reason, and every row a file", () => {
  const files = readdirSync(new URL(".", import.meta.url)).filter((name) => name.endsWith(".test.mjs") && name !== "matrix.test.mjs");
  assert.deepEqual(Object.keys(MATRIX), files.map((name) => name.replace(".test.mjs", "")).sort());
  assert.deepEqual(Object.keys(MATRIX).filter((name) => !MATRIX[name].why), []);
});
