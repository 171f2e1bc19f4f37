// The tables that bind the loader to Rust, and what a test needs to read them.

import { readFileSync } from "node:fs";

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

/** The stored text of an assess row, or null: localStorage's own two answers. */
export const storedText = ({ raw }, { stored }) => raw ?? (stored === undefined ? null : JSON.stringify(stored));
