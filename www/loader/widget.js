// What is shown: the notice, the app's dialog over it, or the button that brings them back.

import { app, mend, turn } from "./app.js";
import { assess, untold } from "./assess.js";
import { elsewhere } from "./controls.js";
import { emit, emitAndKeep, keep, problem } from "./events.js";
import { focusFirst, keepClear } from "./focus.js";
import { host } from "./host.js";
import { asked, besideSite, getJson, site, isPage } from "./site.js";
import { tree } from "./slots.js";
import { dismissal, recorded, store, stored } from "./storage.js";
import { build } from "./tree.js";

/** How long a visitor waits for the app before the policy page answers instead. */
const PATIENCE = 4000;

let card;
let pill;
let before; // what had the focus before the notice
let opener; // what opened the dialog
let noticeOpen = false;
let dialogOpen = false; // or the view that it shows
let warmed = false;

/** The record of this page view, where the browser would not keep it. */
export let unkept = null;

/** Builds the notice and the button, hidden, and answers their controls. */
export const raise = () => {
  const element = host();
  element.dataset.theme = asked.theme ?? "auto";
  element.dataset.position = site.notice.position;
  const words = { ...site.words, unremembered: stored() === undefined ? site.words.unremembered : "" };
  for (const [page, link] of Object.entries(site.pages)) words[page + "Page"] = link;
  [card, pill] = tree.map((node) => build(node, { ...words, language: site.language, direction: site.direction }));
  element.shadowRoot.append(card, pill);
  element.shadowRoot.addEventListener("click", (event) => act(event.target.closest("[data-act]"), event));
  element.addEventListener("focusin", ({ relatedTarget }) => (before = relatedTarget));
  for (const type of ["pointerover", "focusin"]) {
    element.shadowRoot.addEventListener(type, ({ target }) => warm(target.closest("[data-act]")?.dataset.act));
    document.addEventListener(type, ({ target }) => warm(target.closest?.("[data-courtesy]")?.dataset.courtesy));
  }
  addEventListener("DOMContentLoaded", render);
  // A page that draws itself may bring its own way back, or take it away, at any time.
  let waiting;
  const soon = () => (waiting ||= setTimeout(() => render((waiting = 0)), 200));
  new MutationObserver(soon).observe(document, { childList: true, subtree: true });
  keepClear(element, card);
  render();
};

/** The button is there where nothing on the page leads back; a page that is still being read may yet bring something. */
const needsPill = () => {
  const { reopen } = site.notice;
  const looked = document.readyState !== "loading" && !document.querySelector("[data-courtesy]:not([hidden], [hidden] *)");
  return reopen === "always" || (reopen === "auto" && looked);
};

const render = () => {
  card.hidden = !noticeOpen || dialogOpen;
  pill.hidden = noticeOpen || dialogOpen || !needsPill();
};

const act = (button, event) => {
  const name = button?.dataset.act;
  // In the dialog a link leads to another view of it, for those who do not want it elsewhere.
  if (name && button.href && (elsewhere(event) || event.preventDefault())) return;
  if (name === "dismiss") dismiss();
  else if (name) open(name === "reopen" ? wayBack() : name, button);
};

/** What the way back leads to: the notice, or the details where there is none. */
const wayBack = () => (site.mode === "notice" ? "notice" : "details");

/** Opens a view. What the owner has a page of their own for is that page. */
export const open = (view, from) => {
  if (view === "notice" && wayBack() === "notice") openNotice(from);
  else if (isPage(view)) location.assign(site.pages[view]);
  else openDialog(site.files[view] ? view : "details", from);
};

/** Shows the notice. Focus moves to it only where the visitor asked for it. */
export const openNotice = (from) => {
  noticeOpen = true;
  tell();
  render();
  emitAndKeep("shown", { view: "notice" });
  if (!from || from === document.body) return;
  focusFirst([card.querySelector("h2")]);
  before = from;
};

/** What has changed in the policy since this visitor was told last stands in the notice's place; else the notice says what it says. */
const tell = () => {
  const [record, now] = [unkept ?? recorded(), Date.now()];
  // Where the notice comes back for another reason, or another site's record stands there, it says what it says.
  const sentences = ["changes", "expired"].includes(assess(record, site, now)) ? untold(record, site, now) : [];
  const { words, pages } = site;
  const isNews = sentences.length > 0;
  card.querySelector("h2").textContent = isNews ? words.changed : words.title;
  card.querySelector(".text").textContent = isNews ? words.changes : words.text;
  card.querySelector("a").href = isNews ? pages.changes : pages.storage;
  card.querySelector(".news").replaceChildren(...sentences.map((textContent) => Object.assign(document.createElement("li"), { textContent })));
};

const openDialog = async (view, from) => {
  // From inside the dialog: what opened it gets the focus back, not what goes with the view.
  if (!dialogOpen) opener = from ?? document.activeElement;
  // The app may draw another link in the place of its own: its texts are changed, and never replaced.
  const name = from?.dataset.act && [...from.childNodes].find(({ data }) => data);
  const said = name?.data;
  if (name) name.data = site.words.opening;
  let left;
  const leave = () => (left ||= !location.assign(site.pages[view] ?? site.pages.storage));
  const timer = setTimeout(leave, PATIENCE);
  try {
    const [module, data] = await Promise.all([
      app(hooks),
      view !== "details" && getJson(besideSite(site.files[view])),
    ]);
    // A dialog that was just closed tells of it in a turn of its own, and would not open before that.
    do await turn();
    while (dialogOpen && host().shadowRoot.querySelector("dialog")?.open === false);
    if (left) return;
    dialogOpen = view;
    render();
    module.open(view, data, !unkept && !!assess(recorded(), site, Date.now()));
    emitAndKeep("shown", { view });
  } catch (error) {
    problem("app", mend(error));
    leave();
  } finally {
    clearTimeout(timer);
    if (name?.data === site.words.opening) name.data = said;
  }
};

/** Fetches the app when a control that leads to it is approached; once, because what fails by itself is not asked for again. */
const warm = (name) => {
  if (warmed || !(site.files[name] || (name === "reopen" && wayBack() === "details"))) return;
  warmed = true;
  app(hooks).catch(() => {});
};

/** Closes the dialog, or else the notice, and decides nothing. */
export const close = async () => {
  if (dialogOpen) (await app(hooks)).close();
  else if (noticeOpen) closed("notice");
};

const closed = (view) => {
  if (view === "notice") noticeOpen = false;
  dialogOpen = false;
  render();
  keep("shown", noticeOpen && { view: "notice" });
  emit("closed", { view });
  focusFirst([view === "notice" ? before : opener, ...document.querySelectorAll("[data-courtesy]"), pill]);
};

const dismiss = () => {
  const record = dismissal(site);
  decided(record, store(record));
};

/** What `decided` tells. */
export const decision = (record) => ({ ...record.events.at(-1), record });

/** A dismissal took place, here or in the app. */
const decided = (record, kept) => {
  unkept = kept ? null : record;
  if (!kept) card.querySelector(".aside").textContent = site.words.unremembered;
  emitAndKeep("decided", decision(record));
  closed("notice");
};

/** What the app tells. */
const hooks = {
  closed: () => closed(dialogOpen),
  dismissed: decided,
  erased: () => {
    unkept = null;
    keep("decided");
  },
};
