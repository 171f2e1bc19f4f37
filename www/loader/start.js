// The page view: find the site, read the record, honour or ask; and window.courtesy, which is there from the first line on.

import { allowed, decision, refresh, withdraw } from "./consent/decide.js";
import { emitAndKeep, keep, on, problem } from "./page/events.js";
import { hasRecords, hasSignals, isGeneric } from "./page/features.js";
import { purposeOf } from "./consent/keys.js";
import { listen } from "./page/listeners.js";
import { ask, failed, later } from "./lazy/load-lazy.js";
import { close, open, raise } from "./notice/notice.js";
import { answerControls } from "./notice/page-controls.js";
import { findSite, isMoved, named, site } from "./page/site.js";
import { inlined, version } from "./page/build-constants.js";
import { current, gpc, isAllowed, reason, stateOf } from "./consent/state.js";
import { watch } from "./page/observe.js";

const currentRecord = () => {
  const record = current();
  return typeof record === "object" ? structuredClone(record) : null;
};

const start = async () => {
  window.courtesy = courtesy;
  await findSite();
  const [why, stored] = [reason(), current()];
  answerControls();
  raise();
  // Other tabs decide, pages come back from the back/forward cache, time goes by while nobody looks, and a film fills the screen.
  for (const type of ["storage", "pageshow", "visibilitychange", "fullscreenchange"]) listen(window, type, refresh);
  if (!why && stored.events) keep("decided", decision(stored));
  emitAndKeep("ready", { mode: site.mode, reason: why });
  refresh();
  watch();
  if (isMoved) later().catch(failed);
  // Where nothing else is asked, no notice says what the signal comes to.
  if (hasSignals && gpc === true && site.sold) ask("status");
  if (hasSignals && site.california && site.jurisdiction === "us-ca") ask("california");
  if (stored === "unreadable") ask(stored);
  // What did not arrive is sent again; of a site that sends nothing, and of no record, neither is there.
  if (hasRecords && site.records && stored.events && stored.events.at(-1).at !== stored.sent) ask("send");
  return courtesy;
};

/** Answers a call when the site is known, and with undefined where nothing could start; what opens something remembers the focus of then. */
const soon = (act) => (what) => {
  const from = document.activeElement;
  return courtesy.ready.then((is) => is && act(what, from));
};

/** The same where the second half answers; nothing where it cannot be had, which is said. */
const inTime = (act) => soon((what) => later().then((more) => more[act](what)).catch(failed));

/** window.courtesy. */
const courtesy = {
  version,
  get mode() {
    return site?.mode;
  },
  get site() {
    return site?.id;
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

// A second tag joins the first: it has nothing to do, and says so where it is another site's. An element of the page that bears this name
// is no widget.
if (window.courtesy?.on?.call) {
  // Written twice, because a function for both would cost every first visit ten bytes.
  const other = (id) => window.courtesy.ready.then((is) => is && is.site !== id && problem("start", id + " came after the site " + is.site));
  if (isGeneric && !inlined) named().then(({ id }) => other(id), () => {});
  else window.courtesy.ready.then((is) => !is || is.site === inlined.id || problem("start", inlined.id + " came after the site " + is.site));
} else {
  // Where nothing can start, `ready` resolves to undefined: what awaits it goes on, and nobody has an error to catch.
  courtesy.ready = start().catch(({ message }) => problem("start", message));
}
