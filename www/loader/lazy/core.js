// What effects/gates.js and lazy.js need of the first file. It is passed as a list in this order, because property
// names would cost every first visit 100 bytes, followed by `checked` if the tag has integrity. The tuple type CoreList
// in types.d.ts has the same order.

/** @import { Core, CoreList } from "../types.js" */

/** The names of the list's values. */
export const NAMES =
  "site host answer ask transitions current decided emit isAllowed isAskable isFixed retain listen nonce problem reason refresh remember checked".split(
    " ",
  );

/**
 * Names the values, and adds the key under which the record is stored.
 * @param {CoreList} values
 * @returns {Core}
 */
export const coreOf = (values) =>
  /** @type {Core} */ ({
    ...Object.fromEntries(NAMES.map((name, index) => [name, values[index]])),
    key: "courtesy:" + values[0].id,
  });
