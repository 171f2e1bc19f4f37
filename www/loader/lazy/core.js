// What gates.js and later.js are given of the first file, by name. It comes as a list, in this order (more.js; tests/loader holds the two
// together), and with `checked` behind it where the tag has integrity.

export const NAMES = [
  "site", "host", "answer", "ask", "closed", "cover", "current", "decided", "emit", "finish", "isAllowed", "isFixed", "keep", "listen", "nonce", "problem", "reason", "refresh", "remember",
  "checked",
];

/** It, by name; and the key of the visitor's record. */
export const coreOf = (values) => {
  const core = { __proto__: null };
  NAMES.forEach((name, place) => (core[name] = values[place]));
  core.key = "courtesy:" + core.site.id;
  return core;
};
