// Where it is: clear of notches and of the home indicator, in the corner that the page names, and in letters that can be read.

import assert from "node:assert/strict";
import { FILMS, STATISTICS, keepsClear, ready, site, tag } from "./optional.mjs";
import { page, run, test } from "./suite.mjs";

const COVER = '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">';
const visit = ({ head = "", fields = {}, root = "", attributes = "", ...more } = {}) => ({
  ...more,
  made: () => ({
    folders: { "/courtesy/": site([STATISTICS, FILMS], fields) },
    pages: { "/": page({ tag: tag(attributes), head: COVER + head, body: '<p style="height: 2000px">A long page.</p>' }).replace("<html", `<html ${root}`) },
    ...more.made,
  }),
});

/** Distances of what is inside to the window's edges. */
const edges = (widget, selector) => widget.inside(`
  const { left, top, right, bottom, height, width } = root.querySelector(arguments[0]).getBoundingClientRect();
  return Object.fromEntries(Object.entries({ left, top, right: document.documentElement.clientWidth - right, bottom: innerHeight - bottom, height, width }).map(([name, value]) => [name, Math.round(value)]))`, selector);

const phone = async (session, [width, height], insets) => {
  await session.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: true });
  await session.sendDevToolsCommand("Emulation.setSafeAreaInsetsOverride", { insets });
};
const off = async (session) => {
  await session.sendDevToolsCommand("Emulation.setSafeAreaInsetsOverride", { insets: {} });
  await session.sendDevToolsCommand("Emulation.clearDeviceMetricsOverride");
};
const onPhone = (size, insets, check) => async (given) => {
  try {
    await phone(given.session, size, insets);
    await check(given);
  } finally {
    await off(given.session);
  }
};
const UPRIGHT = [[390, 844], { top: 47, bottom: 34 }];
const SIDEWAYS = [[844, 390], { left: 47, bottom: 21 }];
const CHROMIUM = { only: ["chromium"] };

test("a telephone held upright: the sheet reaches the edge, its buttons do not", visit(CHROMIUM), onPhone(...UPRIGHT, async ({ widget }) => {
  await widget.noticeShows();
  assert.equal((await edges(widget, ".notice")).bottom, 0);
  assert.ok((await edges(widget, ".notice .actions button:last-child")).bottom >= 34);
  await widget.click('.notice [data-act="accept-all"]');
  await widget.shows(".reopen");
  assert.ok((await edges(widget, ".reopen button")).bottom >= 34 + 16, "the button keeps its distance from what is free");
}));

test("the sheet at the other edge, where the focus needs its place, begins below the notch", visit(CHROMIUM), onPhone(...UPRIGHT, async ({ widget }) => {
  await widget.noticeShows();
  await widget.inside("root.host.dataset.aside = ''; return 0");
  await widget.run("document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }))");
  await keepsClear(widget);
  await widget.inside("root.host.dataset.aside = ''; return 0");
  assert.equal((await edges(widget, ".notice")).top, 0);
  assert.ok((await edges(widget, ".notice h2")).top >= 47);
}));

test("the dialog of a telephone held upright: title, Close and the last button are clear", visit(CHROMIUM), onPhone(...UPRIGHT, async ({ widget }) => {
  await widget.click('.notice [data-act="choices"]');
  await widget.shows("dialog[open] .choices");
  assert.ok((await edges(widget, "dialog .close")).top >= 47);
  assert.ok((await edges(widget, "dialog h2")).top >= 47);
  await widget.inside("root.querySelector('dialog').scrollTo(0, 99999); return 0");
  assert.ok((await edges(widget, "dialog .answers button:last-child")).bottom >= 34);
  assert.ok((await edges(widget, "dialog .close")).top >= 47, "also where it is scrolled");
  assert.equal((await edges(widget, "dialog")).top, 0, "the dialog itself fills the screen");
}));

test("a telephone held sideways: card, button and dialog are clear of the notch at the side", visit(CHROMIUM), onPhone(...SIDEWAYS, async ({ widget }) => {
  await widget.noticeShows();
  const card = await edges(widget, ".notice");
  assert.ok(card.left === 47 + 16 && card.bottom === 21 + 16 && card.top >= 16 && card.right >= 0, JSON.stringify(card));
  await widget.click('.notice [data-act="choices"]');
  await widget.shows("dialog[open] .choices");
  const dialog = await edges(widget, "dialog");
  assert.ok(dialog.left >= 47 && dialog.bottom >= 21 && dialog.top >= 0 && dialog.right >= 0, JSON.stringify(dialog));
}));

test("the same in the other corner, and from right to left", visit({ ...CHROMIUM, fields: { notice: { position: "bottom-end" } } }), onPhone([844, 390], { right: 47, bottom: 21 }, async ({ widget }) => {
  await widget.noticeShows();
  assert.equal((await edges(widget, ".notice")).right, 47 + 16);
  await widget.run("document.documentElement.dir = 'rtl'");
  assert.equal((await edges(widget, ".notice")).left, 16);
}));

test("a window without such areas: 16 pixels from its edges", visit(), async ({ widget }) => {
  await widget.noticeShows();
  const { left, bottom } = await edges(widget, ".notice");
  assert.deepEqual([left, bottom], [16, 16]);
});

const CORNERS = {
  "the end": ["--courtesy-start: auto; --courtesy-end: 16px", { right: 16, bottom: 16 }],
  "the top": ["--courtesy-top: 24px; --courtesy-bottom: auto", { left: 16, top: 24 }],
  "the top end": ["--courtesy-top: 8px; --courtesy-bottom: auto; --courtesy-start: auto; --courtesy-end: 40px", { right: 40, top: 8 }],
  "above a bar of 90 pixels": ["--courtesy-bottom: 90px", { left: 16, bottom: 90 }],
  "a distance from both edges, of which the first counts": ["--courtesy-top: 16px; --courtesy-end: 16px", { left: 16, top: 16 }],
};
for (const [name, [tokens, expected]] of Object.entries(CORNERS)) {
  test(`a corner by token: ${name}`, visit({ head: `<style>:root { ${tokens} }</style>` }), async ({ widget }) => {
    await widget.noticeShows();
    const found = await edges(widget, ".notice");
    for (const [edge, distance] of Object.entries(expected)) assert.equal(found[edge], distance, edge);
    const free = await widget.run(`return [[innerWidth / 2, innerHeight / 2], [innerWidth - 100, 300], [100, innerHeight / 2 - 10]].some(([x, y]) => document.elementFromPoint(x, y).localName !== "courtesy-host")`);
    assert.ok(free, "what is beside the card takes clicks");
    const host = await widget.run("const { width, height } = document.querySelector('courtesy-host').getBoundingClientRect(); return [width, height].map(Math.round)");
    assert.deepEqual(host, [found.width, found.height], "the host is no larger than the card");
    await widget.click('.notice [data-act="accept-all"]');
    await widget.shows(".reopen");
    const pill = await edges(widget, ".reopen");
    for (const [edge, distance] of Object.entries(expected)) assert.ok(Math.abs(pill[edge] - distance) <= 4, `the button's ${edge}: ${pill[edge]}`);
  });
}

test("a corner by token from right to left is where lines begin, and on a narrow screen the sheet stays a sheet", visit({ head: "<style>:root { --courtesy-bottom: 90px; --courtesy-start: 30px }</style>", root: 'dir="rtl"' }), async ({ widget, session }) => {
  await widget.noticeShows();
  assert.equal((await edges(widget, ".notice")).right, 30);
  await session.manage().window().setRect({ width: 460, height: 720 });
  if ((await widget.run("return innerWidth")) > 480) return;
  assert.equal((await edges(widget, ".notice")).bottom, 0);
});

test("a low window: no part of the card is above its edge", { ...visit({ head: "<style>:root { --courtesy-bottom: 60px }</style>" }), size: [900, 460] }, async ({ widget }) => {
  await widget.noticeShows();
  assert.ok((await edges(widget, ".notice")).top >= 0);
});

const small = (widget, selector = "") => widget.inside(`
  const all = [...root.querySelectorAll(arguments[0] + " *")].filter((element) => element.getClientRects()[0] && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  return all.filter((element) => parseFloat(getComputedStyle(element).fontSize) < 14).map((element) => element.outerHTML.slice(0, 80) + getComputedStyle(element).fontSize)`, selector);

for (const view of ["choices", "details", "policy", "rights"]) {
  test(`where html is set to 62.5 % no text of the ${view} is below 14 pixels`, visit({ head: "<style>html { font-size: 62.5% }</style>" }), async ({ widget }) => {
    await widget.noticeShows();
    assert.deepEqual(await small(widget, ".notice"), []);
    await widget.run("courtesy.open(arguments[0])", view);
    await widget.shows("dialog[open] .content");
    await ready(widget);
    assert.deepEqual(await small(widget, "dialog"), []);
  });
}

run();
