// Decisions that the page's scripts and controls make for the visitor: validated here before anything is recorded.

/** @import { Answers, Core, LazyModule } from "../types.js" */

import { purposeOf } from "../consent/keys.js";
import { isBlockedByGpc, readGpc } from "../consent/signals.js";

/**
 * @param {Core} core
 * @returns {Pick<LazyModule, "part" | "decide">}
 */
export const decideApi = ({ site, answer, isAskable, problem }) => {
  const keys = Object.keys(site.facts).filter((key) => isAskable(site, key));
  /**
   * Whether Global Privacy Control blocks a key that is not on: only the visitor can confirm such a key, in two steps.
   * @param {string} key
   */
  const isBlocked = (key) => isBlockedByGpc(site, key, readGpc()) && !window.courtesy.allows(key);
  return {
    /** Handles a page control for one key, such as accept:media. If the signal blocks the key, it opens the choices. */
    part: (act, key) => {
      const isYes = act === "accept";
      if (!keys.includes(key) || (!isYes && act !== "reject"))
        problem(
          `control "${key}"`,
          `data-courtesy="${act}:${key}" does nothing; write accept: or reject: with one of ${keys.join(", ") || "its optional purposes (it has none)"}`,
        );
      else if (isYes && isBlocked(key)) window.courtesy.open("choices");
      else answer({ [key]: isYes }, "choices");
    },
    /** Records all answers, or none if one is invalid; returns which. "accept-all" omits what the signal blocks. */
    decide: (request) => {
      if (!keys[0]) {
        problem("nothing-to-decide", "this site asks for nothing");
        return false;
      }
      const preset = /** @type {Record<string, boolean | undefined>} */ ({
        __proto__: /** @type {never} */ (null),
        "accept-all": true,
        "reject-all": false,
      })[/** @type {string} */ (request)];
      /** @type {Answers} */
      const answers =
        preset === undefined
          ? Object(request)
          : Object.fromEntries(keys.filter((key) => !preset || !isBlocked(key)).map((key) => [key, preset]));
      const invalidKey = Object.keys(answers).find((key) => !keys.includes(key) || typeof answers[key] !== "boolean");
      if (invalidKey !== undefined || !(preset || Object.keys(answers)[0])) {
        problem(
          "decide",
          `decide() takes "accept-all", "reject-all" or an object such as { "${keys[0]}": true }; "${invalidKey ?? request}" is not possible`,
        );
        return false;
      }
      // The signal may block every key of "accept-all".
      if (
        preset
          ? !Object.keys(answers)[0]
          : keys.some((key) => (answers[key] ?? answers[purposeOf(key)]) === true && isBlocked(key))
      ) {
        problem("signal", "Global Privacy Control is on: a sale takes two steps, in the choices");
        return false;
      }
      answer(answers, preset === undefined ? "api" : /** @type {"accept-all" | "reject-all"} */ (request));
      return true;
    },
  };
};
