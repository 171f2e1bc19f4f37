// The state of the first layer, and its transitions, which alone change it: whether the notice is open, which view of the app covers it, what had the focus
// before, and why the visitor is informed or asked.

import { unseenChanges } from "../consent/assess.js";
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

let isOpen = false; // the notice, also while a view covers it
let view; // of the app
let opener = null;
let reason; // as of the last look

/** What is asked about: what is still unanswered, and where nothing is, everything. */
export const wanted = () => {
  const keys = openKeys();
  return keys[0] ? keys : Object.keys(site.facts);
};

/** Whether a key is on without having been asked for, in the United Kingdom. */
const isOn = (key) => stateOf(key) === "not_required";

/** The policy changes that the notice is shown for; where it is shown for another reason, it says what it always says. */
const news = () =>
  !openKeys()[0] && ["changes", "expired"].includes(currentReason()) && unseenChanges(current(), site, Date.now());

/** Renders the open notice's content. */
const renderNotice = () => {
  renderContent(describe(site, wanted(), isOn, hasNews && news()));
  // What concerns few visitors comes with the lazy half: their signal, and that nothing can be remembered.
  if (gpc === true || unsavedRecord || isFixed || readStored() === undefined)
    ask("aside", notice.querySelector(".aside"));
};

/** Renders what is visible. Under a modal dialog of the page's nothing could be used, and in a frame of its own site it is shown outside. */
export const render = () => renderVisibility(isOpen, view || isBlocked() || isFollower(render));

const update = () => {
  if (isOpen) renderNotice();
  render();
};

/** Remembers what had the focus before the first layer. */
export const rememberFocus = (from) => {
  opener = from ?? opener;
};

/** By event, what it does to the state; `from` had the focus before. */
export const transitions = {
  /** A view is shown; the notice's content and focus are ours, the app's are its own. */
  shown: (what, from) => {
    if (what !== "notice") {
      view = what;
      render();
      return;
    }
    isOpen = true;
    update();
    emitAndRetain("shown", { view: what });
    // Focus moves to the notice only where the visitor asked for it.
    if (!from || from === document.body) return;
    focusFirst([notice.querySelector("h2")]);
    opener = from;
  },
  /** A view was closed; the focus goes back to what had it, or to the page's own way back, or to the bar. */
  closed: (what, from, isQuiet) => {
    // A visitor who is elsewhere on the page stays there.
    const { activeElement } = document;
    const hasFocus = activeElement === host || (from !== undefined && activeElement === document.body);
    if (what === "notice") isOpen = false;
    view = null;
    render();
    retain("shown", isOpen && { view: "notice" });
    emit("closed", { view: what });
    // Another tab may have answered meanwhile.
    transitions.changed();
    // After an answer by pointer the visitor reads on: the next key is for the page.
    if (isQuiet) shadowRoot.activeElement?.blur();
    else if (hasFocus)
      focusFirst([from, opener, ...document.querySelectorAll("[data-courtesy]"), reopenBar.firstChild]);
  },
  /** An answer was given: what asked for it closes, and its effect is announced. */
  decided: (from = opener) => {
    liveRegion.textContent = site.words.saved;
    if (unsavedRecord) ask("forgotten");
    // What is still unanswered does not open the notice again.
    reason = currentReason();
    if (!view && openKeys()[0]) return update();
    const closing = view || (isOpen && "notice");
    isOpen = false;
    if (closing) return transitions.closed(closing, from, byPointer);
    // The button that was pressed goes.
    if (!byPointer && shadowRoot.activeElement) reopenBar.firstChild.focus();
    render();
  },
  /** What is in effect may have changed: at the start, by another tab, or with time. */
  changed: () => {
    if (view) return;
    const was = reason;
    reason = currentReason();
    const isNew = reason !== was;
    if (isNew && !reason && isOpen) transitions.closed("notice");
    else if (isNew && reason && !isOpen && site.notice.autoShow !== false) transitions.shown("notice");
    else update();
  },
};

/** Closes the dialog, or else the notice, and decides nothing. */
export const close = () => {
  if (view) lazyModule.close();
  else if (isOpen) transitions.closed("notice", opener);
};
