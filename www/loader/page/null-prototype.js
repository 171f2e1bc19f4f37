// Objects without a prototype, so that a page that extends Object.prototype adds nothing to what was read.

/**
 * An object with these keys and no prototype.
 *
 * @template Value
 * @param {string[]} keys
 * @param {(key: string) => Value} valueFor
 * @returns {Record<string, Value>}
 */
export const objectOf = (keys, valueFor) => bare(Object.fromEntries(keys.map((key) => [key, valueFor(key)])));

/**
 * Takes the prototype off a value and every object in it.
 *
 * @template Value
 * @param {Value} value
 * @returns {Value}
 */
export const bare = (value) => {
  if (value && typeof value === "object") {
    if (!Array.isArray(value)) Object.setPrototypeOf(value, null);
    // Not Object.values, because Prototype.js replaces it with one that includes inherited values.
    for (const name of Object.keys(value)) bare(/** @type {Record<string, unknown>} */ (value)[name]);
  }
  return value;
};
