// Listeners of the widget on what is the page's: kept here, because document.open() takes all of them away, and an error of theirs is
// said on the console and never the page's.

import { problem } from "./events.js";

const attached = [];

/** The same function, whose errors are said and thrown nowhere. */
export const guarded =
  (act) =>
  (...given) => {
    try {
      return act(...given);
    } catch (error) {
      problem("page", error.message);
    }
  };

/** Listens. */
export const listen = (target, type, act, isFirst = false) => {
  attached.push([target, type, guarded(act), isFirst]);
  attach();
};

/** Attaches every listener; one that is attached already stays as it is. */
export const attach = () => {
  for (const [target, ...rest] of attached) target.addEventListener(...rest);
};
