// The page view: find the site, read the record, honour or ask; and window.courtesy, which is there from the first line on.

import { isAskable } from "./consent/assess.js";
import { allowed, answer, decided, decision, refresh, subscribe, withdraw } from "./consent/decide.js";
import { purposeOf } from "./consent/keys.js";
import { current, gpc, isAllowed, reason, remember, stateOf } from "./consent/state.js";
import { isFixed } from "./consent/storage.js";
import { ask, loadLazy, provide, reportFailure } from "./lazy/load-lazy.js";
import { host } from "./notice/host.js";
import { close, transitions } from "./notice/machine.js";
import { mountNotice } from "./notice/mount.js";
import { open } from "./notice/open.js";
import { listenToOwnControls } from "./notice/own-controls.js";
import { listenToPageControls } from "./notice/page-controls.js";
import { inlined, version } from "./page/build-constants.js";
import { emit, emitAndRetain, on, problem, retain } from "./page/events.js";
import { hasLanguages, hasRecords, hasSignals, isGeneric } from "./page/features.js";
import { listen } from "./page/listeners.js";
import { observe } from "./page/observe.js";
import { adoptSite, fetchSite, findLanguage, findSite, isMoved, nonce, site } from "./page/site.js";

const currentRecord = () => {
  const record = current();
  return typeof record === "object" ? structuredClone(record) : null;
};

const start = async () => {
  window.courtesy = courtesy;
  const found = await findSite();
  adoptSite(found, hasLanguages && (await findLanguage(found)));
  const why = reason();
  const stored = current();
  listenToPageControls();
  mountNotice();
  listenToOwnControls();
  // Other tabs decide, pages come back from the back/forward cache, time passes unobserved, and a film fills the screen.
  for (const type of ["storage", "pageshow", "visibilitychange", "fullscreenchange"]) listen(window, type, refresh);
  if (!why && stored.events) retain("decided", decision(stored));
  emitAndRetain("ready", { mode: site.mode, reason: why });
  refresh();
  observe();
  if (isMoved) loadLazy().catch(reportFailure);
  // Where nothing else is asked, no notice says what the signal comes to.
  if (hasSignals && gpc === true && site.sold) ask("status");
  if (hasSignals && site.california && site.jurisdiction === "us-ca") ask("california");
  if (stored === "unreadable") ask(stored);
  // What did not arrive is sent again; of a site that sends nothing, and of no record, neither is there.
  if (hasRecords && site.records && stored.events && stored.events.at(-1).at !== stored.sent) ask("send");
  return courtesy;
};

/** Runs a call once the site is known; undefined where nothing could start. What opens something remembers the focus of the call. */
const whenReady = (act) => (what) => {
  const from = document.activeElement;
  return courtesy.ready.then((is) => is && act(what, from));
};

/** The same where the lazy half answers; where it cannot be loaded, that is reported. */
const viaLazy = (act) =>
  whenReady((what) =>
    loadLazy()
      .then((lazy) => lazy[act](what))
      .catch(reportFailure),
  );

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
  receipt: viaLazy("receipt"),
  open: whenReady(open),
  close: whenReady(close),
  decide: viaLazy("decide"),
  withdraw: whenReady((key) => withdraw(allowed.filter((on) => !key || on === key || purposeOf(on) === key))),
  on,
};

// A second tag joins the first: it has nothing to do, and reports where it is another site's. An element of the page that bears this name
// is no widget.
if (window.courtesy?.on?.call) {
  // Written twice, because a function for both would cost every first visit ten bytes.
  const other = (id) =>
    window.courtesy.ready.then(
      (is) => is && is.site !== id && problem("start", id + " came after the site " + is.site),
    );
  if (isGeneric && !inlined)
    fetchSite().then(
      ({ id }) => other(id),
      () => {},
    );
  else
    window.courtesy.ready.then(
      (is) => !is || is.site === inlined.id || problem("start", inlined.id + " came after the site " + is.site),
    );
} else {
  provide(() => [
    site,
    host,
    answer,
    ask,
    transitions,
    current,
    decided,
    emit,
    isAllowed,
    isAskable,
    isFixed,
    retain,
    listen,
    nonce,
    problem,
    reason,
    refresh,
    remember,
  ]);
  subscribe(transitions);
  // Where nothing can start, `ready` resolves to undefined: what awaits it goes on, and nobody has an error to catch.
  courtesy.ready = start().catch(({ message }) => problem("start", message));
}
