// Gates: the page's own nodes, moved and never copied, in their order, each once; and shut where courtesy.js is not there.

import assert from "node:assert/strict";
import { EACH, answer, asks, at, fetched, ran } from "./gated.mjs";
import { run, settled, test } from "./suite.mjs";

const NETWORK = /Failed to load resource|net::ERR/;
const grant = (widget, what = "accept-all") => widget.run("return courtesy.ready.then(() => courtesy.decide(arguments[0])).then(() => true)", what);

test("each kind of gate opens with a yes, once, in the order of the document", at(EACH("media")), async ({ widget, server }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "inline", "one", "two", "three");
  await widget.until("the frame is there", "return frames[0]?.document.title === 'Film'");
  await widget.run("for (let time = 0; time < 3; time++) document.querySelector('main').append(document.createElement('i')); dispatchEvent(new Event('pageshow'))");
  await grant(widget);
  await settled();
  await ran(widget, "inline", "one", "two", "three");
  assert.deepEqual(fetched(server).sort(), ["/gated/film.html", "/gated/one.js", "/gated/two.js"], "each was fetched once");
  assert.equal(await widget.run("return document.querySelectorAll('courtesy-placeholder').length"), 0);
  assert.equal(await widget.run("return document.querySelector('template').nextSibling.id"), "within", "what the template brought stands behind it");
});

test("a yes to one purpose or service opens its own gates alone", at(`${EACH("media")}
  <script type="text/plain" data-purpose="analytics" data-service="counter">ran.push("counter")</script>
  <script type="text/plain" data-purpose="analytics" data-service="maps">ran.push("maps")</script>
  <script type="text/plain" data-purpose="analytics">ran.push("analytics")</script>
  <script type="text/plain" data-purpose="essential">ran.push("essential")</script>`), async ({ widget, server }) => {
  await asks(widget);
  await ran(widget, "essential");
  await grant(widget, { "analytics/maps": true });
  await ran(widget, "essential", "maps");
  await settled();
  assert.deepEqual(fetched(server), []);
  await grant(widget, { analytics: true });
  await ran(widget, "essential", "maps", "counter", "analytics");
});

test("what is moved is the page's own node", at(`<div id="around">${EACH("media")}</div>`, { head: `<script>addEventListener("DOMContentLoaded", () => {
    window.kept = [...document.querySelectorAll("script[data-purpose], iframe"), ...document.querySelector("template").content.querySelectorAll("p, script")];
    for (const node of kept) { node.mark = node.outerHTML.slice(0, 40); node.addEventListener("click", () => node.heard = true); }
  })</script>` }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "inline", "one", "two", "three");
  const found = await widget.run(`document.getElementById("within").click();
    return { all: kept.length, there: kept.filter((node) => node.isConnected && node.mark).length, heard: document.getElementById("within").heard,
      marked: [...document.querySelectorAll("#around script, #around p, #around iframe")].filter(({ mark }) => mark).length,
      comments: [...document.getElementById("around").childNodes].filter(({ nodeType }) => nodeType === 8).length }`);
  assert.deepEqual(found, { all: 6, there: 6, heard: true, marked: 6, comments: 1 });
});

const AHEAD = at(`<template data-purpose="media"><img src="/gated/picture.svg" alt=""><script src="/gated/one.js"></script><link rel="stylesheet" href="/gated/two.css"></template>`,
  { server: { rules: { "/gated/two.css": { status: 200, headers: { "content-type": "text/css" }, body: "p { color: inherit }" } } } });

test("what stands in a template is fetched when it opens, and not before", { ...AHEAD, only: ["chromium", "webkit"] }, async ({ widget, server }) => {
  await asks(widget);
  await settled();
  assert.deepEqual(fetched(server), []);
  await answer(widget);
  await ran(widget, "one");
  await widget.until("the rest is there", "return document.querySelector('main img').complete && !!document.querySelector('main link').sheet");
  assert.deepEqual(fetched(server).sort(), ["/gated/one.js", "/gated/picture.svg", "/gated/two.css"]);
});

// Firefox fetches ahead the pictures, scripts and style sheets of every template (its bug 1441044); no script can stop it. Nothing of
// it runs before the yes, but the request goes out: what is fetched from others has to be gated by text/plain and data-src there.
// When this fails, Firefox does it no longer.
test("in Firefox what stands in a template is fetched ahead, and nothing of it runs", { ...AHEAD, only: ["firefox"] }, async ({ widget, server, session }) => {
  await asks(widget);
  await session.wait(() => fetched(server).length >= 3, 10_000);
  await settled();
  assert.deepEqual(fetched(server).sort(), ["/gated/one.js", "/gated/picture.svg", "/gated/two.css"]);
  assert.deepEqual(await widget.run("return ran"), []);
});

test("what is text/plain in a template is fetched ahead by no browser, and opens with it, in order", at(`<template data-purpose="media">
  <script type="text/plain" src="/gated/one.js"></script><script>ran.push("inline")</script><script type="text/plain" data-src="/gated/two.js"></script></template>`), async ({ widget, server }) => {
  await asks(widget);
  await settled();
  assert.deepEqual(fetched(server), []);
  await answer(widget);
  await ran(widget, "one", "inline", "two");
});

test("what is text/plain in a template is fetched ahead by no browser, and can be a gate of its own", at(`<template data-purpose="media"><p>Within.</p><script type="text/plain" data-purpose="media" src="/gated/one.js"></script>
  <iframe data-purpose="media" data-src="/gated/film.html" title="Film"></iframe></template>`), async ({ widget, server }) => {
  await asks(widget);
  await settled();
  assert.deepEqual(fetched(server), []);
  await answer(widget);
  await ran(widget, "one");
  await widget.until("the frame is there", "return frames[0]?.document.title === 'Film'");
});

test("scripts of a template run in their order: what is fetched, what uses it inline, async when it comes, a module with its imports", at(`
  <template data-purpose="media">
    <script src="/gated/value.js"></script>
    <script>ran.push("uses " + window.value + " " + (document.getElementById("after") !== null))</script>
    <div id="after"></div>
    <script src="/gated/one.js" defer></script>
    <script type="module" src="/gated/module.js"></script>
    <script type="application/json">{"no": "script"}</script>
    <script>ran.push("last")</script>
  </template>`, { server: { rules: { "/gated/value.js": { wait: 300 }, "/gated/one.js": { wait: 100 } } } }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "value", "uses 7 true", "one", "module true", "last");
});

test("an async script keeps nobody waiting, and a gate alone can be async, deferred or a module", at(`
  <script type="text/plain" data-purpose="media" src="/gated/one.js" async></script>
  <script type="text/plain" data-purpose="media" src="/gated/two.js" defer></script>
  <script type="text/plain" data-purpose="media" data-type="module" src="/gated/module.js"></script>
  <script type="text/plain" data-purpose="media" data-type="module">import { name } from "/gated/imported.js"; ran.push("inline " + name)</script>
  <script type="text/plain" data-purpose="media">ran.push("inline")</script>`, { server: { rules: { "/gated/one.js": { wait: 4_000 } } } }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  const order = await widget.until("all ran", "return ran.length === 5 && ran");
  assert.equal(order.at(-1), "one");
  assert.deepEqual(order.filter((name) => ["two", "module true", "inline"].includes(name)), ["two", "module true", "inline"]);
  assert.ok(order.includes("inline module"));
});

test("a script that is not there, and one that throws, stop none of those after them", at(`
  <template data-purpose="media"><script src="/gated/lost.js"></script><script>ran.push("after lost")</script><script>throw new Error("ours")</script><script>ran.push("after ours")</script></template>
  <script type="text/plain" data-purpose="media" src="/gated/gone.js"></script>
  <script type="text/plain" data-purpose="media" src=""></script>
  <script type="text/plain" data-purpose="media">ran.push("after gone")</script>`, { test: { console: [NETWORK, /uncaught: (.*ours|Script error|.*\/gated\/(lost|gone)\.js|$|http.*\/$)/, /Error: ours/, /gated\/(lost|gone)\.js/, /courtesy: a script for .*could not be fetched/] } }),
  async ({ widget }) => {
    await asks(widget);
    await answer(widget);
    await ran(widget, "after lost", "after ours", "after gone");
  });

for (const [what, script] of Object.entries({
  "that only old browsers run": '<script nomodule src="/gated/two.js"></script>',
  "of a language that no browser speaks": '<script type="text/typescript" src="/gated/two.js"></script>',
  "with a type that is none": '<script type="text/javascript; charset=utf-8" src="/gated/two.js"></script>',
  "that is data": '<script type="application/ld+json" src="/gated/two.js"></script>',
})) {
  test(`a script ${what} keeps nobody waiting`, at(`<template data-purpose="media">${script}<script>ran.push("after")</script></template><script type="text/plain" data-purpose="media">ran.push("last")</script>`),
    async ({ widget }) => {
      await asks(widget);
      await answer(widget);
      await ran(widget, "after", "last");
    });
}

test("a gate within a gate waits for both", at(`<template data-purpose="media"><script>ran.push("media")</script>
  <template data-purpose="analytics"><script>ran.push("analytics")</script></template>
  <script type="text/plain" data-purpose="analytics" src="/gated/one.js"></script><script>ran.push("media again")</script></template>`), async ({ widget, server }) => {
  await asks(widget);
  await grant(widget, { analytics: true });
  await settled();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
  await grant(widget, { media: true });
  await ran(widget, "media", "media again", "analytics", "one");
});

test("a gate within a gate stays shut when only the outer one is granted", at(`<template data-purpose="media"><script>ran.push("media")</script>
  <template data-purpose="analytics"><script>ran.push("analytics")</script></template>
  <script type="text/plain" data-purpose="analytics" src="/gated/one.js"></script></template>`), async ({ widget, server }) => {
  await asks(widget);
  await grant(widget, { media: true });
  await ran(widget, "media");
  await settled();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [["media"], []]);
});

test("gates that come later open too, each once, also where the page goes elsewhere by itself", at(EACH("media")), async ({ widget, server }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "inline", "one", "two", "three");
  // As a page does that wants scripts of its new parts to run: those of innerHTML never do, with or without a gate.
  await widget.run(`const main = document.createElement("main");
    main.append(document.createRange().createContextualFragment('<h1>Another page</h1><script type="text/plain" data-purpose="media">ran.push("second")<\\/script><template data-purpose="media"><script src="/gated/four.js"><\\/script></template><iframe data-purpose="media" data-src="/gated/film.html" title="Film"></iframe>'));
    history.pushState(null, "", "/another"); document.querySelector("main").replaceWith(main)`);
  await ran(widget, "inline", "one", "two", "three", "second", "four");
  await widget.until("its frame is there", "return frames[0]?.document.title === 'Film'");
  await widget.run(`const late = document.createElement("script"); late.type = "text/plain"; late.dataset.purpose = "media"; late.textContent = "ran.push('late')"; document.head.append(late)`);
  await ran(widget, "inline", "one", "two", "three", "second", "four", "late");
  await widget.run("const node = document.querySelector('script[data-purpose]'); document.body.append(node)");
  await settled();
  await ran(widget, "inline", "one", "two", "three", "second", "four", "late");
  assert.equal(fetched(server).filter((path) => path === "/gated/four.js").length, 1);
  assert.equal(await widget.run("return document.querySelectorAll('courtesy-host').length"), 1);
});

test("gates that come later stay shut after a no", at(""), async ({ widget, server }) => {
  await asks(widget);
  await answer(widget, "refuse");
  await widget.run("document.querySelector('main').innerHTML = arguments[0]", EACH("media"));
  await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')");
  await settled();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
});

test("what is granted is shut again from the moment of a withdrawal, also in the middle of a gate", at(`
  <template data-purpose="media"><script src="/gated/one.js"></script><script>ran.push("inline")</script></template>
  <script type="text/plain" data-purpose="media">ran.push("next")</script>`, { server: { rules: { "/gated/one.js": { wait: 700 } } } }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await widget.run("return courtesy.withdraw().then(() => true)");
  await settled(1_200);
  assert.ok(!(await widget.run("return ran")).includes("next"), "a gate that was not open yet");
  assert.ok(!(await widget.run("return ran")).includes("inline"), "nor what was left of the one that was");
});

test("without courtesy.js nothing of it runs", at(EACH("media"), { tag: "" }), async ({ widget, server }) => {
  await settled();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
});

test("where courtesy.js is not there nothing of it runs", at(EACH("media"), { server: { rules: { "/courtesy/courtesy.js": { status: 404 } } }, test: { console: [NETWORK, /uncaught: .*courtesy\.js/] } }), async ({ widget, server }) => {
  await settled();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
});

run();
