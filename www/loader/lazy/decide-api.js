// courtesy.decide: what a page's own scripts answer for the visitor, checked before anything is recorded.

import { purposeOf } from "../consent/keys.js";
import { isBlockedByGpc, readGpc } from "../consent/signals.js";

/** It, for window.courtesy. */
export const decisions = ({ site, answer, isAskable, problem }) => {
  const keys = Object.keys(site.facts).filter((key) => isAskable(site, key));
  /** Whether the signal blocks a key that is not on: a script cannot take the two steps of the choices. */
  const isStopped = (key) => isBlockedByGpc(site, key, readGpc()) && !window.courtesy.allows(key);
  return {
    /** A control of the page's for one key: accept:media. Where the signal blocks it, a yes takes its two steps in the choices. */
    part: (act, key) => {
      const isYes = act === "accept";
      if (!keys.includes(key) || (!isYes && act !== "reject"))
        problem(
          `control "${key}"`,
          `data-courtesy="${act}:${key}" does nothing; write accept: or reject: with one of ${keys.join(", ") || "its optional purposes (it has none)"}`,
        );
      else if (isYes && isStopped(key)) window.courtesy.open("choices");
      else answer({ [key]: isYes }, "choices");
    },
    /** Whether it was recorded. Nothing is, where one part of it cannot be; "accept-all" leaves out what the signal blocks. */
    decide: (what) => {
      if (!keys[0]) {
        problem("nothing-to-decide", "this site asks for nothing");
        return false;
      }
      const yes = { __proto__: null, "accept-all": true, "reject-all": false }[what];
      const answers =
        yes === undefined
          ? Object(what)
          : Object.fromEntries(keys.filter((key) => !yes || !isStopped(key)).map((key) => [key, yes]));
      const fault = Object.keys(answers).find((key) => !keys.includes(key) || typeof answers[key] !== "boolean");
      if (fault !== undefined || !(yes || Object.keys(answers)[0])) {
        problem(
          "decide",
          `decide() takes "accept-all", "reject-all" or an object such as { "${keys[0]}": true }; "${fault ?? what}" is not possible`,
        );
        return false;
      }
      // Of "accept-all" there may be nothing left.
      if (
        yes
          ? !Object.keys(answers)[0]
          : keys.some((key) => (answers[key] ?? answers[purposeOf(key)]) === true && isStopped(key))
      ) {
        problem("signal", "Global Privacy Control is on: a sale takes two steps, in the choices");
        return false;
      }
      answer(answers, yes === undefined ? "api" : what);
      return true;
    },
  };
};
