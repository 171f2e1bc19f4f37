// The way to the second half of the loader (later.js): fetched when it is needed, once, and never for a visitor who only answers.

import { answer, decided, refresh } from "./decide.js";
import { keep, problem } from "./events.js";
import { closed, cover, finish } from "./notice.js";
import { besideScript, site } from "./site.js";
import { half } from "./slots.js";
import { current, reason, remember } from "./state.js";

/** The second half, given what it needs of the first. */
export const later = async () =>
  (await __COURTESY_IMPORT__(besideScript(half))).begin({ site, answer, closed, cover, current, decided, finish, keep, problem, reason, refresh, remember });

/** Has the second half do something for which nobody waits; where it cannot be had, that is said. */
export const ask = (act, ...rest) => {
  later().then((more) => more[act](...rest)).catch((error) => problem("later", error.message));
};
