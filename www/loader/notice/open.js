// Opening: the notice, a view of the app, or the owner's own page.

import { loadLazy, reportFailure } from "../lazy/load-lazy.js";
import { problem } from "../page/events.js";
import { isAsking, isPage, site } from "../page/site.js";
import { isBlocked } from "../page/surroundings.js";
import { VIEWS } from "./controls.js";
import { transitions } from "./machine.js";

/** How long a visitor waits for a view before the policy page answers instead. */
const PATIENCE = 4000;

/** The view that the bar leads to. */
export const wayBack = () => (isAsking() ? "choices" : "notice");

/** Opens a view; where the owner has a page of their own for it, that page. */
export const open = (view, from) => {
  // Out of a modal dialog of the page's only another dialog can be used.
  if (view === "notice" && isBlocked()) view = isAsking() ? "choices" : "details";
  if (view === "notice") transitions.shown(view, from);
  else if (isPage(view)) location.assign(site.pages[view]);
  else if (VIEWS.includes(view)) openView(view, from);
};

const openView = async (view, from) => {
  // The app may draw another link in the place of its own: its texts are changed, and never replaced.
  const label = from?.dataset.act && [...from.childNodes].find(({ data }) => data);
  const before = label?.data;
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
    problem("app", error.fix ?? error.message);
    leave();
  } finally {
    clearTimeout(timer);
    if (label?.data === site.words.opening) label.data = before;
  }
};

let warmed;

/** Fetches what a control leads to when it is approached; once, because what fails by itself is not asked for again. */
export const warm = (name) => {
  const view = name === "reopen" ? wayBack() : name;
  if (warmed || !VIEWS.includes(view) || isPage(view)) return;
  warmed = loadLazy().then((lazy) => lazy.warm(view).catch(() => {}), reportFailure);
};
