// Moments: UTC to the second, in the one form that a record has.

/** A time in that form. NaN is the start of 1970: what a broken clock dates has expired. Throws for a text that is no time. */
export const stamp = (time) => new Date(time || 0).toISOString().slice(0, -5) + "Z";

/** The time some calendar months and then seconds later; the last day where a month is shorter. */
export const after = (time, [months, seconds]) => {
  const date = new Date(time);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return +date + seconds * 1000;
};
