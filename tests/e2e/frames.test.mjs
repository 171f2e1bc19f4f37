// Embedded frames: until they are granted a placeholder stands in their place, as large as they are, that says what it is, where it
// comes from and what for. Showing one once stores nothing; showing it always is a choice like any other.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { ADVERTISING, FILMS, SIGNAL, STATISTICS, TOLD, becomes, early, events, openChoices, ready, site, status, tag } from "./optional.mjs";
import { settled, violations } from "./axe.mjs";
import { page, run, test } from "./suite.mjs";

const SERVICES = [
  { id: "teatube", name: "Teatube", role: "films", purposes: ["films"] },
  { id: "potcast", name: "Potcast", role: "talks", purposes: ["films"] },
];
const FILM = `<!doctype html><html lang="en"><head><title>Film</title></head><body><p>How tea is made.</p><button>Play</button></body></html>`;
const frame = (id, more = 'data-service="teatube"', box = 'width="480" height="270"') =>
  `<iframe id="${id}" data-purpose="films" ${more} data-src="/film-${id}" title="Film ${id}" ${box}></iframe>`;

const visit = (body = frame("one"), { purposes = [FILMS, STATISTICS], fields = {}, attributes = "", ...more } = {}) => ({
  made: () => ({
    folders: { "/courtesy/": site(purposes, { services: SERVICES, ...fields }) }, early: early(SIGNAL, TOLD),
    pages: {
      "/": page({ tag: tag(attributes), body: body + '<p id="after">What comes after.</p>' }),
      ...Object.fromEntries(["one", "two", "three"].map((id) => ["/film-" + id, FILM])),
    },
    ...more,
  }),
});

/** The placeholders as a visitor reads them, and whether the frame behind each is loaded. */
const placeholders = (widget) => widget.run(`
  return [...document.querySelectorAll("courtesy-placeholder")].filter((place) => place.getClientRects().length).map((place) => ({
    name: place.shadowRoot.querySelector(".title").textContent,
    text: [...place.shadowRoot.querySelectorAll("p:not(.title, .acts)")].map(({ textContent }) => textContent).join(" "),
    buttons: [...place.shadowRoot.querySelectorAll("button")].map(({ textContent }) => textContent),
  }))`);
const there = (widget, count) => widget.until(`there are ${count} placeholders`, `
  return [...document.querySelectorAll("courtesy-placeholder")].filter((place) => place.getClientRects().length).length === arguments[0]`, count);
const press = async (widget, act, place = 0) => {
  const button = await widget.run(`return document.querySelectorAll("courtesy-placeholder")[arguments[0]].shadowRoot.querySelector("[data-do=" + arguments[1] + "]")`, place, act);
  // As a visitor scrolls: to where nothing lies over it.
  await widget.run("document.body.style.paddingBlockEnd = '80vh'; arguments[0].scrollIntoView({ block: 'start' })", button);
  await button.click();
};
const loaded = (widget, id) => widget.until(`${id} is shown`, `
  const frame = document.getElementById(arguments[0]);
  return frame.getClientRects().length > 0 && /Play/.test(frame.contentDocument?.body?.textContent)`, id);
const films = (server) => server.log.filter((path) => path.startsWith("/film"));

test("nothing is asked of the frame's server before a yes, and its placeholder says what, from where and what for", visit(), async ({ widget, server }) => {
  await there(widget, 1);
  const [{ name, text, buttons }] = await placeholders(widget);
  assert.equal(name, "Content of Teatube");
  assert.equal(text, `It comes from ${new URL(server.origin).host}, and is loaded only if you want it: it serves the purpose “Films”.`);
  assert.deepEqual(buttons, ["Show it once", "Always show it"]);
  assert.deepEqual(films(server), []);
  assert.deepEqual(await widget.storage(), {});
});

test("without a service the purpose is named, and a frame from elsewhere names that host", visit(frame("one", "")), async ({ widget }) => {
  await there(widget, 1);
  assert.equal((await placeholders(widget))[0].name, "Content of Films");
  await widget.run(`
    const frame = document.createElement("iframe");
    Object.assign(frame.dataset, { purpose: "films", service: "potcast", src: "https://www.potcast.example:8443/talk?of=tea" });
    document.querySelector("main").append(frame)`);
  await there(widget, 2);
  const { name, text } = (await placeholders(widget))[1];
  assert.equal(name, "Content of Potcast");
  assert.match(text, /^It comes from www\.potcast\.example:8443, /);
});

test("“once” loads this one and no other, stores nothing, and is over with the page", visit(frame("one") + frame("two")), async ({ widget, server }) => {
  await there(widget, 2);
  await press(widget, "once");
  await loaded(widget, "one");
  await there(widget, 1);
  await widget.hasFocus("one");
  assert.deepEqual(films(server), ["/film-one"]);
  assert.deepEqual(await widget.storage(), {});
  assert.equal(await status(widget, "films/teatube"), "undecided");
  assert.equal(await widget.visible(".notice"), true, "the notice still asks");
  await widget.reload();
  await there(widget, 2);
  assert.deepEqual(films(server), ["/film-one"]);
});

test("“always” is a choice for that service: recorded, for its frames, now and later", visit(frame("one") + frame("two", 'data-service="potcast"') + frame("three")), async ({ widget, server }) => {
  await there(widget, 3);
  await press(widget, "always");
  await loaded(widget, "one");
  await loaded(widget, "three");
  await there(widget, 1);
  await widget.hasFocus("one");
  assert.deepEqual(films(server).sort(), ["/film-one", "/film-three"]);
  assert.deepEqual(await events(widget), [["granted", "films/teatube", "placeholder"]]);
  assert.deepEqual((await widget.record()).choices, { "films/teatube": "granted" });
  assert.deepEqual([await status(widget, "films"), await status(widget, "films/potcast"), await status(widget, "statistics")], ["undecided", "undecided", "undecided"]);
  await widget.reload();
  await loaded(widget, "one");
  await loaded(widget, "three");
  await there(widget, 1);
  await widget.noticeShows();
});

test("“always” without a service is a choice for the purpose", visit(frame("one", "")), async ({ widget }) => {
  await there(widget, 1);
  await press(widget, "always");
  await loaded(widget, "one");
  assert.deepEqual(await events(widget), [["granted", "films,films/teatube,films/potcast", "placeholder"]]);
});

test("accepting shows every frame, once each; withdrawing puts the placeholders back, and what was loaded is gone", visit(frame("one") + frame("two", "")), async ({ widget, server }) => {
  await there(widget, 2);
  await widget.click('.notice [data-act="accept-all"]');
  await loaded(widget, "one");
  await loaded(widget, "two");
  await there(widget, 0);
  assert.deepEqual(films(server).sort(), ["/film-one", "/film-two"]);
  await widget.click('.reopen [data-act="withdraw"]');
  await becomes(widget, "films", "withdrawn");
  await there(widget, 2);
  const [one, two] = await widget.run(`return ["one", "two"].map((id) => { const frame = document.getElementById(id); return [frame.hasAttribute("src"), frame.contentDocument?.body?.textContent ?? ""] })`);
  assert.deepEqual([one, two], [[false, ""], [false, ""]]);
  await widget.reload();
  await there(widget, 2);
  assert.equal(films(server).length, 2, "nothing was asked for again");
  await press(widget, "always");
  await loaded(widget, "one");
});

test("refusing leaves the placeholders, and one still shows its frame once", visit(), async ({ widget, server }) => {
  await there(widget, 1);
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await there(widget, 1);
  assert.deepEqual(films(server), []);
  const before = await widget.record();
  await press(widget, "once");
  await loaded(widget, "one");
  assert.deepEqual(await widget.record(), before);
});

/** The box of what stands in the frame's place, and where the text after it is. */
const box = (widget, id) => widget.run(`
  const frame = document.getElementById(arguments[0]);
  const place = frame.getClientRects().length ? frame : frame.previousElementSibling;
  const of = ({ x, y, width, height }) => [x, y + scrollY, width, height].map((number) => Math.round(number * 2) / 2);
  return [place.localName, of(place.getBoundingClientRect()), of(document.getElementById("after").getBoundingClientRect())]`, id);

for (const [what, html, style] of [
  ["as it is by itself", frame("one"), ""],
  ["as a block", frame("one"), "iframe { display: block; margin: 24px auto; border: 0 }"],
  ["with the size by default", frame("one", undefined, ""), ""],
  ["as wide as its place", frame("one", undefined, ""), "iframe { inline-size: 100%; aspect-ratio: 16 / 9; block-size: auto; border: 0 }"],
  ["over a box that keeps its shape", `<div class="shape">${frame("one")}</div>`, ".shape { position: relative; padding-bottom: 40% } .shape iframe { position: absolute; inset: 0; width: 100%; height: 100%; border: 0 }"],
  ["in a grid", `<div class="grid"><p>Left.</p>${frame("one")}<p>Right.</p></div>`, ".grid { display: grid; grid-template-columns: 1fr 300px 1fr } .grid iframe { width: 100%; grid-column: 2; border: 0 }"],
  ["in a row", `<div class="row"><p>Left.</p>${frame("one")}</div>`, ".row { display: flex; gap: 16px; align-items: center } .row iframe { flex: 1 }"],
  ["beside text", `${frame("one")}<p>Beside.</p>`, "iframe { float: right; margin: 0 0 16px 16px }"],
]) {
  test(`nothing moves: a frame ${what} and its placeholder have the same box`, visit(`<style>html { overflow-y: scroll } body { padding-block-end: 80vh } ${style}</style>${html}`, { rules: { "/courtesy/later-": { wait: 400 } } }), async ({ widget }) => {
    await widget.until("the page is there", "return document.getElementById('after')");
    const [empty, ...before] = await box(widget, "one");
    assert.equal(empty, "iframe", "the second half has yet to come");
    await there(widget, 1);
    const [place, ...during] = await box(widget, "one");
    assert.equal(place, "courtesy-placeholder");
    assert.deepEqual(during, before);
    await press(widget, "once");
    await loaded(widget, "one");
    const [shown, ...after] = await box(widget, "one");
    assert.equal(shown, "iframe");
    assert.deepEqual(after, before);
  });
}

test("the page's own way to hide or show a frame is not lost", visit(frame("one", undefined, 'width="480" height="270" style="display: block; color: red"')), async ({ widget }) => {
  await there(widget, 1);
  await press(widget, "once");
  await loaded(widget, "one");
  assert.deepEqual(await widget.run(`const { style } = document.getElementById("one"); return [style.display, style.color]`), ["block", "red"]);
});

test("a frame that the page hides shows no placeholder", visit(frame("one", undefined, 'style="display: none"') + frame("two")), async ({ widget }) => {
  await there(widget, 1);
  await ready(widget);
  assert.equal((await placeholders(widget)).length, 1);
});

test("frames that come later have placeholders, and those that go take theirs along", visit("<div id=room></div>"), async ({ widget, server }) => {
  await ready(widget);
  const add = (id) => widget.run(`document.getElementById("room").insertAdjacentHTML("beforeend", arguments[0])`, frame(id));
  await add("one");
  await there(widget, 1);
  await add("two");
  await there(widget, 2);
  await widget.run(`document.getElementById("one").remove()`);
  await add("three");
  await there(widget, 2);
  assert.deepEqual(films(server), []);
  await widget.click('.notice [data-act="accept-all"]');
  await loaded(widget, "two");
  await loaded(widget, "three");
  await there(widget, 0);
  await widget.run(`document.getElementById("room").replaceChildren()`);
  await add("one");
  await loaded(widget, "one");
});

test("a frame that names nothing that is declared stays shut, and the console says so once", { ...visit(frame("one").replace('"films"', '"filsm"')), console: [/asks for no purpose or service .+filsm\/teatube/] }, async ({ widget, server }) => {
  await widget.until("the console says so", "return said.length");
  assert.equal((await widget.run("return said")).length, 1);
  await widget.click('.notice [data-act="accept-all"]');
  await ready(widget);
  assert.deepEqual(films(server), []);
});

test("where the signal keeps a purpose off, its placeholder leads to the choices, and offers no way round them",
  visit(frame("one", "").replace('"films"', '"advertising"'), { purposes: [ADVERTISING], fields: { sells: true, shares: true, services: [] }, at: "/?gpc=true" }), async ({ widget, server }) => {
    await there(widget, 1);
    assert.deepEqual((await placeholders(widget))[0].buttons, ["Choose"]);
    await press(widget, "choose");
    await widget.shows("dialog[open] .choices");
    await widget.leaveDetails();
    assert.deepEqual(films(server), []);
    await widget.until("the focus is back on the button", `return document.activeElement?.shadowRoot?.activeElement?.dataset.do === "choose"`);
  });

test("the choices show what a placeholder granted", visit(), async ({ widget }) => {
  await there(widget, 1);
  await press(widget, "always");
  await loaded(widget, "one");
  await openChoices(widget);
  const on = await widget.inside(`return [...root.querySelectorAll("dialog label.choice")].filter((label) => label.querySelector("input").checked).map(({ textContent }) => textContent.trim())`);
  assert.deepEqual(on, ["Teatube"]);
});

for (const [act, key] of [["once", Key.ENTER], ["always", Key.SPACE]]) {
  test(`by keyboard alone: “${act}” is reached from the page, and the focus goes on to the frame`, { ...visit('<a id="before" href="#x">Before</a>' + frame("one")), only: ["chromium", "firefox"] }, async ({ widget }) => {
    await there(widget, 1);
    await widget.run("document.getElementById('before').focus()");
    await widget.tab();
    if (act === "always") await widget.tab();
    assert.equal(await widget.run("return document.activeElement.shadowRoot?.activeElement?.dataset.do"), act);
    await widget.press(key);
    await loaded(widget, "one");
    assert.equal(await widget.run("return document.activeElement.id"), "one");
  });
}

const sound = async (widget) => {
  await settled();
  const found = await violations(widget);
  assert.deepEqual(found, []);
  const inside = await widget.run(`return axe.run({ include: [["courtesy-placeholder"]] }, { resultTypes: ["violations"] }).then(({ violations, passes }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html, failureSummary }) => html + " " + failureSummary).join(" | ")).concat(passes.length ? [] : ["axe looked at nothing"]))`);
  assert.deepEqual(inside, []);
  const small = await widget.run(`
    return [...document.querySelectorAll("courtesy-placeholder")].flatMap(({ shadowRoot }) => [...shadowRoot.querySelectorAll("button")])
      .map((button) => button.getBoundingClientRect()).filter(({ width, height }) => width < 43.5 || height < 43.5).length`);
  assert.equal(small, 0);
};

for (const theme of ["light", "dark"]) {
  for (const size of [[1280, 800], [500, 800]]) {
    test(`axe finds nothing in placeholders, ${theme}, ${size[0]} wide`, visit(frame("one") + frame("two", ""), { attributes: `data-theme="${theme}"`, size }), async ({ widget }) => {
      await there(widget, 2);
      await sound(widget);
    });
  }
}

test("a placeholder follows the tag's theme as the notice does", visit(frame("one"), { attributes: 'data-theme="dark"' }), async ({ widget }) => {
  await there(widget, 1);
  const [card, place] = await widget.run(`
    const of = (element) => getComputedStyle(element).color;
    return [of(document.querySelector("courtesy-host").shadowRoot.querySelector(".notice")), of(document.querySelector("courtesy-placeholder").shadowRoot.querySelector("div"))]`);
  assert.equal(place, card);
});

test("320 px wide a placeholder is no wider than its place, and its buttons can be pressed", { ...visit(frame("one", undefined, 'width="560" height="315"'), { size: [500, 700] }) }, async ({ widget }) => {
  await widget.run("document.documentElement.style.inlineSize = '320px'; document.body.style.margin = '8px'");
  await there(widget, 1);
  const [place, buttons] = await widget.run(`
    const place = document.querySelector("courtesy-placeholder");
    return [place.getBoundingClientRect().right, [...place.shadowRoot.querySelectorAll("button")].map((button) => button.getBoundingClientRect().right)]`);
  assert.ok(place <= 320 && buttons.every((right) => right <= 312), JSON.stringify([place, buttons]));
  await press(widget, "once");
  await loaded(widget, "one");
});

test("from right to left: an Arabic site's placeholder is Arabic and runs that way", visit(frame("one"), {
  purposes: [{ ...FILMS, title: "أفلام" }], fields: { languages: ["ar"] },
}), async ({ widget }) => {
  await there(widget, 1);
  const [{ name, text, buttons }] = await placeholders(widget);
  assert.match(name, /Teatube/);
  assert.match(text, /أفلام/);
  assert.equal(buttons.length, 2);
  assert.ok(buttons.every((button) => /^[\u0600-\u06ff\s]+$/.test(button)), buttons.join());
  const [lang, direction, first, second] = await widget.run(`
    const { shadowRoot } = document.querySelector("courtesy-placeholder");
    const group = shadowRoot.querySelector("div");
    return [group.lang, getComputedStyle(group).direction, ...[...shadowRoot.querySelectorAll("button")].map((button) => button.getBoundingClientRect().left)]`);
  assert.deepEqual([lang, direction, first > second], ["ar", "rtl", true]);
  await sound(widget);
});

run();
