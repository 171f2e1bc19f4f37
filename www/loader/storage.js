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

const attempt = (act) => {
  try {
    act();
  } catch { /* blocked, or full */ }
};

/** Writes the record; says whether it is there now. Where it is not, the one before goes: nothing outlives the answer that ended it. */
export const store = (record) => {
  const text = JSON.stringify(record);
  attempt(() => localStorage.setItem(KEY, text));
  const isKept = stored() === text && typeof recorded() === "object";
  if (!isKept) attempt(() => localStorage.removeItem(KEY));
  return isKept;
};
