// Taking it back: as few clicks as giving it, off at once and said, and a frame is behind its placeholder again.

import assert from "node:assert/strict";
import { PILL, UNFRAMED as plain, accepted, afterwards, answer, asks, at, fetched, ran } from "./gated.mjs";
import { violations } from "./axe.mjs";
import { run, settled, test } from "./suite.mjs";

const KEYS = ["analytics", "analytics/counter", "analytics/maps", "media", "media/films"];

const isOff = async (widget, method, keys = KEYS) => {
  await widget.until("it is off", "return arguments[0].every((key) => !courtesy.allows(key))", keys);
  const { choices, events } = await widget.record();
  for (const key of keys) assert.equal(choices[key], "withdrawn");
  const { state, purposes, method: by } = events.at(-1);
  assert.deepEqual([events.length, events[0].state, state, purposes, by], [2, "granted", "withdrawn", keys, method]);
};

const ways = {
  "the widget's own button, in one click as accepting": [plain, ({ widget }) => widget.click(PILL.withdraw), "withdraw"],
  "the page's own control, in one click": [`${plain}<button id="off" data-courtesy="reject-all">Off</button>`, ({ widget }) => widget.run("document.getElementById('off').click()"), "reject-all"],
  "window.courtesy.withdraw()": [plain, async ({ widget }) => assert.equal(await widget.run("return courtesy.withdraw()"), true), "withdraw"],
  "window.courtesy.decide('reject-all')": [plain, async ({ widget }) => assert.equal(await widget.run("return courtesy.decide('reject-all')"), true), "reject-all"],
  "Reject all in the choices": [plain, async ({ widget }) => {
    await widget.click(PILL.back);
    await widget.shows("dialog[open] .answers");
    assert.equal(await widget.inside(`return [...root.querySelectorAll(".choices input")].every(({ checked }) => checked)`), true, "what was saved is shown");
    await widget.click(".answers button:nth-child(2)");
    await widget.hides("dialog");
  }, "reject-all"],
};
for (const [what, [body, does, method]] of Object.entries(ways)) {
  test(`by ${what}: off at once, said, recorded, and shut after a reload`, at(body), async (visit) => {
    const { widget, server } = visit;
    await accepted(widget);
    await ran(widget, "inline", "one", "two", "three");
    await widget.run(`window.heard = []; for (const name of ["decided", "changed"]) document.addEventListener("courtesy:" + name, ({ detail }) => heard.push([name, detail.method ?? detail.withdrawn.join()]))`);
    await does(visit);
    await isOff(widget, method);
    assert.deepEqual(await widget.run("return heard"), [["decided", method], ["changed", KEYS.join()]]);
    const { title, said, buttons } = await afterwards(widget);
    assert.deepEqual([title, said[0], buttons], ["Turned off", "Turned off: Figures and Films.", ["Reload page", "Close"]]);
    assert.match(said.at(-1), /stops when you reload it/);
    assert.equal(await widget.visible(PILL.withdraw), false);
    server.log.length = 0;
    await widget.reload();
    await widget.until("it is ready", "return courtesy.ready.then(() => true)");
    await settled();
    assert.deepEqual([await widget.run("return ran"), fetched(server), await widget.visible(".notice")], [[], [], false]);
    assert.equal(await widget.run("return courtesy.status('media')"), "withdrawn");
  });
}

test("one box less in the choices is one purpose less, and the rest stays", at(plain), async ({ widget }) => {
  await accepted(widget);
  await widget.click(PILL.back);
  await widget.shows("dialog[open] .choices");
  await widget.inside(`[...root.querySelectorAll(".choices > li")].find((row) => row.textContent.includes("Films")).querySelector("input").click()`);
  await widget.until("it is unticked", `const rows = [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll(".choices > li")];
    return rows.find((row) => row.textContent.includes("Films")).querySelector("input").checked === false`);
  await widget.click(".answers button:nth-child(3)");
  await widget.hides("dialog");
  await widget.until("it is decided", "return courtesy.status('media') === 'withdrawn'");
  const { choices } = await widget.record();
  assert.deepEqual(choices, { analytics: "granted", "analytics/counter": "granted", "analytics/maps": "granted", media: "withdrawn", "media/films": "withdrawn" });
  assert.equal((await afterwards(widget)).said[0], "Turned off: Films.");
  await widget.click('.afterwards [data-do="close"]');
  await widget.click(PILL.back);
  await widget.shows("dialog[open] .choices");
  const boxes = () => widget.inside(`return [...root.querySelectorAll(".choices > li")].map((row) => [row.textContent.includes("Films"), row.querySelector("input")?.checked]).filter(([, checked]) => checked !== undefined)`);
  assert.deepEqual(await boxes(), [[false, true], [true, false]], "and the choices show it");
});

test("one service by window.courtesy: its own, and nothing of another", at(`<script type="text/plain" data-purpose="analytics" data-service="maps">ran.push("maps")</script>`), async ({ widget }) => {
  await accepted(widget);
  assert.equal(await widget.run("return courtesy.withdraw('analytics/counter')"), true);
  assert.deepEqual(await widget.run("return ['analytics/counter', 'analytics/maps', 'media'].map(courtesy.status)"), ["withdrawn", "granted", "granted"]);
  assert.equal((await afterwards(widget)).said[0], "Turned off: Counter.");
  assert.equal(await widget.run("return courtesy.withdraw('analytics/counter')"), false, "it is off already");
  assert.equal(await widget.run("return courtesy.withdraw('nothing')"), false);
});

test("before anything was granted there is nothing to withdraw", at(plain), async ({ widget }) => {
  await asks(widget);
  assert.equal(await widget.run("return courtesy.withdraw()"), false);
  assert.deepEqual(await widget.storage(), {});
  await asks(widget);
});

test("the word after it reloads when asked, never by itself; closed, the focus is led back", at(plain), async ({ widget }) => {
  await accepted(widget);
  await ran(widget, "inline", "one", "two", "three");
  await widget.run("window.before = true; addEventListener('unload', () => {}); document.body.append(Object.assign(document.createElement('input'), { id: 'typed', value: 'kept' }))");
  await widget.click(PILL.withdraw);
  await afterwards(widget);
  await settled();
  assert.equal(await widget.run("return window.before && document.getElementById('typed').value"), "kept");
  await widget.click('.afterwards [data-do="close"]');
  await widget.hides(".afterwards");
  await widget.hasFocus("reopen");
  await widget.run("return courtesy.decide('accept-all').then(() => true)");
  await widget.click(PILL.withdraw);
  await afterwards(widget);
  await widget.click('.afterwards [data-do="reload"]');
  await widget.until("the page is new", "return !window.before && window.courtesy?.ready.then(() => true)");
  assert.deepEqual(await widget.run("return ran"), []);
});

const FILM = '<iframe id="film" data-purpose="media" data-src="/gated/film.html" title="Film" width="400" height="200"></iframe>';
const placeholder = (widget, body) => widget.run(`const place = document.querySelector("courtesy-placeholder"), root = place?.shadowRoot; ${body}`);

test("a frame: its placeholder names whom it asks, as large as the frame; after a withdrawal it is unloaded and behind it again", at(`<div id="around">${FILM}</div>`), async ({ widget, server }) => {
  await asks(widget);
  await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')");
  const seen = await placeholder(widget, `const { width, height } = place.getBoundingClientRect();
    return { text: root.textContent, width, height, name: root.querySelector("[role=group]").getAttribute("aria-label"), buttons: [...root.querySelectorAll("button")].map(({ textContent }) => textContent) }`);
  assert.match(seen.text, /127\.0\.0\.1:\d+.*Films/);
  assert.deepEqual([seen.name, seen.buttons], ["Film (from Films)", ["Show once", "Always show"]]);
  assert.ok(seen.width >= 400 && seen.height >= 200, JSON.stringify(seen));
  await answer(widget);
  await widget.until("the film is there", "return frames[0]?.document.title === 'Film'");
  assert.equal(await placeholder(widget, "return place === null && document.getElementById('film').getClientRects().length > 0"), true);
  server.log.length = 0;
  await widget.run("document.getElementById('film').mark = 7; window.loads = 0; document.getElementById('film').addEventListener('load', () => loads++)");
  await widget.click(PILL.withdraw);
  await widget.until("the placeholder is back", "return document.querySelector('courtesy-placeholder')");
  await settled();
  assert.deepEqual(await widget.run("const film = document.getElementById('film'); return [film.mark, film.hasAttribute('src'), film.getClientRects().length, document.querySelectorAll('courtesy-placeholder').length]"), [7, false, 0, 1]);
  assert.notEqual(await widget.run("return frames[0]?.document.title"), "Film");
  assert.deepEqual(fetched(server), []);
  await widget.run("return courtesy.decide({ media: true }).then(() => true)");
  await widget.until("and the film again", "return frames[0]?.document.title === 'Film'");
});

const press = (widget, act, place = 0) => widget.run(`const button = document.querySelectorAll("courtesy-placeholder")[arguments[1]].shadowRoot.querySelector('[data-do="' + arguments[0] + '"]'); button.focus(); button.click()`, act, place);

test("once: this frame alone, nothing stored, the focus in it; after a reload its placeholder is back", at(FILM + FILM.replace("film", "second")), async ({ widget }) => {
  await asks(widget);
  await widget.until("the placeholders are there", "return document.querySelectorAll('courtesy-placeholder').length === 2");
  await press(widget, "once");
  await widget.until("the film is there", "return document.getElementById('film').contentDocument?.title === 'Film'");
  await settled();
  assert.deepEqual([await widget.storage(), await widget.run("return courtesy.status('media')"), await widget.run("return document.querySelectorAll('courtesy-placeholder').length")], [{}, "undecided", 1]);
  await widget.hasFocus("film");
  assert.equal(await widget.run("return document.getElementById('second').hasAttribute('src')"), false);
  await answer(widget, "refuse");
  assert.equal(await widget.run("return document.getElementById('film').hasAttribute('src')"), true, "what was shown once stays until the page goes");
  await widget.reload();
  await widget.until("the placeholders are back", "return document.querySelectorAll('courtesy-placeholder').length === 2");
});

test("always: a choice for its purpose, stored as such, and for all frames of it; other purposes are still asked", at(FILM + FILM.replace("film", "second") + FILM.replace("film", "map").replace('"media"', '"analytics" data-service="maps"')), async ({ widget }) => {
  await asks(widget);
  await widget.until("the placeholders are there", "return document.querySelectorAll('courtesy-placeholder').length === 3");
  await press(widget, "always");
  await widget.until("the films are there", "return [...document.querySelectorAll('#film, #second')].every(({ contentDocument }) => contentDocument?.title === 'Film')");
  const { choices, events } = await widget.record();
  assert.deepEqual([choices, events.map(({ method }) => method)], [{ media: "granted", "media/films": "granted" }, ["placeholder"]]);
  await widget.hasFocus("film");
  assert.equal(await widget.run("return document.querySelectorAll('courtesy-placeholder').length"), 1);
  await press(widget, "always");
  await widget.until("the map is there", "return document.getElementById('map').contentDocument?.title === 'Film'");
  assert.deepEqual((await widget.record()).choices, { "analytics/maps": "granted", media: "granted", "media/films": "granted" });
  await widget.reload();
  await widget.until("all are there", "return [...document.querySelectorAll('iframe')].every(({ contentDocument }) => contentDocument?.title === 'Film')");
  await asks(widget);
});

test("a frame that goes takes its placeholder along, and one that moves keeps one", at(`<div id="one">${FILM}</div><div id="two"></div>`), async ({ widget }) => {
  await asks(widget);
  await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')");
  await widget.run("document.getElementById('film').remove()");
  await widget.until("it is gone", "return !document.querySelector('courtesy-placeholder')");
  await widget.run(`document.getElementById("two").innerHTML = arguments[0]`, FILM);
  await widget.until("there is another", "return document.querySelector('#two courtesy-placeholder')");
});

test("where what the second half needs cannot be had, a withdrawal counts all the same", at(plain, { server: { rules: { "/courtesy/later-en": { status: 500 } } }, test: { console: [/courtesy: .*later-en.* answered 500/, /Failed to load resource/] } }), async ({ widget }) => {
  await accepted(widget);
  await widget.click(PILL.withdraw);
  await isOff(widget, "withdraw");
  await widget.until("it is said", "return said.some((line) => line.includes('answered 500'))");
});

for (const theme of ["light", "dark"]) {
  test(`axe finds nothing in the word after a withdrawal and in a placeholder, ${theme}`, at(FILM, { tag: `<script async src="/courtesy/courtesy.js" data-theme="${theme}"></script>` }), async ({ widget }) => {
    await accepted(widget);
    await widget.click(PILL.withdraw);
    await afterwards(widget);
    await widget.until("the placeholder is back", "return document.querySelector('courtesy-placeholder')");
    assert.deepEqual(await violations(widget, ["courtesy-host"], ["courtesy-placeholder"]), []);
  });
}

test("whoever turns it on again is not told any longer that it is off, and the notice never stands beside that word", at(plain), async ({ widget }) => {
  await accepted(widget);
  await widget.click(PILL.withdraw);
  await afterwards(widget);
  await widget.run("return courtesy.decide('accept-all').then(() => true)");
  await widget.hides(".afterwards");
  await widget.shows(PILL.withdraw);
});

run();
