// Timestamps: UTC to the second, the only format that a record has.

/** @import { Duration, Time } from "../types.js" */

/**
 * The timestamp of a time. NaN becomes the start of 1970, so that what a broken clock dates has expired.
 *
 * @param {Time | string} time
 * @returns {string}
 * @throws {RangeError} for a text that is no time
 */
export const stamp = (time) => new Date(time || 0).toISOString().slice(0, -5) + "Z";

/**
 * The time a period later. In a month that is too short, that is its last day.
 *
 * @param {Time | string} time
 * @param {Duration} period
 * @returns {Time}
 */
export const after = (time, [months, seconds]) => {
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return +date + seconds * 1000;
};
