// The one place where the loader touches storage. It may throw, be null or be full: then nothing is remembered, and that is all.

import { site } from "../page/site.js";
import { readRecord } from "./record.js";

/** Each site has its own key, so that two on one origin do not undo each other. */
const key = () => "courtesy:" + site.id;

/** The stored text, or undefined where the browser does not let the site look. */
export const readStored = () => {
  try {
    return localStorage.getItem(key());
  } catch {
    /* blocked, or null */
  }
};

const attempt = (act) => {
  try {
    act();
    return true;
  } catch {
    /* blocked, or full */
  }
};

/** Whether what is stored cannot be changed. */
export let isFixed;

/** A record as far as it can be in effect: where it cannot be changed a yes could not be withdrawn, and is dropped. */
export const withoutYes = (record) => {
  const { choices } = record;
  for (const key in choices) if (isFixed && choices[key] === "granted") delete choices[key];
  return record;
};

/** The visitor's record, or the reason why there is none. Whether storage can be changed shows when the same is written again. */
export const storedRecord = () => {
  const text = readStored();
  const record = readRecord(text);
  if (Object.values(record.choices ?? {}).includes("granted"))
    isFixed ??= !attempt(() => localStorage.setItem(key(), text));
  return withoutYes(record);
};

/** Stores a record; returns whether it is there now. Where it is not, the one before goes: nothing outlives the answer that ended it. */
export const store = (record) => {
  const text = JSON.stringify(record);
  attempt(() => localStorage.setItem(key(), text));
  const isSaved = readStored() === text && typeof readRecord(text) === "object";
  if (!isSaved) attempt(() => localStorage.removeItem(key()));
  return isSaved;
};
