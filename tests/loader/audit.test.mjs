// Where the audit of a page's storage runs: the first file asks for it loosely, and the audit itself decides exactly.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { begin } from "../../www/loader/lazy/audit.js";

/** Whether the audit reads the site file for a host, or for a value of data-audit. */
const audits = async (where) => {
  let hasRead = false;
  const getJson = async () => {
    hasRead = true;
    throw new Error("enough");
  };
  await begin({ site: { later: "https://host.example/courtesy/later.json" }, problem: () => {}, getJson })(where);
  return hasRead;
};

/** The pattern of the first file, as its source has it. */
const [, pattern] = readFileSync(new URL("../../www/loader/start.js", import.meta.url), "utf8").match(/ \/(\S+)\/\.test\(/);
const isAsked = (where) => new RegExp(pattern).test(where);

const AUDITED = ["", "true", "localhost", "shop.localhost", "a.b.localhost", "127.0.0.1", "127.1.2.3", "[::1]"];
const NOT_AUDITED = ["off", "false", "no", "undefined", "null", "shop.example", "localhost.example", "notlocalhost", "127.example", "127.0.0.1.example", "10.0.0.1", "0.0.0.0", "[2001:db8::1]", "[::2]", "online.example", "true.example"];

test("loopback addresses and data-audit are audited", async () => {
  for (const where of AUDITED) assert.deepEqual([isAsked(where), await audits(where)], [true, true], where);
});

test("no other host and no other value is", async () => {
  for (const where of NOT_AUDITED) assert.equal(await audits(where), false, where);
});

test("on an ordinary host the second half is not even asked for", () => {
  assert.deepEqual(NOT_AUDITED.filter(isAsked), ["notlocalhost", "127.example", "127.0.0.1.example", "[2001:db8::1]"], "loosely, where it costs a download and reports nothing");
});
