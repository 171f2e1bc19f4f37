// Objects that come from outside, without what they would inherit.

/** An object of some keys, without a prototype. */
export const objectOf = (keys, valueFor) => bare(Object.fromEntries(keys.map((key) => [key, valueFor(key)])));

/** The value, no object of which has a prototype: a page that adds to `Object.prototype` adds nothing to what was read. */
export const bare = (value) => {
  if (value && typeof value === "object") {
    if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
    // Not Object.values: Prototype.js has one that gives what is inherited.
    for (const name of Object.keys(value)) bare(value[name]);
  }
  return value;
};
