// The state of the first layer, and the transitions, which alone change it: whether the notice is open, which view of
// the app covers it, what had the focus before, and why the visitor is informed or asked.

import { askable, unseenChanges } from "../consent/assess.js";
import { current, gpc, openKeys, reason as currentReason, stateOf, unsavedRecord } from "../consent/state.js";
import { isFixed, readStored } from "../consent/storage.js";
import { ask, lazyModule } from "../lazy/load-lazy.js";
import { emit, emitAndRetain, retain } from "../page/events.js";
import { hasNews } from "../page/features.js";
import { site } from "../page/site.js";
import { isBlocked, isFollower } from "../page/surroundings.js";
import { describe } from "./content.js";
import { byPointer } from "./controls.js";
import { focusFirst } from "./focus.js";
import { host, shadowRoot } from "./host.js";
import { liveRegion, notice, reopenBar } from "./mount.js";
import { renderContent, renderVisibility } from "./render.js";

/** @import { Key, LazyModule, Reason, Transitions, View, VisitorRecord } from "../types.js" */

/** Whether the notice is open, also while a view covers it. */
let isOpen = false;
/** The open view of the app. @type {View | null | undefined} */
let view;
/** What had the focus before. @type {EventTarget | null} */
let opener = null;
/** Why the visitor was informed or asked when that was last assessed. @type {Reason | null | undefined} */
let reason;

/**
 * The keys that the notice is about: those without an answer, or all if there are none.
 *
 * @returns {Key[]}
 */
export const noticeKeys = () => {
  const keys = openKeys();
  return keys[0] ? keys : askable(site);
};

/**
 * Whether a key is on without having been asked for, in the United Kingdom.
 *
 * @param {Key} key
 */
const isOn = (key) => stateOf(key) === "not_required";

/** The policy changes that the notice is shown for, unless there is another reason to show it. */
const news = () =>
  !openKeys()[0] &&
  /** @type {unknown[]} */ (["changes", "expired"]).includes(currentReason()) &&
  unseenChanges(/** @type {VisitorRecord} */ (current()), site, Date.now());

/** Renders the open notice's content. */
const renderNotice = () => {
  renderContent(describe(site, noticeKeys(), isOn, hasNews && news()));
  // Few visitors send a signal or block storage, so the text about it is in the lazy module.
  if (gpc === true || unsavedRecord || isFixed || readStored() === undefined)
    ask("aside", notice.querySelector(".aside"));
};

/** Renders what is visible: nothing under a modal dialog of the page, nor in a frame whose page shows the notice. */
export const render = () => renderVisibility(isOpen, view || isBlocked() || isFollower(render));

const update = () => {
  if (isOpen) renderNotice();
  render();
};

/**
 * Remembers what had the focus before the first layer.
 *
 * @param {EventTarget | null} from
 */
export const rememberFocus = (from) => {
  opener = from ?? opener;
};

/**
 * What each event does to the state; `from` had the focus before.
 *
 * @type {Transitions}
 */
export const transitions = {
  /** A view is shown. The loader renders the notice and moves its focus; the app does so for its own views. */
  shown: (shown, from) => {
    if (shown !== "notice") {
      view = shown;
      render();
      return;
    }
    isOpen = true;
    update();
    emitAndRetain("shown", { view: shown });
    // The notice takes the focus only if the visitor asked for it.
    if (!from || from === document.body) return;
    focusFirst([notice.querySelector("h2")]);
    opener = from;
  },
  /** A view was closed. The focus returns to what had it, or to a control of the page, or to the reopen bar. */
  closed: (closed, from, isQuiet) => {
    // A visitor whose focus is elsewhere on the page keeps it.
    const { activeElement } = document;
    const hasFocus = activeElement === host || (from !== undefined && activeElement === document.body);
    if (closed === "notice") isOpen = false;
    view = null;
    render();
    retain("shown", isOpen && { view: "notice" });
    emit("closed", { view: closed });
    // Another tab may have answered meanwhile.
    transitions.changed();
    // After an answer by pointer the next key is for the page.
    if (isQuiet) /** @type {HTMLElement | null} */ (shadowRoot.activeElement)?.blur();
    else if (hasFocus)
      focusFirst([
        from,
        /** @type {Element | null} */ (opener),
        ...document.querySelectorAll("[data-courtesy]"),
        reopenBar.firstChild,
      ]);
  },
  /** An answer was given: the view that asked closes, and the result is announced. */
  decided: (from = /** @type {Element | null} */ (opener)) => {
    if (unsavedRecord) ask("forgotten");
    else liveRegion.textContent = /** @type {string} */ (site.words.saved);
    // What is still unanswered must not open the notice again.
    reason = currentReason();
    if (!view && openKeys()[0]) return update();
    const closedView = view || (isOpen && "notice");
    isOpen = false;
    if (closedView) return transitions.closed(closedView, from, byPointer);
    // The button that was pressed disappears.
    if (!byPointer && shadowRoot.activeElement) reopenBar.firstChild.focus();
    render();
  },
  /** What is on may have changed: at the start, by another tab, or with time. */
  changed: () => {
    if (view) return;
    const previous = reason;
    reason = currentReason();
    const isNew = reason !== previous;
    if (isNew && !reason && isOpen) transitions.closed("notice");
    else if (isNew && reason && !isOpen && site.notice.autoShow !== false) transitions.shown("notice");
    else update();
  },
};

/** Closes the dialog, or else the notice, without a decision. */
export const close = () => {
  if (view) /** @type {LazyModule} */ (lazyModule).close();
  else if (isOpen) transitions.closed("notice", /** @type {Element | null} */ (opener));
};
