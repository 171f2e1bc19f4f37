// Reports mistakes in a page's gates, once each in the console: what is wrong, and how to fix it.

/** @import { Core, Gate, Key } from "../types.js" */

import { GATE, NAMED, keyOf } from "../consent/keys.js";
import { isOpened } from "./opened-mark.js";

/** Why a gate is not open, by code. */
const MESSAGES = {
  /**
   * @param {Key} key
   * @param {Error} error
   */
  shut: (key, { message }) => `a gate for "${key}" stays shut: ${message}`,
  /**
   * @param {Key} key
   * @param {string} address
   */
  failed: (key, address) =>
    `a script for "${key}" could not be fetched, or is refused by this page's Content-Security-Policy: ${address}`,
  /**
   * @param {Key} key
   * @param {string} address
   */
  slow: (key, address) =>
    `a script for "${key}" has not loaded after some seconds, so the gates after it no longer wait: ${address}`,
  /**
   * @param {Key} key
   * @param {string | null} address
   */
  live: (key, address) =>
    address === null
      ? `an iframe for "${key}" has its address in src, so its first request had left before it was emptied; write data-courtesy-src="…" in the place of src="…"`
      : `an iframe for "${key}" was given its address without a yes, by a lazy loader perhaps, which takes data-src for its own; write data-courtesy-src="…" in the place of data-src="…"`,
};

/**
 * Reports something by its code.
 *
 * @typedef {<Code extends keyof typeof MESSAGES>(code: Code, ...details: Parameters<(typeof MESSAGES)[Code]>) => void}
 *   Say
 */

/**
 * What is wrong with an element that names a purpose: it is no gate, or a gate whose content is not inert.
 *
 * @param {Gate} element
 * @returns {string | undefined}
 */
const mistakeOf = (element) => {
  if (element.localName === "script" && !element.matches(GATE))
    return `its type is "${element.type}", so it has run already or never will; write type="text/plain"`;
  if (!element.matches(GATE))
    return "only script, template and iframe can wait; put it into a <template> that names the purpose";
  if (element.content && element.children[0])
    return "what stands in this template is not inert, because a script put it into the element itself and not into its content; fill its content, or write it into the page's own HTML";
  return undefined;
};

/**
 * @param {Core} core
 * @returns {{ say: Say, inspect: () => void }}
 */
export const gateDiagnostics = ({ site, problem, isAllowed, isAskable }) => ({
  say: (code, ...details) =>
    problem(
      `${code} ${details.map(String)}`,
      /** @type {(...details: unknown[]) => string} */ (MESSAGES[code])(...details),
      code === "live" ? "error" : "warn",
    ),
  /** Reports the mistakes in the page's gates. */
  inspect: () => {
    for (const element of /** @type {NodeListOf<Gate>} */ (document.querySelectorAll(NAMED))) {
      const key = keyOf(element);
      const mistake = isOpened(element) ? undefined : mistakeOf(element);
      if (mistake)
        problem(`mistake "${key}" ${element.localName}`, `<${element.localName}> for "${key}" is no gate: ${mistake}`);
      else if (!isAllowed(key) && !isAskable(site, key))
        problem(
          `gate "${key}"`,
          `the site file asks for no purpose or service "${key}", so the ${element.localName} that names it stays shut`,
        );
    }
  },
});
