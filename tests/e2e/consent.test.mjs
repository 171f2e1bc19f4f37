// Asking: nothing before a yes, a no as easy as a yes, silence is no answer, and what was answered counts for its time and no longer.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { EACH, NOTICE, PILL, SCRIPTS, answer, asks, at, fetched, gatedPage } from "./gated.mjs";
import { page, run, settled, test } from "./suite.mjs";

/** A page that lives at the moment that the window's name tells, from its first script on. */
const CLOCK = `if (/^\\d{4}-/.test(window.name)) {
  const Real = Date, ahead = Real.parse(window.name) - Real.now();
  window.Date = class extends Real {
    constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + ahead); }
    static now() { return Real.now() + ahead; }
  };
}`;
const moveTo = async (widget, moment) => {
  await widget.run("window.name = arguments[0]", moment);
  await widget.reload();
  await widget.until("it is ready", "return courtesy.ready.then(() => true)");
};

/** What a visitor sees of an element: its box, its letters, its colours as the screen has them. */
const look = async (widget, ...selectors) => {
  // Away from every button; twice, because a click on an element leaves the driver's own pointer where it was.
  await widget.session.actions().move({ x: 9, y: 9 }).move({ x: 2, y: 2 }).perform();
  return widget.inside(`
  const canvas = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  const rgb = (color) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = color; canvas.fillRect(0, 0, 1, 1); return [...canvas.getImageData(0, 0, 1, 1).data]; };
  const light = (color) => rgb(color).slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  return arguments[0].map((selector) => {
    const element = root.querySelector(selector), style = getComputedStyle(element), { width, height } = element.getBoundingClientRect();
    const [less, more] = [style.color, style.backgroundColor].map(light).sort((a, b) => a - b);
    const said = Object.fromEntries(["fontSize", "fontWeight", "fontFamily", "fontStyle", "textDecorationLine", "textTransform", "letterSpacing", "opacity", "cursor",
      "borderTopWidth", "borderTopStyle", "borderTopLeftRadius", "paddingTop", "boxShadow", "outlineStyle"].map((name) => [name, style[name]]));
    return { width, height, contrast: (more + 0.05) / (less + 0.05), said: { ...said, tag: element.localName,
      color: rgb(style.color), background: rgb(style.backgroundColor), border: rgb(style.borderTopColor) } };
  })`, selectors);
};

const alike = ([one, ...others]) => {
  for (const other of others) {
    assert.ok(Math.abs(one.width - other.width) <= 1 && Math.abs(one.height - other.height) <= 1, `${one.width} × ${one.height}, ${other.width} × ${other.height}`);
    assert.ok(Math.abs(one.contrast - other.contrast) <= 0.1 && other.contrast >= 4.5, `contrasts ${one.contrast}, ${other.contrast}`);
    assert.deepEqual(other.said, one.said);
  }
};

test("Mediux asks before anything, in the words and with the buttons of one layer", { site: "mediux", form: "built", pages: { "/": gatedPage(EACH("analytics").replace(/<iframe.*/, "")) }, scripts: SCRIPTS },
  async ({ widget, server }) => {
    await asks(widget);
    await settled();
    assert.deepEqual(server.log.filter((path) => path !== "/ran.js"), ["/", "/courtesy/courtesy.js"]);
    assert.deepEqual([await widget.storage(), await widget.run("return ran"), await widget.run("return courtesy.status('analytics')")], [{}, [], "undecided"]);
    assert.deepEqual(await widget.inside(`return [...root.querySelectorAll(".notice :is(h2, .text)")].map(({ textContent }) => textContent)`),
      ["May we store optional data on your device?", "We’d like to use your device’s storage for preferences and analytics. We start only if you accept, and you can withdraw at any time."]);
    assert.deepEqual(await widget.inside(`return [...root.querySelectorAll(".actions button:not([hidden])")].map(({ dataset }) => dataset.act)`), ["accept-all", "reject-all", "choices"]);
  });

test("a frame behind a gate has its placeholder before the answer, and nothing of the frame is fetched", at(EACH("analytics"), { test: { form: "built" } }), async ({ widget, server }) => {
  await asks(widget);
  await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')");
  await settled();
  assert.deepEqual([fetched(server), await widget.run("return ran"), await widget.storage()], [[], [], {}]);
  assert.deepEqual(server.log.filter((path) => !/^\/$|^\/ran\.js$|^\/courtesy\/(courtesy\.js|(gates|later)-[^/]+\.js(on)?)$/.test(path)), [], "and nothing of the app");
});

for (const theme of ["light", "dark"]) {
  for (const size of [[1280, 720], [500, 700]]) {
    test(`yes and no are one button with two names, in the notice and in the choices: ${theme}, ${size[0]} pixels`,
      { site: "mediux", size, pages: { "/": page({ tag: `<script async src="/courtesy/courtesy.js" data-theme="${theme}"></script>` }) } },
      async ({ widget }) => {
        await asks(widget);
        alike(await look(widget, NOTICE.accept, NOTICE.refuse));
        const places = await widget.inside("return arguments[0].map((selector) => root.querySelector(selector).getBoundingClientRect()).map(({ top, left }) => [top, left])", [NOTICE.accept, NOTICE.refuse]);
        assert.ok(places[0][0] === places[1][0] || places[0][1] === places[1][1], "they stand beside or below each other");
        await widget.click(NOTICE.choices);
        await widget.shows("dialog[open] .answers");
        assert.equal(await widget.inside(`return root.querySelectorAll(".answers button").length`), 3);
        alike(await look(widget, ".answers button:nth-child(1)", ".answers button:nth-child(2)", ".answers button:nth-child(3)"));
      });
  }
}

test("nothing is ticked that was not granted, and what is needed has no box", at(""), async ({ widget }) => {
  await asks(widget);
  await widget.click(NOTICE.choices);
  await widget.shows("dialog[open] .choices");
  await widget.hasFocus("dialog-title");
  const rows = () => widget.inside(`return [...root.querySelectorAll(".choices > li")].map((row) => [row.innerText.trim().split("\\n")[0].trim(), [...row.querySelectorAll("input")].map(({ checked, disabled }) => [checked, disabled])])`);
  const before = await rows();
  assert.deepEqual(before.flatMap(([, boxes]) => boxes).filter(([checked, disabled]) => checked || disabled), []);
  assert.equal(before.filter(([, boxes]) => !boxes.length).length, 1);
  assert.match(await widget.inside(`return [...root.querySelectorAll(".choices > li")].find((row) => !row.querySelector("input")).innerText`), /always on/i);
});

for (const [how, state, method] of [["accept", "granted", "accept-all"], ["refuse", "refused", "reject-all"]]) {
  test(`${how}: stored with its time and for six months, for each purpose and service; the notice goes, and the next key is the page's`, at(EACH("media")), async ({ widget }) => {
    await asks(widget);
    await answer(widget, how);
    const { choices, events, expires, ...rest } = await widget.record();
    assert.deepEqual(choices, Object.fromEntries(["analytics", "analytics/counter", "analytics/maps", "media", "media/films"].map((key) => [key, state])));
    const [{ at: moment, ...event }] = events;
    assert.deepEqual([events.length, event], [1, { state, purposes: Object.keys(choices), method, language: "en" }]);
    assert.ok(Math.abs(Date.parse(moment) - Date.now()) < 60_000);
    const end = new Date(moment);
    end.setUTCMonth(end.getUTCMonth() + 6);
    assert.ok(Math.abs(Date.parse(expires) - end) < 4 * 86_400_000, `${expires}, not six months after ${moment}`);
    assert.equal(rest.schema + rest.mode + ("id" in rest), "courtesy/1consentfalse");
    await widget.hasFocus("BODY", "the next key is the page's");
    assert.equal(await widget.inside(`return root.querySelector(".said").textContent`), "Saved.");
    await widget.reload();
    await widget.shows(PILL.back);
    assert.equal(await widget.visible(".notice"), false);
    assert.equal(await widget.run("return courtesy.status('media/films')"), state);
  });

  for (const [day, start, ahead] of [["10 March", "2026-03-10T12:00:00Z", ["2026-09-08T12:00:00Z", "2026-09-11T12:00:00Z"]], ["31 August", "2026-08-31T09:00:00Z", ["2027-02-27T09:00:00Z", "2027-03-01T09:00:00Z"]]]) {
    test(`${how} on ${day}: five months and 29 days later it counts, six months and a day later it is asked again`, at(EACH("media").replace(/<iframe.*/, ""), { server: { early: CLOCK } }), async ({ widget, server }) => {
      await moveTo(widget, start);
      await asks(widget);
      await answer(widget, how);
      assert.equal((await widget.record()).events[0].at.slice(0, 10), start.slice(0, 10));
      server.log.length = 0;
      await moveTo(widget, ahead[0]);
      await widget.shows(PILL.back);
      assert.deepEqual([await widget.visible(".notice"), await widget.run("return courtesy.status('media')")], [false, state]);
      if (how === "accept") await widget.until("the gates open", "return ran.length === 4");
      server.log.length = 0;
      await moveTo(widget, ahead[1]);
      await asks(widget);
      await settled();
      assert.deepEqual([await widget.run("return courtesy.status('media')"), fetched(server), await widget.run("return ran")], [how === "accept" ? "undecided" : "refused", [], []], "a no has no end");
      assert.equal((await widget.run("return new Promise((tell) => courtesy.on('ready', tell))")).reason, "expired");
    });
  }
}

test("while a page is open the answer runs out as well, when somebody looks at it again", at("", { server: { early: CLOCK } }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  assert.equal(await widget.run("return courtesy.allows('media')"), true);
  await widget.run(`const Real = Date; window.Date = class extends Real { constructor(...parts) { parts.length ? super(...parts) : super(Real.now() + 190 * 86400000); } static now() { return Real.now() + 190 * 86400000; } };
    dispatchEvent(new Event("pageshow"))`);
  await asks(widget);
  assert.equal(await widget.run("return courtesy.allows('media')"), false);
});

const silences = {
  "Esc": ({ widget }) => widget.press(Key.ESCAPE),
  "a click on the page": async ({ session, widget }) => {
    await session.actions().move({ x: 900, y: 200 }).click().perform();
    await widget.run("document.querySelector('h1').click()");
  },
  "scrolling": ({ widget }) => widget.run("scrollTo(0, 900); return new Promise((done) => setTimeout(done, 100))"),
  "following a link": async ({ go, widget }) => {
    await go("/next");
    await asks(widget);
    await go("/");
  },
  "going back and forth": async ({ go, session, widget }) => {
    await go("/next");
    const isAt = (path) => widget.until(`it is at ${path}`, "return location.pathname === arguments[0] && window.courtesy?.ready.then(() => true)", path);
    await session.navigate().back();
    await isAt("/");
    await asks(widget);
    await session.navigate().forward();
    await isAt("/next");
    await asks(widget);
    await session.navigate().back();
    await isAt("/");
  },
  "closing the tab": async ({ session, server }) => {
    const first = await session.getWindowHandle();
    await session.switchTo().newWindow("tab");
    await session.get(server.origin + "/next");
    await session.close();
    await session.switchTo().window(first);
  },
  "window.courtesy.close()": ({ widget }) => widget.run("return courtesy.close().then(() => true)"),
  "Esc in the choices, after ticking": async ({ widget }) => {
    await widget.click(NOTICE.choices);
    await widget.shows("dialog[open] .choices input");
    await widget.click("dialog .choices li:has(input) label.choice");
    await widget.until("it is ticked", `return document.querySelector("courtesy-host").shadowRoot.querySelector(".choices input:checked")`);
    await widget.press(Key.ESCAPE);
    await widget.hides("dialog");
    await asks(widget);
    await widget.hasFocus("choices");
    await widget.click(NOTICE.choices);
    await widget.shows("dialog[open] .choices input");
    assert.equal(await widget.inside(`return root.querySelectorAll(".choices input:checked").length`), 0, "the draft is dropped");
    await widget.click("dialog .close");
    await widget.hides("dialog");
  },
  "a click beside the choices, or one that only ends there": async ({ widget, session }) => {
    await widget.click(NOTICE.choices);
    await widget.shows("dialog[open] .choices");
    const inside = await widget.find("dialog #dialog-title");
    await session.actions().move({ origin: inside }).press().move({ x: 3, y: 3 }).release().perform();
    assert.equal(await widget.visible("dialog[open]"), true, "a press that began inside closes nothing");
    await session.actions().move({ x: 3, y: 3 }).click().perform();
    await settled();
    if (await widget.visible("dialog[open]")) await widget.press(Key.ESCAPE);
    await widget.hides("dialog");
  },
};
for (const [what, does] of Object.entries(silences)) {
  test(`${what}: nothing is decided, nothing stored, and it is asked again`, at(EACH("media").replace(/<iframe.*/, "") + "<div style='height: 3000px'></div>", { pages: { "/next": gatedPage("") } }),
    async (visit) => {
      const { widget, server } = visit;
      await asks(widget);
      await does(visit);
      await settled();
      assert.deepEqual([await widget.storage(), await widget.run("return ran"), fetched(server)], [{}, [], []]);
      assert.equal(await widget.run("return courtesy.record()"), null);
      await widget.reload();
      await asks(widget);
      assert.deepEqual(await widget.storage(), {});
    });
}

run();
