// The page view: find the site, read the record, honour or ask; and window.courtesy, which is there from the first line on.

import { ACTS, answerControls } from "./controls.js";
import { all, allowed, answer, decision, refresh, withdraw } from "./decide.js";
import { emitAndKeep, keep, on, problem } from "./events.js";
import { hasRecords, hasSignals } from "./has.js";
import { purposeOf } from "./keys.js";
import { ask, later } from "./more.js";
import { close, open, raise } from "./notice.js";
import { findSite, site } from "./site.js";
import { version } from "./slots.js";
import { current, gpc, isAllowed, reason, stateOf } from "./state.js";

const currentRecord = () => {
  const record = current();
  return typeof record === "object" ? record : null;
};

/** Other tabs decide, pages come back from the back/forward cache, and time goes by while nobody looks. */
const listen = () => {
  for (const type of ["storage", "pageshow", "visibilitychange"]) addEventListener(type, refresh);
};

const start = async () => {
  window.courtesy = courtesy;
  await findSite();
  const [why, stored] = [reason(), current()];
  raise();
  // What the page asks to decide is decided for everything that there is to ask.
  answerControls(open, (act) => (site.optional ? answer(all(Object.keys(site.facts), ACTS[act]), act) : ask("decide", act)));
  if (!why && stored.events) keep("decided", decision(stored));
  emitAndKeep("ready", { mode: site.mode, reason: why });
  refresh();
  listen();
  // Where nothing else is asked, no notice says what the signal comes to.
  if (hasSignals && gpc === true && site.sold) ask("status");
  if (stored === "unreadable") ask("say", stored);
  // What did not arrive is sent again; of a site that sends nothing, and of no record, neither is there.
  if (hasRecords && site.records && stored.events && stored.events.at(-1).at !== stored.sent) ask("send");
  return courtesy;
};

/** Answers a call as soon as the site is known; what opens something remembers what had the focus when it was called. */
const soon = (act) => (what) => {
  const from = document.activeElement;
  return courtesy.ready.then(() => act(what, from));
};

/** The same where the second half answers; nothing where it cannot be had, which is said. */
const inTime = (act) => soon((what) => later().then((more) => more[act](what)).catch(({ message }) => problem("later", message)));

/** window.courtesy. */
const courtesy = {
  version,
  get mode() {
    return site?.mode;
  },
  status: stateOf,
  allows: isAllowed,
  record: currentRecord,
  receipt: inTime("receipt"),
  open: soon(open),
  close: soon(close),
  decide: inTime("decide"),
  withdraw: soon((key) => withdraw(allowed.filter((on) => !key || on === key || purposeOf(on) === key))),
  on,
};

// A second tag joins the first: it has nothing to do.
if (!window.courtesy?.on) {
  // Where there is no site there is nothing to wait for: the promise stays open, and nobody has an error to catch.
  courtesy.ready = start().catch((error) => {
    problem("start", error.message);
    return new Promise(() => {});
  });
}
