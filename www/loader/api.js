// courtesy.decide: what a page's own scripts answer for the visitor, checked before anything is recorded.

import { purposeOf } from "./keys.js";

/** It, for window.courtesy. */
export const decisions = ({ site, answer, problem }) => {
  const keys = site.optional ? Object.keys(site.facts) : [];
  /** Whether a signal stands against a key that is not on: a script cannot take the two steps of the choices. */
  const isStopped = (key) => navigator.globalPrivacyControl === true && site.sold?.includes(purposeOf(key)) && !window.courtesy.allows(key);
  return {
    /** Whether it was recorded. Nothing is, where one part of it cannot be; "accept-all" leaves out what a signal stands against. */
    decide: (what) => {
      if (!keys[0]) {
        problem("nothing-to-decide", "this site asks for nothing, so there is nothing to decide");
        return false;
      }
      const yes = { __proto__: null, "accept-all": true, "reject-all": false }[what];
      const answers = yes === undefined ? Object(what) : Object.fromEntries(keys.filter((key) => !yes || !isStopped(key)).map((key) => [key, yes]));
      const fault = Object.keys(answers).find((key) => !keys.includes(key) || typeof answers[key] !== "boolean");
      if (fault !== undefined || !(yes || Object.keys(answers)[0])) {
        problem("decide", `decide() takes "accept-all", "reject-all" or an object such as { "${keys[0]}": true }, and "${fault ?? what}" is not asked for, or not true or false`);
        return false;
      }
      // Of "accept-all" there may be nothing left.
      if (yes ? !Object.keys(answers)[0] : keys.some((key) => (answers[key] ?? answers[purposeOf(key)]) === true && isStopped(key))) {
        problem("signal", "Global Privacy Control is on: a sale takes two steps, in the choices");
        return false;
      }
      answer(answers, yes === undefined ? "api" : what);
      return true;
    },
  };
};
