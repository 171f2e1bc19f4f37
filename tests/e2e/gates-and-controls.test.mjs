// What gates may do, and what opens one of them: document.write, the page's events, controls for one purpose, templates with a placeholder.

import assert from "node:assert/strict";
import { EACH, NOTICE, accepted, asks, at, fetched, ran } from "./gated.mjs";
import { run, settled, test } from "./suite.mjs";

const lines = async (widget) => (await widget.said()).filter((line) => line.includes("courtesy: "));

// document.write, and events of the page that are over.
const writing = {
  "document.write": 'document.write("<p id=counted>counted</p>")', "document.writeln": 'document.writeln("<p id=counted>counted</p>")', "several parts": 'document.write("<p id=coun"); document.write("ted>", "counted</p>")',
  "document.open before it": 'document.open(); document.write("<p id=counted>counted</p>"); document.close()', "a write of the prototype's": 'document.write.call(document, "<p id=counted>counted</p>")',
};
for (const [what, text] of Object.entries(writing)) {
  for (const [where, html] of Object.entries({ "a gate": `<script type="text/plain" data-purpose="media">${text}</script>`, "a template": `<template data-purpose="media"><script>${text}</script></template>` })) {
    test(`${what} in ${where}: the page stays, and what is written is there`, at(`<h2 id="mine">Glazes</h2>${html}<p id="more">More.</p>`), async ({ widget }) => {
      await accepted(widget);
      await widget.until("it is written", "return document.getElementById('counted')?.textContent === 'counted'");
      assert.equal(await widget.run("return !!document.getElementById('mine') && !!(document.getElementById('counted').compareDocumentPosition(document.getElementById('more')) & 4)"), true);
      assert.equal(await widget.run("return Object.hasOwn(document, 'write')"), false);
    });
  }
}
test("a script that is written runs, as the page's own would", at(`<script type="text/plain" data-purpose="media">document.write("<script>ran.push('written')<\\/script>")</script>`), async ({ widget }) => {
  await accepted(widget);
  await ran(widget, "written");
});
test("the line that docs/consent.md has in the place of DOMContentLoaded starts a gate's script", at(`<script type="text/plain" data-purpose="media">
  const start = () => ran.push(document.readyState);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start); else start();</script>`), async ({ widget }) => {
  await accepted(widget);
  await ran(widget, "complete");
});

// Controls for one purpose, and placeholders of templates.
const control = (act) => `<button id="control" data-courtesy="${act}">Do it</button>`;
const presses = (widget) => widget.run("document.getElementById('control').click()");
test("data-courtesy=accept:media answers for films alone", at(EACH("media") + control("accept:media")), async ({ widget }) => {
  await asks(widget);
  await presses(widget);
  await ran(widget, "inline", "one", "two", "three");
  assert.deepEqual(await widget.run("return [courtesy.status('media'), courtesy.status('analytics')]"), ["granted", "undecided"]);
});
test("data-courtesy=accept: takes a service, too", at(control("accept:analytics/maps")), async ({ widget }) => {
  await asks(widget);
  await presses(widget);
  await widget.until("it is on", "return courtesy.allows('analytics/maps')");
  assert.deepEqual(await widget.run("return [courtesy.status('analytics/counter'), courtesy.status('analytics')]"), ["undecided", "undecided"]);
});
test("data-courtesy=reject:media refuses films alone", at(EACH("media") + control("reject:media")), async ({ widget, server }) => {
  await asks(widget);
  await presses(widget);
  await widget.until("it is refused", "return courtesy.status('media') === 'refused' && courtesy.status('analytics') === 'undecided'");
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
});
for (const act of ["accept:spying", "accept:", "toggle:media", "accept:constructor", "accept:__proto__"]) {
  const isNone = act === "accept:";
  test(`data-courtesy="${act}" does nothing${isNone ? "" : ", which is said once"}`, at(EACH("media") + control(act), { test: { console: [/courtesy: data-courtesy=.* does nothing; write accept: or reject: with one of/] } }), async ({ widget, server }) => {
    await asks(widget);
    await presses(widget);
    await presses(widget);
    await settled();
    assert.deepEqual([await widget.run("return ran"), fetched(server), await widget.storage()], [[], [], {}]);
    assert.ok((await lines(widget)).length <= 1);
  });
}

const MAP = '<template data-purpose="media" data-placeholder="A map of our shop"><p id="map">Map.</p><script>ran.push("map")</script></template>';
const place = (widget, act) => widget.run(`document.querySelector("courtesy-placeholder").shadowRoot.querySelector('[data-do="' + arguments[0] + '"]').click()`, act);
const waits = (widget) => widget.until("the placeholder is there", "return /A map of our shop/.test(document.querySelector('courtesy-placeholder')?.shadowRoot.textContent)");
test("a template with data-placeholder says what it holds, and shows it once: nothing stored, and shut at the next page", at(MAP), async ({ widget }) => {
  await waits(widget);
  await place(widget, "once");
  await ran(widget, "map");
  assert.deepEqual([await widget.storage(), await widget.run("return [!!document.getElementById('map'), document.querySelectorAll('courtesy-placeholder').length]")], [{}, [true, 0]]);
  await widget.reload();
  await waits(widget);
  assert.deepEqual(await widget.run("return ran"), []);
});
test("a template with data-placeholder shows it always: a choice, for the next page too, and back after a withdrawal", at(MAP), async ({ widget }) => {
  await waits(widget);
  await place(widget, "always");
  await ran(widget, "map");
  await widget.reload();
  await ran(widget, "map");
  await widget.run("return courtesy.withdraw().then(() => true)");
  await waits(widget);
  assert.equal(await widget.run("return document.getElementById('map')"), null);
});
test("several templates with data-placeholder, and one that comes later, each have theirs; an empty text is none of a mistake", at(MAP + MAP.replace("A map of our shop", "").replace('id="map"', "")), async ({ widget }) => {
  await widget.until("both are there", "return document.querySelectorAll('courtesy-placeholder').length === 2");
  await widget.run("document.querySelector('main').insertAdjacentHTML('beforeend', arguments[0])", MAP);
  await widget.until("the third is there", "return document.querySelectorAll('courtesy-placeholder').length === 3");
  await widget.click(NOTICE.accept);
  await widget.until("all are open", "return ran.length === 3 && !document.querySelector('courtesy-placeholder')");
});

run();
