// What effects/gates.js and lazy.js are handed of the first file. It comes as a list in this order, because its names would cost every
// first visit 100 bytes; and with `checked` behind it where the tag has integrity. types.d.ts derives the list's type from this.

export const NAMES =
  "site host answer ask transitions current decided emit isAllowed isAskable isFixed retain listen nonce problem reason refresh remember checked".split(
    " ",
  );

/** It, by name; and the key of the visitor's record. */
export const coreOf = (values) => ({
  ...Object.fromEntries(NAMES.map((name, index) => [name, values[index]])),
  key: "courtesy:" + values[0].id,
});
