// The only module of the loader that touches localStorage, which may throw, be null or be full. Then nothing is
// remembered.

/** @import { StoredRecord, VisitorRecord } from "../types.js" */

import { site } from "../page/site.js";
import { readRecord } from "./record.js";

/** Each site has its own key, so that two sites on one origin do not overwrite each other. */
const key = () => "courtesy:" + site.id;

/**
 * The stored text, or undefined if the browser blocks storage.
 *
 * @returns {string | null | undefined}
 */
export const readStored = () => {
  try {
    return localStorage.getItem(key());
  } catch {
    /* blocked, or null */
  }
};

/** @param {() => void} act */
const attempt = (act) => {
  try {
    act();
    return true;
  } catch {
    /* blocked, or full */
  }
};

/**
 * Whether storage is read-only.
 *
 * @type {boolean | undefined}
 */
export let isFixed;

/**
 * Drops the grants of a record if storage is read-only, because they could not be withdrawn.
 *
 * @template {StoredRecord} Stored
 * @param {Stored} record
 * @returns {Stored}
 */
export const withoutYes = (record) => {
  const { choices } = record;
  for (const key in choices) if (isFixed && choices[key] === "granted") delete choices[key];
  return record;
};

/**
 * The stored record. Writing the same text back shows whether storage is read-only.
 *
 * @returns {StoredRecord}
 */
export const storedRecord = () => {
  const text = readStored();
  const record = readRecord(text);
  if (Object.values(record.choices ?? {}).includes("granted"))
    isFixed ??= !attempt(() => localStorage.setItem(key(), /** @type {string} */ (text)));
  return withoutYes(record);
};

/**
 * Stores a record. If that fails, the one before is removed, so that no answer outlives the one that ended it.
 *
 * @param {VisitorRecord | null} record
 * @returns {boolean} whether it is stored
 */
export const store = (record) => {
  const text = JSON.stringify(record);
  attempt(() => localStorage.setItem(key(), text));
  const isSaved = readStored() === text && typeof readRecord(text) === "object";
  if (!isSaved) attempt(() => localStorage.removeItem(key()));
  return isSaved;
};
