// The tables that bind the loader to Rust, and what a test needs to read them.

import { readFileSync } from "node:fs";
import { afterAct, afterSignal } from "../../www/loader/consent/act.js";
import { readRecord } from "../../www/loader/consent/record.js";

/** A file of tests/fixtures, parsed. */
export const fixture = (name) => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8"));

/** RFC 7396: a patch on a value; null removes. */
export const merged = (value, patch) => {
  if (patch === null || typeof patch !== "object" || Array.isArray(patch)) return patch;
  const result = value && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
  for (const [key, part] of Object.entries(patch)) {
    if (part === null) delete result[key];
    else result[key] = merged(result[key], part);
  }
  return result;
};

/** The stored text of a row, or null: localStorage's own two answers. */
export const storedText = ({ raw }, { stored }) => raw ?? (stored === undefined ? null : JSON.stringify(stored));

/** A row's site as the loader is sent it. */
export const current = ({ version, lasts = [6, 0], ...site }) => ({ exempt: [], ...site, notice: { version, lasts } });

/** The record that an act of decisions.json leads to, as text, from the text that was stored; unchanged where nothing is recorded. */
export const acted = (before, site, { answers = {}, explicit = false, method, gpc, now }) => {
  const [record, at] = [readRecord(before), Date.parse(now)];
  const next = method === "gpc" ? afterSignal(record, site, gpc, at) : afterAct(record, site, gpc, at, answers, method, explicit);
  return next ? JSON.stringify(next) : before;
};
