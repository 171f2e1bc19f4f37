// Who answers by a pointer goes on reading: the next key is the page's. Who answers by keyboard is led on.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { FILMS, STATISTICS, becomes, site, tag } from "./optional.mjs";
import { page, run, settled, test } from "./suite.mjs";

const LONG = '<p><a id="first" href="#x">First</a></p><p style="height: 4000px">A long page.</p>';
const visit = (purposes = [STATISTICS, FILMS], body = LONG) => ({
  made: () => ({ folders: { "/courtesy/": site(purposes) }, pages: { "/": page({ tag: tag(), body }) } }),
});
const KEYS = { only: ["chromium", "firefox"] };

/** The next key is the page's: Space scrolls it, and opens nothing. */
const scrolls = async (widget) => {
  // A dialog closes first and tells of it after.
  await widget.until("nothing of ours has the focus", "return document.activeElement?.localName === 'body'");
  await widget.press(Key.SPACE);
  await widget.until("the page scrolls", "return scrollY > 0");
  assert.deepEqual([await widget.visible("dialog"), await widget.visible(".notice:not(.afterwards)")], [false, false], "nothing opens");
};
const focusInside = (widget, selector) => widget.inside("root.querySelector(arguments[0]).focus()", selector);
/** What a key does to a button that has the focus, also where an engine's Tab goes to no button. */
const byKey = async (widget, selector) => {
  await widget.shows(selector);
  await focusInside(widget, selector);
  await widget.press(Key.ENTER);
};

for (const [name, act] of [["Accept all", "accept-all"], ["Reject all", "reject-all"]]) {
  test(`${name} by pointer: Space scrolls`, visit(), async ({ widget }) => {
    await widget.click(`.notice [data-act="${act}"]`);
    await widget.hides(".notice");
    await scrolls(widget);
  });
  test(`${name} by keyboard: the way back has the focus`, { ...visit(), ...KEYS }, async ({ widget }) => {
    await byKey(widget, `.notice [data-act="${act}"]`);
    await widget.hides(".notice");
    await widget.hasFocus("reopen");
  });
}

test("OK by pointer where nothing is asked: Space scrolls", visit([]), async ({ widget }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  await scrolls(widget);
});

test("OK by keyboard: the way back has the focus", { ...visit([]), ...KEYS }, async ({ widget }) => {
  await byKey(widget, '.notice [data-act="dismiss"]');
  await widget.hides(".notice");
  await widget.hasFocus("reopen");
});

test("“Turn off optional data” by pointer: Space scrolls, and what is off is said", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.click('.reopen [data-act="withdraw"]');
  await widget.shows(".afterwards");
  await becomes(widget, "films", "withdrawn");
  await scrolls(widget);
});

for (const [name, button] of [["Save", ".answers button:last-child"], ["Reject all", ".answers button:nth-child(2)"]]) {
  test(`${name} in the choices by pointer: Space scrolls`, visit(), async ({ widget }) => {
    await widget.click('.notice [data-act="choices"]');
    await widget.click(`dialog[open] ${button}`);
    await widget.hides("dialog");
    await widget.hides(".notice");
    await scrolls(widget);
  });
}

test("Save in the choices by keyboard: the way back has the focus", { ...visit(), ...KEYS }, async ({ widget }) => {
  await byKey(widget, '.notice [data-act="choices"]');
  await byKey(widget, "dialog[open] .answers button:last-child");
  await widget.hides("dialog");
  await widget.hasFocus("reopen");
});

test("Accept by pointer in a notice that the widget's button brought back: Space scrolls", visit([]), async ({ widget }) => {
  await widget.dismiss();
  await widget.click('.reopen [data-act="reopen"]');
  await widget.dismiss();
  await widget.hides(".notice");
  await scrolls(widget);
});

test("a control of the page's pressed by pointer leaves the focus where a press leaves it, and nothing opens", visit([STATISTICS, FILMS], `<button id="no" data-courtesy="reject-all">Refuse</button>${LONG}`), async ({ widget }) => {
  await widget.noticeShows();
  await (await widget.run("return document.getElementById('no')")).click();
  await widget.hides(".notice");
  await becomes(widget, "films", "refused");
  assert.notEqual(await widget.run("return document.activeElement.localName"), "courtesy-host");
});

test("a field that had the focus keeps it where a key follows the click", visit([], `<label>Name <input id="name"></label>${LONG}`), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("courtesy.close()");
  await widget.hides(".notice");
  await (await widget.run("return document.getElementById('name')")).click();
  await widget.press("a");
  assert.deepEqual(await widget.run("return [document.activeElement.id, document.getElementById('name').value]"), ["name", "a"]);
});

test("after an answer by pointer, Tab starts at the widget or the page, and Enter opens nothing by itself", { ...visit(), ...KEYS }, async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  await widget.press(Key.ENTER);
  await settled();
  assert.equal(await widget.visible("dialog"), false);
});

run();
