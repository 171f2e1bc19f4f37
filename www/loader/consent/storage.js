// The one place where the loader touches storage. It may throw, be null or be full: then nothing is remembered, and that is all.

import { readRecord } from "./record.js";
import { site } from "../page/site.js";

/** Each site has a key of its own, so that two of one origin do not undo each other. */
export const key = () => "courtesy:" + site.id;

/** What is stored, or undefined where the browser does not let the site look. */
export const stored = () => {
  try {
    return localStorage.getItem(key());
  } catch { /* blocked, or null */ }
};

const attempt = (act) => {
  try {
    act();
    return true;
  } catch { /* blocked, or full */ }
};

/** Whether what is stored cannot be changed. */
export let isFixed;

/** A record as far as it counts: where it cannot be changed a yes could not be withdrawn, and counts for nothing. */
export const withoutYes = (record) => {
  const { choices } = record;
  for (const key in choices) if (isFixed && choices[key] === "granted") delete choices[key];
  return record;
};

/** The visitor's record, or the reason why there is none. Whether storage can be changed shows when the same is written once more. */
export const recorded = () => {
  const text = stored();
  const record = readRecord(text);
  if (Object.values(record.choices ?? {}).includes("granted")) isFixed ??= !attempt(() => localStorage.setItem(key(), text));
  return withoutYes(record);
};

/** Writes the record; says whether it is there now. Where it is not, the one before goes: nothing outlives the answer that ended it. */
export const store = (record) => {
  const text = JSON.stringify(record);
  attempt(() => localStorage.setItem(key(), text));
  const isKept = stored() === text && typeof readRecord(text) === "object";
  if (!isKept) attempt(() => localStorage.removeItem(key()));
  return isKept;
};
