// The first layer: the notice, and the button that brings it back. It asks or informs by itself; every other view is the app's.

import { askable, untold } from "../consent/assess.js";
import { ACTS, VIEWS, byPointer, elsewhere, isUsable } from "./controls.js";
import { all, allowed, answer, withdraw } from "../consent/decide.js";
import { emit, emitAndKeep, keep, problem } from "../page/events.js";
import { focusFirst } from "./focus.js";
import { hasNews, hasSignals, isGeneric, onlyAsks } from "../page/features.js";
import { host, makeHost, place, placeFirst } from "./host.js";
import { listen } from "../page/listeners.js";
import { ask, failed, later } from "../lazy/load-lazy.js";
import { asked, isPage, site } from "../page/site.js";
import { tree } from "../page/build-constants.js";
import { current, gpc, openKeys, reason, stateOf, unkept } from "../consent/state.js";
import { isFixed, stored } from "../consent/storage.js";
import { isBlocked, isFollower } from "../page/surroundings.js";
import { build } from "./dom.js";

/** How long a visitor waits for a view before the policy page answers instead. */
const PATIENCE = 4000;

let card;
let pill;
let said;
let apart; // what the notice tells of beside what it asks for
let before = null; // what had the focus before the notice
let noticeOpen = false;
let covered = false; // by a view of the app
let why; // the visitor is told or asked, as of the last look

/** Builds the notice and the button, hidden, and answers their controls. */
export const raise = () => {
  makeHost();
  const { shadowRoot } = host;
  host.dataset.theme = asked.theme ?? "auto";
  host.dataset.position = site.notice.position;
  [card, pill, said] = tree.map((node) => build(node, { __proto__: null, ...site, ...site.words }));
  shadowRoot.append(card, pill, said);
  // A site file names the owner's further links; where the tree was made for the site it has them.
  if (isGeneric) card.querySelector(".links").append(...(site.links ?? []).map((link) => build(["a", { href: "{url}" }, "{title}"], link)));
  // Before a focus trap of the page's swallows it.
  listen(window, "click", (event) => {
    const path = event.composedPath();
    if (path.includes(shadowRoot)) press(path[0].closest("[data-act]"), event);
  }, true);
  // What a visitor is led back to after an answer, or finds under a pointer at rest, they have not approached.
  const near = (event) => {
    const control = event.composedPath()[0].closest?.("[data-act],[data-courtesy]");
    warm(control?.dataset[shadowRoot.contains(control) ? "act" : "courtesy"]);
  };
  listen(document, "pointermove", near);
  listen(host, "focusin", (event) => {
    before = event.relatedTarget ?? before;
    if (!card.hidden) near(event);
  });
  // Who goes through the page by keyboard meets the notice first, and finds what has the focus in sight (WCAG 2.2, 2.4.11).
  listen(window, "keydown", ({ key }) => {
    if (key !== "Tab" || (pill.hidden && card.hidden)) return;
    placeFirst();
    ask("keepClear");
  }, true);
  place();
};

/** The button is there where nothing on the page leads back. */
const needsPill = () => {
  const { reopen } = site.notice;
  const controls = document.querySelectorAll(onlyAsks || site.optional ? "[data-courtesy=choices]" : "[data-courtesy]");
  return reopen === "always" || (reopen !== "never" && ![...controls].some(isUsable));
};

/** Shows what there is to show. Under a modal dialog of the page's it could not be pressed, and in a frame of its own site it is shown outside. */
export const render = () => {
  const isAway = covered || isBlocked() || isFollower(render);
  card.hidden = !noticeOpen || isAway;
  pill.hidden = noticeOpen || isAway || !needsPill();
  for (const off of pill.querySelectorAll("[data-act=withdraw]")) off.hidden = !allowed[0];
  // A brand token that is no colour takes the border with it.
  if (!card.hidden && getComputedStyle(card).borderTopStyle === "none") ask("brand");
};

/** The views and acts of the first layer's own buttons. */
const press = (button, event) => {
  const name = button?.dataset.act;
  // In the dialog a link leads to another view of it, for those who do not want it elsewhere.
  if (name && button.href && (elsewhere(event) || event.preventDefault())) return;
  // What is not asked keeps its answer.
  if (name in ACTS) answer({ ...all(askable(site)), ...all(wanted(), ACTS[name]) }, name);
  else if (name === "dismiss") answer({}, name);
  else if (name === "withdraw") withdraw();
  else if (name === "reopen") open(wayBack(), button);
  else open(name, button);
};

/** What is asked: what is still unanswered, and where nothing is, everything. */
const wanted = () => {
  const keys = openKeys();
  return keys[0] ? keys : Object.keys(site.facts);
};

/** What the way back leads to. */
const wayBack = () => (onlyAsks || site.optional ? "choices" : "notice");

/** Opens a view. What the owner has a page of their own for is that page. */
export const open = (view, from) => {
  // Out of a modal dialog of the page's only another one can be pressed.
  if (view === "notice" && isBlocked()) view = onlyAsks || site.optional ? "choices" : "details";
  if (view === "notice") openNotice(from);
  else if (isPage(view)) location.assign(site.pages[view]);
  else if (VIEWS.includes(view)) openView(view, from);
};

/** Shows the notice. Focus moves to it only where the visitor asked for it. */
const openNotice = (from) => {
  noticeOpen = true;
  tell();
  render();
  emitAndKeep("shown", { view: "notice" });
  if (!from || from === document.body) return;
  focusFirst([card.querySelector("h2")]);
  before = from;
};

/** What the notice says now: what is asked, what is on, or what has changed in the policy. */
const tell = () => {
  const { words, pages, optional } = site;
  // Where the notice comes back for another reason, or another site's record stands there, it says what it says.
  const news = hasNews && !openKeys()[0] && ["changes", "expired"].includes(reason()) && untold(current(), site, Date.now());
  const isNews = hasNews && news?.[0];
  const informs = hasSignals && !isNews && wanted().every(isOn);
  const put = (selector, text) => (card.querySelector(selector).textContent = text);
  put("h2", isNews ? words.changed : words.title);
  put(".text", isNews ? words.changes : informs ? words.informs : words.text);
  card.querySelector("a").href = isNews ? pages.changes : pages.storage;
  const points = isNews ? news : Object.keys(optional ?? {}).filter((key) => wanted().includes(key)).map((key) => optional[key]);
  card.querySelector("ul").replaceChildren(...points.map((point) => build(["li", {}, "{point}"], { point })));
  if (hasSignals) tellApart(!isNews && !informs);
  const shown = (onlyAsks || optional) && !isNews && !informs ? ["accept-all", "reject-all", "choices"] : [informs && "withdraw", onlyAsks || optional ? "choices" : "details", "dismiss"];
  for (const button of card.querySelectorAll("button")) button.hidden = !shown.includes(button.dataset.act);
  // What few visitors are told comes with the second half: of their signal, and that nothing can be remembered.
  if (gpc === true || unkept || isFixed || stored() === undefined) ask("aside", card.querySelector(".aside"));
};

/** Whether something is on without having been asked for, in the United Kingdom. */
const isOn = (key) => stateOf(key) === "not_required";

/** What is on already stands apart, below what is asked for, with a text of its own. */
const tellApart = (isAsking) => {
  const { words, optional } = site;
  const list = card.querySelector("ul");
  const keys = Object.keys(optional ?? {}).filter((key) => wanted().includes(key));
  apart?.remove();
  if (!isAsking || !keys.some(isOn)) return;
  const points = [...list.children].filter((_, place) => isOn(keys[place]));
  apart = build(["div", {}, ["p", {}, "{informs}"], ["ul", {}]], words);
  apart.lastChild.append(...points);
  list.after(apart);
};

const openView = async (view, from) => {
  // The app may draw another link in the place of its own: its texts are changed, and never replaced.
  const name = from?.dataset.act && [...from.childNodes].find(({ data }) => data);
  const was = name?.data;
  if (name) name.data = site.words.opening;
  let left;
  const leave = () => (left ||= !location.assign(site.pages[view] ?? site.pages.storage));
  const timer = setTimeout(leave, PATIENCE);
  try {
    await (await later()).open(view, from, () => left);
  } catch (error) {
    problem("app", error.fix ?? error.message);
    leave();
  } finally {
    clearTimeout(timer);
    if (name?.data === site.words.opening) name.data = was;
  }
};

let warmed;

/** Fetches what a control leads to when it is approached; once, because what fails by itself is not asked for again. */
const warm = (name) => {
  const view = name === "reopen" ? wayBack() : name;
  if (warmed || !VIEWS.includes(view) || isPage(view)) return;
  warmed = later().then((more) => more.warm(view).catch(() => {}), failed);
};

/** A view of the app covers the first layer, or no longer does. */
export const cover = (view) => {
  covered = view;
  render();
};

/** Closes the dialog, or else the notice, and decides nothing. */
export const close = async () => {
  if (covered) (await later()).close();
  else if (noticeOpen) closed("notice", before);
};

/** A view was closed; the focus goes back to what had it, or to the page's own way back, or to the button. */
export const closed = (view, from, isQuiet) => {
  // Who is elsewhere on the page stays there.
  const { activeElement } = document;
  const isOurs = activeElement === host || (from !== undefined && activeElement === document.body);
  if (view === "notice") noticeOpen = false;
  cover(false);
  keep("shown", noticeOpen && { view: "notice" });
  emit("closed", { view });
  follow();
  // Who answered by a pointer goes on reading: the next key is for the page.
  if (isQuiet) host.shadowRoot.activeElement?.blur();
  else if (isOurs) focusFirst([from, before, ...document.querySelectorAll("[data-courtesy]"), pill.firstChild]);
};

/** An answer was given: what asked for it goes, and it is said that it counts. */
export const finish = (from = before) => {
  const view = covered || (noticeOpen && "notice");
  said.textContent = site.words.saved;
  if (unkept) ask("forgotten");
  why = reason();
  // Not everything that is asked was answered.
  if (!covered && openKeys()[0]) return noticeOpen ? tell() : render();
  noticeOpen = false;
  if (view) return closed(view, from, byPointer);
  // The button that was pressed goes.
  if (!byPointer && host.shadowRoot.activeElement) pill.firstChild.focus();
  render();
};

/** What is shown follows what counts: at the start, and when another tab decided, or time did. */
export const follow = () => {
  if (covered) return;
  const was = why;
  why = reason();
  if (noticeOpen) tell();
  if (why !== was && !why && noticeOpen) closed("notice");
  else if (why !== was && why && site.notice.autoShow !== false && !noticeOpen) openNotice();
  else render();
};
