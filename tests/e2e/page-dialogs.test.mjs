// Dialogs, popovers and full screens of the page: the widget is out of sight while it cannot be pressed, and returns when it can.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { FILMS, STATISTICS, becomes, early, ready, site, tag, TOLD } from "./optional.mjs";
import { page, run, settled, test } from "./suite.mjs";

const visit = (body, { before = "", purposes = [STATISTICS, FILMS] } = {}) => ({
  made: () => ({ folders: { "/courtesy/": site(purposes) }, early: early(TOLD), pages: { "/": page({ tag: before + tag(), body }) } }),
});
const DIALOG = `<dialog id="age"><p>Are you over 18?</p><button id="yes" onclick="age.close()">Yes</button>
  <a id="choices" href="/courtesy/privacy.html" data-courtesy="choices">Choices</a> <button id="details" data-courtesy="details">Details</button>
  <button id="asks" data-courtesy="notice">Ask me</button> <button id="no" data-courtesy="reject-all">Refuse</button></dialog>`;
const press = async (widget, id) => (await widget.run("return document.getElementById(arguments[0])", id)).click();
const away = async (widget) => {
  await widget.hides(".notice");
  assert.equal(await widget.visible(".reopen"), false, "nor is the button there");
};
const pressable = (widget) => widget.until("its button can be pressed", `
  const host = document.querySelector("courtesy-host");
  const { x, y, width, height } = host.shadowRoot.querySelector('.notice [data-act="accept-all"]').getBoundingClientRect();
  return width > 0 && document.elementFromPoint(x + width / 2, y + height / 2) === host`);
const answers = async (widget) => {
  await pressable(widget);
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "films", "granted");
};

test("a modal dialog that opens with the page: the question waits, and comes when that is closed", visit(`${DIALOG}<script>age.showModal()</script>`), async ({ widget }) => {
  await ready(widget);
  await away(widget);
  await press(widget, "yes");
  await answers(widget);
});

test("one that is opened before the tag is run", visit("", { before: `${DIALOG}<script>age.showModal()</script>` }), async ({ widget }) => {
  await ready(widget);
  await away(widget);
  await press(widget, "yes");
  await answers(widget);
});

test("one that opens while the notice is there: it goes, and comes back when Esc closes the dialog", visit(DIALOG), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("age.showModal()");
  await away(widget);
  await widget.press(Key.ESCAPE);
  await widget.until("the dialog is closed", "return !age.open");
  await answers(widget);
});

test("two, one in the other: it comes back when the last is closed", visit(`${DIALOG}<dialog id="second"><p>Sure?</p></dialog>`), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("age.showModal(); second.showModal()");
  await away(widget);
  await widget.run("second.close()");
  await settled();
  await away(widget);
  await widget.run("age.close()");
  await answers(widget);
});

test("one that is taken out of the page while it is open", visit(DIALOG), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("age.showModal()");
  await away(widget);
  await widget.run("age.remove()");
  await answers(widget);
});

test("one that is closed by a form", visit('<dialog id="age"><form method="dialog"><button id="yes">Yes</button></form></dialog><script>age.showModal()</script>'), async ({ widget }) => {
  await ready(widget);
  await away(widget);
  await press(widget, "yes");
  await answers(widget);
});

test("one that is not modal leaves the notice where it is", visit(DIALOG), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("age.show()");
  await settled();
  await answers(widget);
});

for (const [id, view] of [["choices", ".choices"], ["details", ".entries"], ["asks", ".choices"]]) {
  test(`a control “${id}” inside a modal dialog opens ours above it, where it can be pressed`, visit(`${DIALOG}<script>age.showModal()</script>`), async ({ widget }) => {
    await ready(widget);
    await press(widget, id);
    await widget.shows(`dialog[open] ${view}`);
    await widget.click("dialog[open] .close");
    await widget.hides("dialog");
    await away(widget);
    assert.equal(await widget.run("return age.open"), true, "the page's dialog is still there");
    await widget.hasFocus(id);
    await press(widget, "yes");
    await answers(widget);
  });
}

test("an answer in ours above a modal dialog counts, and nothing asks when that is closed", visit(`${DIALOG}<script>age.showModal()</script>`), async ({ widget }) => {
  await ready(widget);
  await press(widget, "choices");
  await widget.shows("dialog[open] .choices");
  await widget.click("dialog[open] .answers button:nth-child(1)");
  await becomes(widget, "films", "granted");
  await press(widget, "no");
  await becomes(widget, "films", "withdrawn");
  await press(widget, "yes");
  await settled();
  assert.equal(await widget.visible(".notice:not(.afterwards)"), false);
});

test("in full screen it is out of sight, and back after", { ...visit('<video id="film" controls></video><button id="full" style="margin-inline-start: 500px" onclick="film.requestFullscreen()">Full</button>'), only: ["chromium", "firefox"] }, async ({ widget }) => {
  await widget.noticeShows();
  await press(widget, "full");
  await widget.until("it fills the screen", "return document.fullscreenElement === film");
  await away(widget);
  await widget.run("return document.exitFullscreen()");
  await answers(widget);
});

test("a popover of the page's, automatic or manual, leaves the notice pressable", visit(`<div id="auto" popover style="inset: auto auto 0 0; width: 600px; height: 600px">A popover</div><div id="manual" popover="manual">Another</div>`), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("manual.showPopover()");
  await pressable(widget);
  await widget.run("auto.showPopover()");
  await widget.noticeShows();
  assert.equal(await widget.run("return document.querySelector('courtesy-host').matches(':popover-open')"), true, "it is not closed by theirs");
  await widget.run("auto.hidePopover()");
  await answers(widget);
});

/** As focus-trap and the dialogs of component libraries have it: what comes out is led back. */
const TRAP = `<div id="trap" role="dialog"><button id="inside">Inside</button></div><script>
  document.addEventListener("focusin", ({ target }) => { if (!trap.contains(target)) inside.focus(); });
  document.addEventListener("pointerdown", (event) => { if (!trap.contains(event.target)) { event.preventDefault(); event.stopImmediatePropagation(); } }, true);
  document.addEventListener("keydown", (event) => { if (event.key === "Tab") { event.preventDefault(); inside.focus(); } }, true);
</script>`;
test("a trap for the focus that a page's script sets holds for its own: the notice is answered by pointer", visit(TRAP), async ({ widget }) => {
  await widget.noticeShows();
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  await becomes(widget, "films", "granted");
});

const SWALLOWED = `<script>document.addEventListener("click", (event) => { if (!trap.contains(event.target)) { event.preventDefault(); event.stopImmediatePropagation(); } }, true)</script>`;
test("a trap that also swallows every click outside of it, as focus-trap does: the notice is answered by pointer", visit(TRAP + SWALLOWED), async ({ widget }) => {
  await widget.noticeShows();
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  await becomes(widget, "films", "granted");
  await widget.shows(".reopen");
});

test("inert on the page's own root leaves the notice alive", visit("<script>document.querySelector('main').inert = true</script>"), async ({ widget }) => {
  await widget.noticeShows();
  await answers(widget);
});

run();
