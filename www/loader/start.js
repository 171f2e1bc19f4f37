// The entry point of courtesy.js: it finds the site, reads the record, and honours it or asks. window.courtesy exists
// from the start.

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
import { adoptSite, fetchSite, findLanguage, findSite, isMoved, nonce, site, tagOptions } from "./page/site.js";

/** @import { Courtesy, Key, RecordEvent, Site, Widget } from "./types.js" */

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
  // Another tab may decide, the page may return from the back/forward cache, or a video may go fullscreen.
  for (const type of ["storage", "pageshow", "visibilitychange", "fullscreenchange"]) listen(window, type, refresh);
  if (!why && stored.events) retain("decided", decision(stored));
  emitAndRetain("ready", { mode: site.mode, reason: why });
  refresh();
  observe();
  // For the owner. The audit tests the host exactly; here each byte counts.
  if (/\/127|localhost|::1|^(true|)$/.test(tagOptions.audit ?? location.origin) || isMoved) ask("audit", tagOptions);
  // If nothing is asked, there is no notice to say what the signal does.
  if (hasSignals && gpc === true && site.sold) ask("status");
  if (hasSignals && site.california && site.jurisdiction === "us-ca") ask("california");
  if (stored === "unreadable") ask(/** @type {"unreadable"} */ (stored));
  // Send again what has not arrived.
  if (
    hasRecords &&
    site.records &&
    stored.events &&
    /** @type {RecordEvent} */ (stored.events.at(-1)).at !== stored.sent
  )
    ask("send");
  return courtesy;
};

/**
 * Defers a call until the site is known; it resolves to undefined if nothing could start. `from` has the focus when it
 * is called.
 *
 * @template Arg, Result
 * @param {(arg: Arg, from: Element | null) => Result} act
 * @returns {(arg?: Arg) => Promise<Result | undefined>}
 */
const whenReady = (act) => (arg) => {
  const from = document.activeElement;
  return courtesy.ready.then((started) => started && act(/** @type {Arg} */ (arg), from));
};

/**
 * Defers a call to the lazy module, and reports if that cannot be loaded.
 *
 * @param {"receipt" | "decide"} name
 * @returns {(arg?: unknown) => Promise<unknown>}
 */
const viaLazy = (name) =>
  whenReady((arg) =>
    loadLazy()
      .then((lazy) => /** @type {(arg: unknown) => unknown} */ (lazy[name])(arg))
      .catch(reportFailure),
  );

/** window.courtesy. */
const courtesy = /** @type {Widget} */ ({
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
  withdraw: whenReady((/** @type {Key | undefined} */ key) =>
    withdraw(allowed.filter((on) => !key || on === key || purposeOf(on) === key)),
  ),
  on,
});

// A second tag leaves the page to the first, and reports if it is for another site. An element of the page may also be
// window.courtesy, but it has no such function.
if (/** @type {Partial<Courtesy> | undefined} */ (window.courtesy)?.on?.call) {
  // The check is written twice, because one function for both would cost every first visit ten bytes.
  /** @param {string} id */
  const reportOther = (id) =>
    window.courtesy.ready.then(
      (first) => first && first.site !== id && problem("start", id + " came after the site " + first.site),
    );
  if (isGeneric && !inlined)
    fetchSite().then(
      ({ id }) => reportOther(id),
      () => {},
    );
  else
    window.courtesy.ready.then(
      (first) =>
        !first ||
        first.site === /** @type {Site} */ (inlined).id ||
        problem("start", /** @type {Site} */ (inlined).id + " came after the site " + first.site),
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
  // If nothing can start, `ready` resolves to undefined, so that nobody who awaits it has an error to catch.
  courtesy.ready = start().catch(({ message }) => problem("start", message));
}
