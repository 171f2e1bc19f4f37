// What asks, by keyboard alone: in the order in which it is read, the focus never lost, and what came of an act said where it is heard.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { ASKED as ALL, INFORMED as UK, NEEDED as items, becomes, keepsClear, offered as visit, ready } from "./optional.mjs";
import { run, test } from "./suite.mjs";

const KEYS = { only: ["chromium", "firefox"] };
const where = (widget) => widget.inside(`
  const { activeElement: active } = root;
  if (!active) return null;
  return active.id || active.dataset.act || active.labels?.[0]?.textContent.trim() || active.getAttribute("aria-label") || active.textContent.trim()`);
const walk = async (widget, presses) => {
  const seen = [];
  for (let press = 0; press < presses; press++) {
    await widget.tab();
    seen.push((await where(widget)) ?? (await widget.focused()));
  }
  return seen;
};

test("the notice comes first in the page's order, and does not keep the focus", { ...visit(ALL), ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  assert.equal(await widget.focused(), "BODY", "it takes no focus by itself");
  assert.deepEqual(await walk(widget, 7), ["Privacy policy", "rights", "accept-all", "reject-all", "choices", "home", "name"]);
});

test("the notice that informs has its one act to object before the others", { ...visit(UK, { attributes: 'data-jurisdiction="uk"', fields: { items } }), ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  assert.deepEqual(await walk(widget, 6), ["Privacy policy", "rights", "withdraw", "choices", "dismiss", "home"]);
});

test("by keyboard alone through the choices, in the order in which they are read, to a saved choice", { ...visit(ALL), ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  await walk(widget, 5);
  await widget.press(Key.ENTER);
  await widget.shows("dialog[open] .choices");
  await widget.hasFocus("dialog-title");
  const order = [];
  for (let press = 0; press < 30 && order.at(-1) !== "Save choices"; press++) order.push(...(await walk(widget, 1)));
  const boxes = order.filter((name) => ["Statistics", "Films", "Teatube", "Potcast", "Advertising"].includes(name));
  assert.deepEqual(boxes, ["Statistics", "Films", "Teatube", "Potcast", "Advertising"]);
  assert.deepEqual(order.slice(-6), ["details", "policy", "rights", "Accept all", "Reject all", "Save choices"]);
  assert.ok(!order.includes("home"), "the focus stays in the dialog");
  // Back to a box, by keys; the label stays what it is.
  for (let press = 0; press < 30 && (await where(widget)) !== "Potcast"; press++) await widget.session.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  await widget.press(Key.SPACE);
  assert.equal(await where(widget), "Potcast");
  assert.deepEqual(await widget.inside(`const [films] = [...root.querySelectorAll("dialog h3 label.choice")].filter(({ textContent }) => textContent.trim() === "Films").map((label) => label.querySelector("input")); return [root.activeElement.checked, films.indeterminate, films.checked]`), [true, true, false]);
  for (let press = 0; press < 30 && (await where(widget)) !== "Save choices"; press++) await widget.tab();
  await widget.press(Key.ENTER);
  await widget.hides("dialog");
  await becomes(widget, "films/potcast", "granted");
  await widget.hasFocus("reopen");
});

test("Esc in the choices decides nothing and gives the focus back to the button that opened them", { ...visit(ALL), ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  await walk(widget, 5);
  await widget.press(Key.ENTER);
  await widget.shows("dialog[open] .choices");
  await widget.use("Statistics");
  await widget.leaveDetails();
  await widget.hasFocus("choices");
  assert.deepEqual(await widget.storage(), {});
});

const saved = (widget) => widget.until("it is said", `
  const said = document.querySelector("courtesy-host").shadowRoot.querySelector(".said");
  return said.role === "status" && said.textContent === "Saved." && getComputedStyle(said).display !== "none"`);

for (const act of ["accept-all", "reject-all"]) {
  const control = { body: `<button id="ours" data-courtesy="choices">Privacy choices</button>` };
  const presses = act === "accept-all" ? 3 : 4;

  test(`${act} by keyboard: it is said that it counts, and the focus goes to the widget's button where there is nothing else`, { ...visit(ALL), ...KEYS }, async ({ widget }) => {
    await widget.noticeShows();
    await walk(widget, presses);
    await widget.press(Key.ENTER);
    await widget.hides(".notice");
    await saved(widget);
    await widget.hasFocus("reopen");
  });

  test(`${act} by keyboard: else the focus goes to the page's own control`, { ...visit(ALL, control), ...KEYS }, async ({ widget }) => {
    await widget.noticeShows();
    await walk(widget, presses);
    await widget.press(Key.ENTER);
    await widget.hides(".notice");
    await saved(widget);
    await widget.hasFocus("ours");
  });

  test(`${act} by keyboard: the focus goes back to what had it before`, { ...visit(ALL, control), ...KEYS }, async ({ widget }) => {
    await widget.noticeShows();
    await widget.run("document.getElementById('name').focus()");
    await widget.run(`document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=${act}]').focus()`);
    await widget.press(Key.ENTER);
    await widget.hides(".notice");
    await saved(widget);
    await widget.hasFocus("name");
  });
}

test("a choice that is saved in the dialog by keyboard gives the focus to what had it before the notice", { ...visit(ALL), ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("document.getElementById('name').focus()");
  await widget.run(`document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=choices]').focus()`);
  await widget.press(Key.ENTER);
  await widget.shows("dialog[open] .choices");
  await widget.hasFocus("dialog-title");
  await widget.inside("root.querySelector('dialog .answers button:last-child').focus()");
  await widget.press(Key.ENTER);
  await widget.hides("dialog");
  await saved(widget);
  await widget.hasFocus("name");
});

test("a choice from the page's own control gives the focus back to that", visit(ALL, { body: `<button id="ours" data-courtesy="choices">Privacy choices</button>` }), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("document.getElementById('ours').focus(); document.getElementById('ours').click()");
  await widget.shows("dialog[open] .choices");
  await widget.use("Reject all");
  await widget.hides("dialog");
  await widget.hasFocus("ours");
});

test("withdrawing by keyboard: the focus reads on at what is off, which is announced; closing that leads to the way back", { ...visit(ALL), ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.run(`document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=accept-all]').focus()`);
  await widget.press(Key.ENTER);
  await widget.hides(".notice");
  await widget.hasFocus("reopen");
  await widget.tab();
  await widget.hasFocus("withdraw");
  await widget.press(Key.ENTER);
  await widget.shows(".afterwards");
  await widget.hasFocus("afterwards-title");
  await widget.until("it is announced", `return /Turned off: ./.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".afterwards [role=status]").textContent)`);
  assert.equal(await widget.visible(".reopen"), false, "nothing lies above it");
  assert.deepEqual(await walk(widget, 2), ["Reload page", "Close"]);
  await widget.press(Key.ENTER);
  await widget.hides(".afterwards");
  await widget.shows(".reopen");
  await widget.hasFocus("reopen");
});

test("objecting in the notice by keyboard gives the focus to what had it before, and what is off is announced", { ...visit(UK, { attributes: 'data-jurisdiction="uk"', fields: { items } }), ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("document.getElementById('name').focus()");
  await widget.run(`document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=withdraw]').focus()`);
  await widget.press(Key.ENTER);
  await widget.shows(".afterwards");
  await widget.until("it is announced", `return /Turned off: Counting and Colours/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".afterwards [role=status]").textContent)`);
  await widget.hasFocus("name");
});

test("what another tab withdraws takes no focus here", visit(ALL), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "statistics", "granted");
  await widget.run("document.getElementById('name').focus()");
  await widget.run("return courtesy.withdraw()");
  await widget.shows(".afterwards");
  await ready(widget);
  await widget.hasFocus("name");
});

test("what has the focus on the page is never wholly under the notice", { ...visit(ALL, { body: Array.from({ length: 12 }, (_, place) => `<p><a id="a${place}" href="#a${place}">Link ${place}</a></p>`).join("") }), size: [700, 500], ...KEYS }, async ({ widget }) => {
  await widget.noticeShows();
  await walk(widget, 5);
  await keepsClear(widget);
  for (let press = 0; press < 14; press++) {
    await widget.tab();
    const covered = await widget.run(`
      const active = document.activeElement;
      if (active === document.body || active.localName === "courtesy-host") return "";
      const { left, top, width, height } = active.getBoundingClientRect();
      const points = [[left + 1, top + 1], [left + width - 1, top + height - 1], [left + width / 2, top + height / 2]];
      return points.some(([x, y]) => active.contains(document.elementFromPoint(x, y))) ? "" : active.outerHTML`);
    assert.equal(covered, "");
  }
});

run();
