// What asks, to everybody: axe in each state, light and dark, at 320 px, in forced colours, without motion and from right to left.

import assert from "node:assert/strict";
import { violations } from "./axe.mjs";
import { ASKED as ALL, COUNTING, INFORMED as UK, NEEDED as items, OFFERED as FIELDS, STATISTICS, becomes, offered as visit, openChoices } from "./optional.mjs";
import { run, test } from "./suite.mjs";

const SURE = "Turn on “Advertising” on this site, although my browser objects";

const said = (widget) => widget.until("the notice speaks of the signal", `return document.querySelector("courtesy-host").shadowRoot.querySelector(".aside").textContent`);
const unfold = (widget) => widget.inside(`root.querySelectorAll("dialog details").forEach((details) => (details.open = true))`);
const secondStep = async (widget) => {
  await openChoices(widget);
  await widget.use("Advertising");
  await widget.until("there is a second step", `return [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll("dialog label.choice")].some(({ textContent }) => textContent.trim() === arguments[0])`, SURE);
};
const withdraw = async (widget) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "statistics", "granted");
  await widget.run("document.cookie = 'count=1'; localStorage.teatube1 = '1'");
  await widget.click('.reopen [data-act="withdraw"]');
  await widget.until("it is said what is off", `return /Teatube|Films/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".afterwards [role=status]")?.textContent)`);
};

/** Every state: its purposes, where, and how to come there. */
const STATES = {
  "the notice that asks": [ALL, {}, (widget) => widget.noticeShows()],
  "the notice that speaks of a signal": [ALL, { at: "/?gpc=true" }, said],
  "the notice that informs": [UK, { attributes: 'data-jurisdiction="uk"', fields: { items } }, (widget) => widget.noticeShows()],
  "the notice that asks and informs": [[COUNTING, STATISTICS], { attributes: 'data-jurisdiction="uk"', fields: { items } }, (widget) => widget.noticeShows()],
  "the choices": [ALL, {}, openChoices],
  "the choices, unfolded": [ALL, {}, async (widget) => { await openChoices(widget); await unfold(widget); }],
  "the second step": [ALL, { at: "/?gpc=true" }, secondStep],
  "the choices in the UK": [UK, { attributes: 'data-jurisdiction="uk"', fields: { items } }, openChoices],
  "the buttons that lead back and withdraw": [ALL, {}, async (widget) => { await widget.click('.notice [data-act="accept-all"]'); await widget.shows('.reopen [data-act="withdraw"]'); }],
  "the word after a withdrawal": [ALL, {}, withdraw],
};

/** axe finds nothing, whatever can be pressed can be hit, and nothing scrolls sideways. */
const sound = async (widget) => {
  assert.deepEqual(await violations(widget), []);
  const [small, wide] = await widget.inside(`
    const boxes = [...root.querySelectorAll("button, a, summary, label.choice")].filter((element) => element.getClientRects().length)
      .map((element) => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()]);
    const scrolled = [...root.querySelectorAll(".notice, dialog")].filter((element) => element.getClientRects().length).map((element) => element.scrollWidth - element.clientWidth);
    return [boxes.filter(([, { width, height }]) => width < 24 || height < 24).map(([html, { width, height }]) => [html, width, height]), Math.max(0, ...scrolled)]`);
  assert.deepEqual([small, wide], [[], 0]);
};

for (const theme of ["light", "dark"]) {
  for (const [state, [purposes, more, reach]] of Object.entries(STATES)) {
    test(`axe finds nothing in ${state}, ${theme}`, visit(purposes, { ...more, attributes: `data-theme="${theme}" ${more.attributes ?? ""}` }), async ({ widget }) => {
      await reach(widget);
      await sound(widget);
    });
  }
}

/** Chromium's window as if it were another. */
const narrow = (session) => session.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width: 320, height: 640, deviceScaleFactor: 1, mobile: false });
const wide = (session) => session.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride", {});

for (const [state, [purposes, more, reach]] of Object.entries(STATES)) {
  test(`320 px wide: ${state} fits, and every button of it can be pressed`, { ...visit(purposes, more), only: ["chromium"] }, async ({ widget, session }) => {
    await narrow(session);
    try {
      await reach(widget);
      await sound(widget);
      const out = await widget.inside(`
        return [...root.querySelectorAll("button")].filter((button) => button.getClientRects().length).filter((button) => {
          button.scrollIntoView({ block: "nearest" });
          const { left, right, top, bottom } = button.getBoundingClientRect();
          const above = root.elementFromPoint((left + right) / 2, (top + bottom) / 2);
          return left < 0 || right > innerWidth || top < -1 || bottom > innerHeight + 1 || !button.contains(above);
        }).map(({ outerHTML }) => outerHTML)`);
      assert.deepEqual(out, []);
      const card = await widget.inside(`const card = [...root.querySelectorAll(".notice")].find((card) => card.getClientRects().length); return card && root.querySelector("dialog")?.open !== true ? card.getBoundingClientRect().height : 0`);
      assert.ok(card <= 321, `${card} of 640 px leave half of the page in sight`);
    } finally {
      await wide(session);
    }
  });
}

const media = (session, features) => session.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });

test("in forced colours every edge, tick and focus is drawn by what those leave", { ...visit(ALL), only: ["chromium"] }, async ({ widget, session }) => {
  await media(session, [{ name: "forced-colors", value: "active" }]);
  try {
    await widget.noticeShows();
    const edges = (selector) => widget.inside(`
      return [...root.querySelectorAll(arguments[0])].filter((element) => element.getClientRects().length).map((element) => {
        const { borderTopStyle, borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(element);
        return borderTopStyle === "solid" && parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
      })`, selector);
    assert.deepEqual(await edges(".notice, .notice button"), [true, true, true, true]);
    for (let press = 0; press < 5; press++) {
      await widget.tab();
      const [style, width] = await widget.inside(`const { outlineStyle, outlineWidth } = getComputedStyle(root.activeElement); return [outlineStyle, parseFloat(outlineWidth)]`);
      assert.deepEqual([style, width >= 2], ["solid", true]);
    }
    await openChoices(widget);
    assert.ok((await edges("dialog, dialog .answers button")).every(Boolean));
    const native = await widget.inside(`return [...root.querySelectorAll("dialog input")].map((input) => getComputedStyle(input).appearance)`);
    assert.ok(native.every((appearance) => appearance === "auto"), "a box that the system draws shows its tick in any colours");
    await sound(widget);
  } finally {
    await media(session, []);
  }
});

test("who wants no motion gets none", { ...visit(ALL), only: ["chromium"] }, async ({ widget, session }) => {
  await media(session, [{ name: "prefers-reduced-motion", value: "reduce" }]);
  try {
    await widget.noticeShows();
    await openChoices(widget);
    assert.deepEqual(await widget.inside(`return [...root.querySelectorAll(".notice, dialog")].map((element) => getComputedStyle(element).animationName)`), ["none", "none"]);
  } finally {
    await media(session, []);
  }
});

test("accept and refuse are alike in all but their words, in the notice and in the choices", visit(ALL), async ({ widget }) => {
  await widget.noticeShows();
  const look = (selector) => widget.inside(`
    return [...root.querySelectorAll(arguments[0])].slice(0, 2).map((button) => {
      const { width, height } = button.getBoundingClientRect();
      const { color, backgroundColor, fontSize, fontWeight, borderTopColor, borderTopWidth, borderRadius, opacity } = getComputedStyle(button);
      return { width: Math.round(width), height: Math.round(height), color, backgroundColor, fontSize, fontWeight, borderTopColor, borderTopWidth, borderRadius, opacity };
    })`, selector);
  const [accept, refuse] = await look(".notice :is([data-act=accept-all], [data-act=reject-all])");
  assert.deepEqual(accept, refuse);
  await openChoices(widget);
  const [yes, no] = await look("dialog .answers button");
  assert.deepEqual(yes, no);
});

test("from right to left: the notice and the choices of an Arabic site run that way, in one language", visit(
  ALL.map((purpose) => ({ ...purpose, title: "إحصاءات", description: "وصف" })),
  { fields: { ...FIELDS, languages: ["ar"], services: [], items: [{ kind: "cookie", purpose: "essential", description: "وصف" }] } },
), async ({ widget }) => {
  await widget.noticeShows();
  const [lang, direction] = await widget.inside(`const card = root.querySelector(".notice"); return [card.lang, getComputedStyle(card).direction]`);
  assert.deepEqual([lang, direction], ["ar", "rtl"]);
  const [accept, refuse] = await widget.inside(`return ["accept-all", "reject-all"].map((act) => root.querySelector(".notice [data-act=" + act + "]").getBoundingClientRect().left)`);
  assert.ok(accept > refuse);
  await sound(widget);
  await openChoices(widget);
  assert.deepEqual(await widget.inside(`const dialog = root.querySelector("dialog"); return [dialog.lang, getComputedStyle(dialog).direction]`), ["ar", "rtl"]);
  const text = await widget.inside(`return root.querySelector("dialog").innerText.replaceAll("Teahouse", "")`);
  assert.doesNotMatch(text, /[A-Za-z]{3}/, "no word of another language");
  await sound(widget);
});

run();
