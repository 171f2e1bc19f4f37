// The page view: find the site, read the record, honour or show; and window.courtesy, which is there from the first line on.

import { assess } from "./assess.js";
import { answerControls } from "./controls.js";
import { emitAndKeep, keep, on, problem } from "./events.js";
import { findSite, site } from "./site.js";
import { version } from "./slots.js";
import { recorded } from "./storage.js";
import { close, decision, open, openNotice, raise, unkept } from "./widget.js";

/** Undecided until the site is known; what is exempt needs no decision. */
const status = (purpose) => (site?.exempt.includes(purpose) ? "not_required" : "undecided");

const currentRecord = () => {
  const found = recorded();
  return unkept ?? (typeof found === "object" ? found : null);
};

const nothingToDecide = () => {
  problem(
    "nothing-to-decide",
    site.mode === "consent"
      ? "this version does not ask for consent yet, so nothing is granted"
      : "this site asks for nothing, so there is nothing to decide or to withdraw",
  );
};

/** What is decided where nothing is asked: nothing; why, is said once the site is known. */
const decideNothing = () => {
  courtesy.ready.then(nothingToDecide);
  return false;
};

const start = async () => {
  window.courtesy = courtesy;
  await findSite();
  const record = recorded();
  const reason = assess(record, site, Date.now()) ?? null;
  raise();
  answerControls(open, nothingToDecide);
  if (!reason) keep("decided", decision(record));
  emitAndKeep("ready", { mode: site.mode, reason });
  if (reason && site.mode === "notice" && site.notice.autoShow) openNotice();
  return courtesy;
};

/** Answers a call as soon as the site is known; what opens something remembers what had the focus when it was called. */
const later = (act) => (view) => {
  const from = document.activeElement;
  return courtesy.ready.then(() => act(view, from));
};

/** window.courtesy. */
const courtesy = {
  version,
  get mode() {
    return site?.mode;
  },
  status,
  allows: (purpose) => status(purpose) === "not_required",
  record: currentRecord,
  receipt: () => null,
  open: later(open),
  close: later(close),
  decide: decideNothing,
  withdraw: decideNothing,
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
