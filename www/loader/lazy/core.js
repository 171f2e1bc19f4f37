// What effects/gates.js and lazy.js are handed of the first file. It comes as a list in this order, because its names would cost every
// first visit 100 bytes; and with `checked` behind it where the tag has integrity. types.d.ts derives the list's type from this.

export const NAMES = /** @type {const} */ ([
  "site", "host", "answer", "ask", "transitions", "current", "decided", "emit", "isAllowed", "isAskable", "isFixed", "retain", "listen", "nonce", "problem", "reason", "refresh", "remember", "checked",
]);

/** It, by name; and the key of the visitor's record. */
export const coreOf = (values) => {
  const core = { __proto__: null };
  NAMES.forEach((name, index) => {
    core[name] = values[index];
  });
  core.key = "courtesy:" + core.site.id;
  return core;
};
