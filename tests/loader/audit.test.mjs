// Where the audit of a page's storage runs: the first file tests the origin loosely, and the audit itself decides exactly.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { begin } from "../../www/loader/lazy/audit.js";

/** Whether the audit reads the site file, on a host and with a value of data-audit. */
const audits = async (hostname, audit) => {
  globalThis.location = { hostname };
  let hasRead = false;
  const getJson = async () => {
    hasRead = true;
    throw new Error("enough");
  };
  await begin({ site: { later: "https://host.example/courtesy/later.json" }, problem: () => {}, getJson })({ __proto__: null, audit });
  return hasRead;
};

/** The pattern of the first file, as its source has it. */
const [, pattern] = readFileSync(new URL("../../www/loader/start.js", import.meta.url), "utf8").match(/if \(\/(\S+)\/\.test\(tagOptions\.audit/);
const isLoadedEarly = (hostname, audit) => new RegExp(pattern).test(audit ?? (hostname ? `https://${hostname}:8080` : "null"));

const LOOPBACK = ["localhost", "shop.localhost", "a.b.localhost", "127.0.0.1", "127.1.2.3", "[::1]"];
const LOOSE = ["notlocalhost", "localhost.example", "127.example", "127.0.0.1.example", "[2001:db8::1]"];
const OTHERS = ["", "shop.example", "10.0.0.1", "0.0.0.0", "[::2]", "online.example", "true.example", "a127.example"];

test("loopback addresses are audited", async () => {
  for (const host of LOOPBACK) assert.deepEqual([isLoadedEarly(host), await audits(host)], [true, true], host);
});

test("no other host is", async () => {
  for (const host of [...LOOSE, ...OTHERS]) assert.equal(await audits(host), false, host);
});

test("on an ordinary host the second half is not even loaded early", () => {
  assert.deepEqual(OTHERS.filter((host) => isLoadedEarly(host)), []);
  // These cost a download, and report nothing.
  assert.deepEqual(LOOSE.filter((host) => isLoadedEarly(host)), LOOSE);
});

test("data-audit turns it on everywhere, and any other value off", async () => {
  for (const audit of ["", "true"]) assert.deepEqual([isLoadedEarly("shop.example", audit), await audits("shop.example", audit)], [true, true], audit);
  for (const audit of ["off", "false", "no", "truest"]) assert.deepEqual([isLoadedEarly("localhost", audit), await audits("localhost", audit)], [false, false], audit);
});
