// Keys: a purpose (`analytics`) or one of its services (`analytics/plausible`), and the page's gates, which name them.
// Gates are read by attribute, because a dataset inherits from Object.prototype, which a page may have polluted.

/** @import { Gate, Key, Site } from "../types.js" */

/**
 * The purpose of a key.
 *
 * @param {Key} key
 * @returns {string}
 */
export const purposeOf = (key) => String(key).split("/")[0];

/**
 * Whether one of the site's lists has the purpose of a key.
 *
 * @param {Site} site
 * @param {"exempt" | "sold" | "uk"} list
 * @param {Key} key
 * @returns {boolean | undefined}
 */
export const isListed = (site, list, key) => site[list]?.includes(purposeOf(key));

/** Matches elements that name a key. */
export const NAMED = ":is([data-purpose],[data-service])";

/**
 * The key that a gate names.
 *
 * @param {Element} gate
 * @returns {Key}
 */
export const keyOf = (gate) => {
  const service = gate.getAttribute("data-service");
  return (gate.getAttribute("data-purpose") ?? "") + (service ? "/" + service : "");
};

/**
 * The address that a gate holds back, if it has one. `data-src` counts because lazy loaders use it.
 *
 * @param {Element} gate
 * @returns {string | null}
 */
export const addressOf = (gate) => gate.getAttribute("data-courtesy-src") ?? gate.getAttribute("data-src");

/** Matches elements that are gates if they name a key. */
export const GATE = ':is(template,script[type="text/plain"],iframe)';

/**
 * Every gate of the page, open or closed, in document order.
 *
 * @returns {Gate[]}
 */
export const allGates = () => [.../** @type {NodeListOf<Gate>} */ (document.querySelectorAll(GATE + NAMED))];
