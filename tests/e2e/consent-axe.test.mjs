// What asks, to everybody: axe in each state, light and dark, at 320 px and in forced colours; by keyboard alone; with the focus never
// lost, and what came of an act said where it is heard.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { settled, violations } from "./axe.mjs";
import { ADVERTISING, COLOURS, COUNTING, FILMS, SIGNAL, STATISTICS, TOLD, becomes, early, openChoices, ready, site, tag } from "./optional.mjs";
import { page, run, test } from "./suite.mjs";

const FIELDS = {
  sells: true, shares: true,
  services: [
    { id: "teatube", name: "Teatube", role: "films", kind: "platform", purposes: ["films"], policyUrl: "https://teatube.example/privacy", data: "the address of the page" },
    { id: "potcast", name: "Potcast", role: "talks", purposes: ["films"] },
  ],
  items: [
    { kind: "cookie", name: "table", purpose: "essential", duration: "session", description: "Keeps your table." },
    { kind: "cookie", name: "count", purpose: "statistics", duration: "P13M", description: "Tells one visit from another." },
    { kind: "local-storage", name: "teatube", match: "prefix", purpose: "films", setBy: "teatube", duration: "P6M", description: "Where you stopped a film." },
  ],
};
const SURE = "My browser says no; turn it on for this site all the same";

const visit = (purposes, { fields = FIELDS, attributes = "", body = "", at = "/", ...more } = {}) => ({
  made: () => ({
    at, folders: { "/courtesy/": site(purposes, fields) }, early: early(SIGNAL, TOLD), ...more,
    pages: { "/": page({ tag: tag(attributes), body: `<label>Name <input id="name"></label> <a id="link" href="#further">Further</a>${body}` }) },
  }),
});

const ALL = [STATISTICS, FILMS, ADVERTISING];
const UK = [COUNTING, COLOURS];
const items = FIELDS.items.slice(0, 1);
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
  await settled();
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
  const [no, yes] = await look("dialog .answers button");
  assert.deepEqual(no, yes);
});

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
  for (let press = 0; press < 30 && order.at(-1) !== "Save the choice"; press++) order.push(...(await walk(widget, 1)));
  const boxes = order.filter((name) => ["Statistics", "Films", "Teatube", "Potcast", "Advertising"].includes(name));
  assert.deepEqual(boxes, ["Statistics", "Films", "Teatube", "Potcast", "Advertising"]);
  assert.deepEqual(order.slice(-6), ["details", "policy", "rights", "Refuse all", "Accept all", "Save the choice"]);
  assert.ok(!order.includes("home"), "the focus stays in the dialog");
  // Back to a box, by keys; the label stays what it is.
  for (let press = 0; press < 30 && (await where(widget)) !== "Potcast"; press++) await widget.session.actions().keyDown(Key.SHIFT).sendKeys(Key.TAB).keyUp(Key.SHIFT).perform();
  await widget.press(Key.SPACE);
  assert.equal(await where(widget), "Potcast");
  assert.deepEqual(await widget.inside(`const [films] = [...root.querySelectorAll("dialog h3 label.choice")].filter(({ textContent }) => textContent.trim() === "Films").map((label) => label.querySelector("input")); return [root.activeElement.checked, films.indeterminate, films.checked]`), [true, true, false]);
  for (let press = 0; press < 30 && (await where(widget)) !== "Save the choice"; press++) await widget.tab();
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
  return said.role === "status" && said.textContent === "Your choice counts from now on." && getComputedStyle(said).display !== "none"`);

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

  test(`${act}: the focus goes back to what had it before`, visit(ALL, control), async ({ widget }) => {
    await widget.noticeShows();
    await widget.run("document.getElementById('name').focus()");
    await widget.run(`document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=${act}]').focus()`);
    await widget.click(`.notice [data-act="${act}"]`);
    await widget.hides(".notice");
    await saved(widget);
    await widget.hasFocus("name");
  });
}

test("a choice that is saved in the dialog gives the focus to what had it before the notice", visit(ALL), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("document.getElementById('name').focus()");
  await widget.run(`document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=choices]').focus()`);
  await widget.click('.notice [data-act="choices"]');
  await widget.shows("dialog[open] .choices");
  await widget.use("Save the choice");
  await widget.hides("dialog");
  await saved(widget);
  await widget.hasFocus("name");
});

test("a choice from the page's own control gives the focus back to that", visit(ALL, { body: `<button id="ours" data-courtesy="choices">Privacy choices</button>` }), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("document.getElementById('ours').focus(); document.getElementById('ours').click()");
  await widget.shows("dialog[open] .choices");
  await widget.use("Refuse all");
  await widget.hides("dialog");
  await widget.hasFocus("ours");
});

test("withdrawing by keyboard: the focus reads on at what is off, which is announced; closing that leads to the way back", { ...visit(ALL), ...KEYS }, async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  await widget.hasFocus("reopen");
  await widget.tab();
  await widget.hasFocus("withdraw");
  await widget.press(Key.ENTER);
  await widget.shows(".afterwards");
  await widget.hasFocus("afterwards-title");
  await widget.until("it is announced", `return /this is off/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".afterwards [role=status]").textContent)`);
  assert.equal(await widget.visible(".reopen"), false, "nothing lies above it");
  assert.deepEqual(await walk(widget, 2), ["Load the page again", "Close"]);
  await widget.press(Key.ENTER);
  await widget.hides(".afterwards");
  await widget.shows(".reopen");
  await widget.hasFocus("reopen");
});

test("objecting in the notice gives the focus to what had it before, and what is off is announced", visit(UK, { attributes: 'data-jurisdiction="uk"', fields: { items } }), async ({ widget }) => {
  await widget.noticeShows();
  await widget.run("document.getElementById('name').focus()");
  await widget.run(`document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=withdraw]').focus()`);
  await widget.click('.notice [data-act="withdraw"]');
  await widget.shows(".afterwards");
  await widget.until("it is announced", `return /this is off: Counting and Colours/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".afterwards [role=status]").textContent)`);
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
