// The notice is in sight, above all else, and in its place in the document, whatever the page does to its root and its body.

import assert from "node:assert/strict";
import { page, run, settled, test } from "./suite.mjs";

const LONG = '<p style="height: 3000px">A long page.</p>';
const visit = (head, body = LONG, more = {}) => ({ ...more, pages: { "/": page({ head, body }) } });

/** A button of the notice is where a visitor sees it, and nothing lies over it. */
const inSight = (widget, why = "") => widget.until(`its button is in sight ${why}`, `
  const host = document.querySelector("courtesy-host");
  const button = [...host.shadowRoot.querySelectorAll(".notice button")].find((button) => button.getClientRects()[0]);
  if (!button) return false;
  const { x, y, width, height, bottom } = button.getBoundingClientRect();
  // WebKit measures boxes without the zoom and with the scrolling, so there the points of the corner tell.
  const isZoomed = (getComputedStyle(document.documentElement).zoom || 1) != 1 && [0.5, 0.7, 0.9].every((part) => document.elementFromPoint(90, innerHeight * part) === host);
  return isZoomed || (y >= 0 && bottom <= innerHeight && document.elementFromPoint(x + width / 2, y + height / 2) === host)`);

const ROOTS = {
  "a transform": "transform: translateZ(0)",
  "a perspective": "perspective: 900px",
  "contain: paint": "contain: paint",
  "contain: strict": "contain: strict; height: 5000px",
  "a filter": "filter: grayscale(0.5)",
  "a backdrop-filter": "backdrop-filter: blur(2px)",
  "will-change: transform, taller than the window": "will-change: transform; min-height: 5000px",
  "a container": "container-type: inline-size",
  "a zoom": "zoom: 1.5",
  "a rotation": "rotate: 0.5deg",
  "opacity": "opacity: 0.9",
  "overflow hidden": "overflow: hidden; height: 100%",
};
for (const [name, style] of Object.entries(ROOTS)) {
  test(`under ${name} on html it stays in sight while the page scrolls`, visit(`<style>html { ${style} }</style>`), async ({ widget }) => {
    await widget.noticeShows();
    await inSight(widget);
    await widget.run("scrollTo(0, 1500)");
    await inSight(widget, "after scrolling");
    // WebKit's driver misses what is zoomed.
    await (name === "a zoom" ? widget.inside(`root.querySelector('.notice [data-act="dismiss"]').click()`) : widget.dismiss());
    await widget.shows(".reopen");
  });
}

test("under a transform on body, and a body that scrolls in place of the page", visit("<style>html, body { height: 100%; overflow: hidden } body { transform: scale(1); overflow-y: scroll }</style>"), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("document.body.scrollTo(0, 1500)");
  await inSight(widget);
});

const CHAT = '<div id="chat" style="position: fixed; left: 0; bottom: 0; width: 500px; height: 500px; background: teal; z-index: 2147483647"></div>';
test("above what has the highest z-index and comes later in the document", visit("", LONG + CHAT), async ({ widget }) => {
  await widget.noticeShows();
  await inSight(widget);
  await widget.run("document.documentElement.append(document.getElementById('chat').cloneNode())");
  await inSight(widget, "above a later one");
  await widget.dismiss();
  await widget.click(".reopen");
  await inSight(widget, "after the way back");
});

const order = (widget) => widget.run(`
  const host = document.querySelector("courtesy-host");
  return host.parentElement.localName + (host.nextElementSibling ? " before " + host.nextElementSibling.localName : " last")`);

const tab = (widget) => widget.run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }))");

test("it is the last in the body, while the page is read and after; at the first Tab, the first before the body", {
  pages: { "/": page({ body: '<p>Text.</p><img src="/slow.svg" alt="">' }) }, rules: { "/slow.svg": { status: 200, wait: 5_000, headers: { "content-type": "image/svg+xml" }, body: '<svg xmlns="http://www.w3.org/2000/svg"/>' } },
  early: `window.places = []; new MutationObserver(() => {
    const host = document.querySelector("courtesy-host");
    const place = host && host.parentElement.localName + (host.nextElementSibling ? " before " + host.nextElementSibling.localName : "") + " " + (document.readyState === "complete");
    if (place && places.at(-1) !== place) places.push(place); }).observe(document, { childList: true, subtree: true });
    addEventListener("DOMContentLoaded", () => setTimeout(() => { window.readyThen = document.readyState; document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true })); }, 500))`,
}, async ({ widget }) => {
  await widget.noticeShows();
  await widget.until("the page has loaded", "return document.readyState === 'complete'");
  assert.equal(await widget.run("return readyThen"), "interactive", "Tab was pressed before that");
  await settled(700);
  const places = await widget.run("return places");
  assert.ok(places.length && places.every((place) => place.startsWith("body")), `nowhere but in the body: ${places}`);
  await tab(widget);
  assert.equal(await order(widget), "html before body");
  await inSight(widget);
});

test("who is in it while the page comes to rest stays in it", {
  pages: { "/": page({ body: '<p>Text.</p><img src="/slow.svg" alt="">' }) }, rules: { "/slow.svg": { status: 200, wait: 6_000, headers: { "content-type": "image/svg+xml" }, body: '<svg xmlns="http://www.w3.org/2000/svg"/>' } },
  early: `document.addEventListener("DOMContentLoaded", () => { const timer = setInterval(() => {
    const button = document.querySelector("courtesy-host")?.shadowRoot?.querySelector('[data-act="details"]');
    if (!button) return; clearInterval(timer); window.readyThen = document.readyState; button.focus(); }, 20) })`,
}, async ({ widget }) => {
  await widget.until("the page has loaded", "return document.readyState === 'complete' && window.readyThen");
  await settled(800);
  assert.equal(await widget.run("return readyThen"), "interactive");
  assert.equal(await widget.focused(), "details");
});

const BODIES = {
  "is emptied": "document.body.innerHTML = ''",
  "is replaced": "document.body.replaceWith(document.createElement('body'))",
  "is emptied by replaceChildren": "document.body.replaceChildren()",
  "is written by innerHTML of html": "document.documentElement.innerHTML = '<head><title>New</title></head><body>New.</body>'",
  "is set anew": "document.body = document.createElement('body')",
  "is emptied again and again": "let times = 5; const again = setInterval(() => { document.body.replaceChildren(); times-- || clearInterval(again); }, 60)",
};
for (const [name, act] of Object.entries(BODIES)) {
  test(`a body that ${name} has the notice in sight again, above all else, and first at the next Tab`, visit("", LONG), async ({ widget }) => {
    await widget.noticeShows();
    await widget.run(act);
    await settled();
    await widget.run(`document.body.insertAdjacentHTML("beforeend", arguments[0])`, CHAT);
    await widget.noticeShows();
    await inSight(widget);
    assert.equal(await widget.run("return document.querySelectorAll('courtesy-host').length"), 1);
    await tab(widget);
    assert.equal(await order(widget), "html before body");
  });
}

test("on paper there is none of it", { only: ["chromium"] }, async ({ widget, session }) => {
  await widget.noticeShows();
  await session.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
  assert.equal(await widget.run("return getComputedStyle(document.querySelector('courtesy-host')).display"), "none");
  assert.equal(await widget.visible(".notice"), false);
  await session.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
  await inSight(widget);
});

run();
