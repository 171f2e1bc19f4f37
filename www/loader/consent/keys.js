// Keys: a purpose (`analytics`) or one of its services (`analytics/plausible`), and the gates of a page, which name them.
// Attributes are read as such: a dataset inherits from Object.prototype, which a page may have polluted.

/** The purpose of a key. */
export const purposeOf = (key) => String(key).split("/")[0];

/** Whether one of the site's lists has a key's purpose. */
export const isListed = (site, list, key) => site[list]?.includes(purposeOf(key));

/** Elements that name a key. */
export const NAMED = ":is([data-purpose],[data-service])";

/** The key that a gate names. */
export const keyOf = (gate) => {
  const service = gate.getAttribute("data-service");
  return (gate.getAttribute("data-purpose") ?? "") + (service ? "/" + service : "");
};

/** The address that a gate holds back, if it has one: lazy loaders take `data-src` for theirs. */
export const addressOf = (gate) => gate.getAttribute("data-courtesy-src") ?? gate.getAttribute("data-src");

/** Elements that are gates where they name a key. */
export const GATE = ':is(template,script[type="text/plain"],iframe)';

/** Every gate of the page, open or not, in document order. */
export const allGates = () => [...document.querySelectorAll(GATE + NAMED)];
