// Event listeners on the page's own objects. They are listed here because document.open() removes them all, and their
// errors are reported on the console instead of as the page's.

import { problem } from "./events.js";

/** @import { Listen } from "../types.js" */

/** @type {[target: EventTarget, type: string, act: (event: Event) => void, isFirst: boolean][]} */
const attached = [];

/**
 * Wraps a function so that its errors are reported and never thrown.
 *
 * @template {unknown[]} Args
 * @template Result
 * @param {(...args: Args) => Result} act
 * @returns {(...args: Args) => Result | undefined}
 */
export const reportingErrors =
  (act) =>
  (...args) => {
    try {
      return act(...args);
    } catch (error) {
      problem("page", /** @type {Error} */ (error).message);
    }
  };

/**
 * Adds a listener; `isFirst` has it called before the page's own.
 *
 * @type {Listen}
 */
export const listen = (target, type, act, isFirst = false) => {
  attached.push([target, type, reportingErrors(act), isFirst]);
  attach();
};

/** Attaches every listener; for one that is still attached this does nothing. */
export const attach = () => {
  for (const [target, ...rest] of attached) target.addEventListener(...rest);
};
