// The one place where the loader touches storage. It may throw, be null or be full: then nothing is remembered, and that is all.

import { readRecord } from "./record.js";

const KEY = "courtesy";

/** What is stored, or undefined where the browser does not let the site look. */
export const stored = () => {
  try {
    return localStorage.getItem(KEY);
  } catch { /* blocked, or null */ }
};

/** The visitor's record, or the reason why there is none. */
export const recorded = () => readRecord(stored());

/** Writes the record; says whether it is there now. */
export const store = (record) => {
  try {
    localStorage.setItem(KEY, JSON.stringify(record));
    return typeof recorded() === "object";
  } catch {
    return false;
  }
};
