// The page's own controls work whatever its routers, menus and delegated listeners do with the click.

import assert from "node:assert/strict";
import { FILMS, STATISTICS, becomes, early, ready, site, tag, TOLD } from "./optional.mjs";
import { page, run, settled, test } from "./suite.mjs";

const POLICY = 'href="/courtesy/privacy.html" data-courtesy="choices"';
const CONTROLS = `
  <p><a id="link" ${POLICY}>Privacy choices</a> <button id="button" data-courtesy="choices"><span id="within">Choices</span></button></p>
  <p><label>Privacy <button id="labelled" data-courtesy="choices">Choices in a label</button></label></p>
  <p><label data-courtesy="choices" id="label">A label that is a control <input type="checkbox" id="box"></label></p>
  <svg width="300" height="40"><a ${POLICY}><rect id="drawn" width="300" height="40" fill="teal"/></a></svg>
  <p><x-menu></x-menu></p><p id="later"></p><p><button id="no" data-courtesy="reject-all">Turn all off</button></p>
  <script>
    document.querySelector("x-menu").attachShadow({ mode: "open" }).innerHTML = '<button id="shadowed" data-courtesy="choices">Choices in a shadow root</button>';
    setTimeout(() => later.innerHTML = '<a id="added" ${POLICY}>Added later</a>', 300);
  </script>`;

const visit = (script, body = CONTROLS) => ({
  made: () => ({ folders: { "/courtesy/": site([STATISTICS, FILMS]) }, early: early(TOLD), pages: { "/": page({ tag: tag(), body: `<div id="app">${body}</div><script>${script}</script>` }) } }),
});

/** Presses it as a visitor does, sees the choices open once, and closes them. */
const opens = async (widget, id) => {
  const element = await widget.until(`#${id} is there`, `
    return document.getElementById(arguments[0]) ?? document.querySelector("x-menu")?.shadowRoot.getElementById(arguments[0])`, id);
  await widget.run("window.told = []");
  await element.click();
  await widget.shows("dialog[open] .choices");
  await widget.run("return courtesy.close()");
  await widget.hides("dialog");
  await widget.run("return new Promise((done) => setTimeout(done, 50))");
  const views = await widget.run("return told.filter(([name]) => name === 'shown').map(([, { view }]) => view)");
  assert.deepEqual(views, ["choices"], `${id} opens the choices, once`);
  assert.equal(await widget.run("return location.pathname + location.hash"), "/", `${id} leads nowhere else`);
};

const answered = async (widget) => {
  await ready(widget);
  await widget.run("return courtesy.decide('accept-all')");
  await widget.hides(".notice");
  await becomes(widget, "films", "granted");
};

const ALL = ["link", "within", "labelled", "label", "drawn", "shadowed", "added"];
/** Listeners of a page; where it has links for its own, what it was handed is in window.routed. */
const PAGES = {
  "a router of the app that takes every link": ["app.addEventListener('click', (event) => { if (event.target.closest('a')) { event.preventDefault(); window.routed = true; history.pushState({}, '', '/routed'); } })", ALL],
  "a router that takes links in document's capture phase": ["document.addEventListener('click', (event) => { const link = event.composedPath().find(({ localName }) => localName === 'a'); if (link) { event.preventDefault(); event.stopImmediatePropagation(); window.routed = true; } }, true)", ALL],
  "a menu that keeps every click to itself": ["app.addEventListener('click', (event) => event.stopPropagation(), true)", ALL],
  "a listener on window, added later, that stops all": ["addEventListener('load', () => setTimeout(() => addEventListener('click', (event) => event.stopImmediatePropagation(), true), 500))", ["link", "button", "added"]],
  "delegation as jQuery has it, where false stops and prevents": ["document.addEventListener('click', (event) => { for (let at = event.target; at; at = at.parentElement) if (at.matches('a, button')) { event.preventDefault(); event.stopPropagation(); } })", ["link", "button", "drawn"]],
  "a page that prevents the default of every pointer and mouse event": ["for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) document.addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, true)", ["link", "button"]],
};

for (const [name, [script, ids]] of Object.entries(PAGES)) {
  test(`${name}: ${ids.join(", ")} open the choices`, visit(script), async ({ widget }) => {
    await answered(widget);
    if (name.includes("added later")) await settled(700);
    for (const id of ids) await opens(widget, id);
    assert.equal(await widget.run("return window.routed ?? false"), false, "the router is not handed the link");
    assert.equal(await widget.run("return document.getElementById('box').checked"), false, "nothing else is switched");
  });
}

test("a control that turns everything off does so where a menu keeps the click to itself", visit("app.onclick = (event) => event.stopPropagation(); no.onclick = (event) => { event.stopImmediatePropagation(); event.preventDefault(); }"), async ({ widget }) => {
  await answered(widget);
  await (await widget.run("return document.getElementById('no')")).click();
  await becomes(widget, "films", "withdrawn");
});

test("a control inside a link of the page's is the control, and the link is not followed", visit("", '<a href="/elsewhere"><span id="inner" data-courtesy="choices">Choices</span></a>'), async ({ widget }) => {
  await answered(widget);
  await opens(widget, "inner");
});

test("a link with a name that is none of ours stays the page's", visit("app.addEventListener('click', (event) => { event.preventDefault(); window.routed = true; })", '<a id="other" href="/elsewhere" data-courtesy="choises">Choices</a>'), async ({ widget }) => {
  await answered(widget);
  await (await widget.run("return document.getElementById('other')")).click();
  assert.deepEqual(await widget.run("return [window.routed, location.pathname]"), [true, "/"]);
  assert.equal(await widget.visible("dialog"), false);
});

run();
