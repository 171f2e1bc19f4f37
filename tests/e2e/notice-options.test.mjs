// The notice's options as a visitor sees them: whether it shows by itself, in which corner, and when the widget has a button for reopening it;
// the five tokens; and browsers that are too old.

import assert from "node:assert/strict";
import { STATISTICS, early, gated, site, tag } from "./optional.mjs";
import { page, run, settled, test } from "./suite.mjs";

const OWN_WAY = '<footer><a id="ours" href="/courtesy/privacy.html" data-courtesy="details">Storage</a></footer>';
const informs = (notice, { root = "", head = "", body = "", ...more } = {}) => ({
  ...more,
  made: () => ({
    folders: { "/courtesy/": site([], { notice }) },
    pages: { "/": page({ tag: tag(), head, body }).replace("<html", `<html ${root}`) },
  }),
});

test("autoShow false: no notice comes, nothing is stored, and the button opens it", informs({ autoShow: false }), async ({ widget }) => {
  await widget.shows(".reopen");
  await settled();
  assert.equal(await widget.visible(".notice"), false);
  assert.deepEqual(await widget.storage(), {});
  await widget.click(".reopen button");
  await widget.shows(".notice, dialog[open]");
});

test("autoShow true: the notice comes", informs({ autoShow: true }), async ({ widget }) => {
  await widget.noticeShows();
});

const sides = (widget) => widget.inside(`const { left, right } = root.querySelector(".notice").getBoundingClientRect();
  return { left, right: document.documentElement.clientWidth - right }`);
for (const [direction, near, far] of [["ltr", "right", "left"], ["rtl", "left", "right"]]) {
  test(`position bottom-end: the card is in the corner where lines end, ${direction}`, informs({ position: "bottom-end" }, { root: `dir="${direction}"` }), async ({ widget }) => {
    await widget.noticeShows();
    const found = await sides(widget);
    assert.ok(found[near] >= 0 && found[near] <= 32 && found[far] > 600, JSON.stringify(found));
  });
}

test("position bottom: the card is in the corner where lines begin", informs({ position: "bottom" }), async ({ widget }) => {
  await widget.noticeShows();
  const { left, right } = await sides(widget);
  assert.ok(left >= 0 && left <= 32 && right > 600, `${left} ${right}`);
});

for (const [reopen, body, isThere] of [["always", OWN_WAY, true], ["auto", OWN_WAY, false], ["auto", "", true], ["never", "", false], ["never", OWN_WAY, false]]) {
  test(`reopen ${reopen}, on a page ${body ? "with" : "without"} a control: the button ${isThere ? "is there" : "is not there"}`, informs({ reopen }, { body }), async ({ widget }) => {
    await widget.dismiss();
    await widget.hides(".notice");
    if (isThere) await widget.shows(".reopen");
    await settled();
    assert.equal(await widget.visible(".reopen"), isThere);
    await widget.reload();
    await widget.until("it is ready", "return window.courtesy?.ready.then(() => true)");
    if (isThere) await widget.shows(".reopen");
    await settled();
    assert.equal(await widget.visible(".reopen"), isThere);
  });
}

const TOKENS = "<style>:root { color-scheme: light; --courtesy-surface: rgb(250 240 230); --courtesy-text: rgb(20 10 5); --courtesy-accent: rgb(200 0 100); --courtesy-radius: 3px; --courtesy-font: Georgia, serif }</style>";
test("the five tokens are seen in the notice and in the dialog", informs({}, { head: TOKENS }), async ({ widget }) => {
  const seen = (selector) => widget.inside(`const style = getComputedStyle(root.querySelector(arguments[0]));
    return [style.backgroundColor, style.color, style.borderTopLeftRadius, style.fontFamily]`, selector);
  const expected = ["rgb(250, 240, 230)", "rgb(20, 10, 5)", "3px", "Georgia, serif"];
  await widget.noticeShows();
  assert.deepEqual(await seen(".notice"), expected);
  const accent = await widget.inside("return [...root.querySelectorAll('.notice *')].some((element) => getComputedStyle(element).textDecorationColor === 'rgb(200, 0, 100)')");
  assert.ok(accent, "a link of the notice is underlined in the accent");
  await widget.openDetails();
  assert.deepEqual(await seen("dialog"), expected);
});

// Browsers older than those in the README lack one or the other.
for (const [what, removes] of [
  ["constructed style sheets", "delete window.CSSStyleSheet"],
  ["style sheets that can be adopted", "delete Document.prototype.adoptedStyleSheets; delete ShadowRoot.prototype.adoptedStyleSheets; window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }"],
]) {
  test(`an older browser, without ${what}: nothing is shown, and nothing optional runs`, {
    console: [/courtesy: .*(CSSStyleSheet|Illegal constructor)/], made: () => ({ folders: { "/courtesy/": site([STATISTICS]) }, early: early(removes), pages: { "/": gated(["statistics"], { tag: tag() }) } }),
  }, async ({ widget, server }) => {
    await widget.until("it has been tried", "return said.some((line) => line.includes('courtesy: '))");
    await settled();
    assert.equal(await widget.visible(".notice"), false);
    assert.deepEqual(await widget.run("return [window.ran ?? null, document.querySelector('h1').textContent]"), [null, "A page"]);
    assert.deepEqual(await widget.storage(), {});
    assert.equal((await widget.said()).filter((line) => /^(uncaught|unhandled)/.test(line)).length, 0);
    assert.ok(server.log.length);
  });
}

run();
