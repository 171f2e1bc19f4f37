// What a visitor of an app does, and what can be told from outside: what ran, was fetched and is stored.

import assert from "node:assert/strict";
import { NOTICE } from "../e2e/gated.mjs";

const PATHS = { One: "/", Two: "/two", Three: "/three", Children: "/children", Plain: "/plain" };

/** What the libraries say on the page while they are not done with it. */
const BUSY = "html[aria-busy], html[data-turbo-preview], html.is-changing, .htmx-swapping, .htmx-settling";

/** A page is there when its address and its heading say so, and the framework is done with it. */
const arrived = ({ widget, app }, title) =>
  widget.until(`page ${title} is there`, `const [title, path, busy] = arguments;
    return document.readyState === "complete" && location.pathname === path && !document.querySelector(busy) &&
      document.querySelector("h1")?.textContent === title && !!(${app.alive ?? true})`, title, PATHS[title], BUSY);

/** The document has come, and the widget knows its site. */
export const isThere = async (visit, title) => {
  await arrived(visit, title);
  await visit.widget.until("the site is known", "return window.courtesy?.ready.then(() => true)");
};

/** Opens a page of the app, as a document of its own; with a query, that is all. */
export const opens = async (visit, title, query = "") => {
  visit.widget.saidBefore = await visit.widget.said();
  await visit.go(PATHS[title] + query);
  if (!query) await isThere(visit, title);
};

/** Cookies know no port, so another test's would be here; and a port may come again. */
export const startsAnew = async ({ session, widget }) => {
  await session.manage().deleteAllCookies();
  await widget.run("localStorage.clear(); sessionStorage.clear()");
};

/** Goes within the document: by what `act` does in the page. */
const moves = async (visit, title, act, ...given) => {
  await visit.widget.run(`window.isSame = true; ${act}`, ...given);
  await arrived(visit, title);
  assert.equal(await visit.widget.run("return window.isSame"), true, "the framework goes there within the document");
};

/** Presses the app's own link to a page. */
export const goes = (visit, title) => moves(visit, title, `const links = [...document.querySelectorAll("nav a")];
  links.find(({ textContent }) => textContent.trim() === arguments[0]).click()`, title);

export const back = (visit, title) => moves(visit, title, "history.back()");
export const forward = (visit, title) => moves(visit, title, "history.forward()");

export const accepts = async ({ widget }) => {
  await widget.click(NOTICE.accept);
  await widget.hides(".notice");
};

let marks = 0;
/**
 * Everything that came before has been looked at: a gate that is open to all, put behind all others, has been opened, and
 * the page was drawn since. What has not happened by then does not happen.
 */
export const settled = async ({ widget }) => {
  const mark = ++marks;
  await widget.run(`const gate = document.createElement("script");
    Object.assign(gate, { type: "text/plain", text: "(window.marks ??= []).push(" + arguments[0] + ")" });
    Object.assign(gate.dataset, { purpose: "essential", mark: "" });
    document.body.append(gate)`, mark);
  await widget.until("a gate behind all others is opened", `const drawn = () => new Promise(requestAnimationFrame);
    return drawn().then(drawn).then(() => !!window.marks?.includes(${mark}))`);
  await widget.run("for (const gate of document.querySelectorAll('[data-mark]')) gate.remove()");
};

/** How often each script must have run after these pages, in this order, in one document. */
export const due = (...titles) => {
  const counts = { shared: 1, layout: 1, view: titles.length };
  for (const name of titles.map((title) => title.toLowerCase())) {
    for (const address of [name, `film ${name}`]) counts[address] = 1;
    for (const inline of [`inline ${name}`, `within ${name}`]) counts[inline] = (counts[inline] ?? 0) + 1;
  }
  return inOrder(counts);
};

const inOrder = (counts) => Object.fromEntries(Object.entries(counts).sort(([one], [other]) => (one < other ? -1 : 1)));

/** How often each has run. */
export const ran = async ({ widget }) => {
  const counts = {};
  for (const name of await widget.run("return ran")) counts[name] = (counts[name] ?? 0) + 1;
  return inOrder(counts);
};

const FILM = "document.querySelector('iframe[data-purpose]')?.contentDocument?.title === 'Film'";

/** All that is due has run, that often and no oftener; the page's film and its template's content are there. */
export const hasRun = async (visit, ...titles) => {
  const { widget } = visit;
  const wanted = due(...titles);
  await widget.until("all ran", "return arguments[0].every((name) => ran.includes(name))", Object.keys(wanted))
    .catch(async (fault) => assert.deepEqual(await ran(visit), wanted, fault.message));
  await settled(visit);
  assert.deepEqual(await ran(visit), wanted);
  await widget.until("the film is there", `return ${FILM}`);
  const shown = await widget.run("return document.querySelector('.within')?.textContent");
  assert.equal(shown, `Shown on ${titles.at(-1).toLowerCase()}.`);
};

/** From now on only what is new is told. */
export const forgets = async ({ widget, server }) => {
  await widget.run("ran.length = 0");
  server.log.length = 0;
};

export const off = ({ widget }) => widget.until("all is off", "return !['analytics', 'media'].some(courtesy.allows)");

/** What was stored is gone: it is removed on the page of the withdrawal. */
const removed = ({ widget }) =>
  widget.until("what was stored is gone", "return !document.cookie.includes('_pa=') && localStorage.getItem('film') === null");

/** A withdrawal is done: all is off, unloaded and removed. */
export const gone = async (visit) => {
  await off(visit);
  await unframed(visit);
  await removed(visit);
};

/** The page's films are unloaded. */
const unframed = ({ widget }) => widget.until("the film is unloaded", `
  const isOff = (frame) => !frame.hasAttribute("src") && frame.contentDocument?.title !== "Film";
  return [...document.querySelectorAll("iframe[data-purpose]")].every(isOff)`);

/** Nothing optional has run, was fetched or is stored, since all was forgotten. */
export const nothing = async (visit, when) => {
  await settled(visit);
  await unframed(visit);
  const { widget, server } = visit;
  const found = {
    ran: await widget.run("return ran"),
    fetched: server.log.filter((path) => path.startsWith("/gated/")),
    stored: await widget.run("return [document.cookie.includes('_pa='), localStorage.getItem('film')]"),
  };
  assert.deepEqual(found, { ran: [], fetched: [], stored: [false, null] }, when);
};

/** How often an address was asked for. */
export const fetched = ({ server }, path) => server.log.filter((asked) => asked === path).length;
