// courtesy.decide and courtesy.withdraw: what a page's own scripts answer for the visitor, checked before anything is recorded.

/** The two, for window.courtesy. */
export const decisions = ({ site, answer, problem }) => {
  const keys = site.optional ? Object.keys(site.facts) : [];
  const all = (some, yes) => Object.fromEntries(some.map((key) => [key, yes]));
  const nothing = () => {
    if (keys[0]) return false;
    problem("nothing-to-decide", "this site asks for nothing, so there is nothing to decide or to withdraw");
    return true;
  };
  return {
    /** Whether it was recorded. Nothing is, where one part of it cannot be. */
    decide: (what) => {
      if (nothing()) return false;
      const yes = { __proto__: null, "accept-all": true, "reject-all": false }[what];
      const answers = yes === undefined ? Object(what) : all(keys, yes);
      const fault = Object.keys(answers).find((key) => !keys.includes(key) || typeof answers[key] !== "boolean");
      if (fault !== undefined || !Object.keys(answers)[0]) {
        problem("decide", `decide() takes "accept-all", "reject-all" or an object such as { "${keys[0]}": true }, and "${fault ?? what}" is not asked for, or not answered by true or false`);
        return false;
      }
      answer(answers, yes === undefined ? "api" : what);
      return true;
    },
    /** Whether anything was on. */
    withdraw: (purpose) => {
      if (nothing()) return false;
      if (purpose !== undefined && !keys.includes(purpose)) problem("withdraw", `withdraw() takes nothing, or one of ${keys.join(", ")}; "${purpose}" is none of them`);
      const on = keys.filter((key) => window.courtesy.allows(key) && (purpose === undefined || key === purpose || key.startsWith(purpose + "/")));
      if (on[0]) answer(all(on, false), "withdraw");
      return !!on[0];
    },
  };
};
