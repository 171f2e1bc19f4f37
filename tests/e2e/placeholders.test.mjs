// Placeholders as they look and are reached: as large as their frames, by keyboard alone, with axe, narrow, and from right to left.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { FILMS, frame, framed as visit, loaded, placeholders, press, ready, there } from "./optional.mjs";
import { violations } from "./axe.mjs";
import { run, test } from "./suite.mjs";

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
  test(`nothing moves: a frame ${what} and its placeholder have the same box`, visit(`<style>html { overflow-y: scroll } body { padding-block-end: 80vh } ${style}</style>${html}`, { rules: { "/courtesy/later-": { wait: 1_500 } } }), async ({ widget }) => {
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
