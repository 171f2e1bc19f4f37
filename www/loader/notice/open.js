// Opens the notice, a view of the app, or the owner's own page.

import { loadLazy, reportFailure } from "../lazy/load-lazy.js";
import { problem } from "../page/events.js";
import { isAsking, isPage, site } from "../page/site.js";
import { isBlocked } from "../page/surroundings.js";
import { VIEWS } from "./controls.js";
import { transitions } from "./machine.js";

/** @import { AppView, View } from "../types.js" */

/** How long a visitor waits for a view, in milliseconds, before the policy page opens instead. */
const PATIENCE = 4000;

/**
 * The view that the reopen bar opens.
 *
 * @returns {"choices" | "notice"}
 */
export const reopenView = () => (isAsking() ? "choices" : "notice");

/**
 * Opens a view, or the owner's own page for it.
 *
 * @param {View} view
 * @param {Element | null} from
 */
export const open = (view, from) => {
  // Under a modal dialog of the page nothing but another dialog can be used.
  if (view === "notice" && isBlocked()) view = isAsking() ? "choices" : "details";
  if (view === "notice") transitions.shown(view, from);
  else if (isPage(view)) location.assign(/** @type {string} */ (site.pages[view]));
  else if (VIEWS.includes(view)) openView(view, /** @type {HTMLElement | null} */ (from));
};

/**
 * @param {AppView} view
 * @param {HTMLElement | null} from
 */
const openView = async (view, from) => {
  // Only the text changes, because the app re-renders its links and may have replaced the element.
  const label = /** @type {Text | undefined} */ (
    from?.dataset.act && /** @type {Text[]} */ ([...from.childNodes]).find(({ data }) => data)
  );
  const before = /** @type {string} */ (label?.data);
  if (label) label.data = site.words.opening;
  let hasLeft = false;
  const leave = () => {
    if (hasLeft) return;
    hasLeft = true;
    location.assign(site.pages[view] ?? site.pages.storage);
  };
  const timer = setTimeout(leave, PATIENCE);
  try {
    await (await loadLazy()).open(view, from, () => hasLeft);
  } catch (error) {
    problem("app", /** @type {{ fix?: string }} */ (error).fix ?? /** @type {Error} */ (error).message);
    leave();
  } finally {
    clearTimeout(timer);
    if (label?.data === site.words.opening) label.data = before;
  }
};

/** @type {Promise<unknown> | undefined} */
let warmed;

/**
 * Fetches what a control opens when a visitor approaches it; once, so that a failure is not repeated unasked.
 *
 * @param {string | undefined} name
 */
export const warm = (name) => {
  const view = /** @type {AppView} */ (name === "reopen" ? reopenView() : name);
  if (warmed || !VIEWS.includes(view) || isPage(view)) return;
  warmed = loadLazy().then((lazy) => lazy.warm(view).catch(() => {}), reportFailure);
};
