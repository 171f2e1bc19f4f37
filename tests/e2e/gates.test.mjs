// Gates: the page's own nodes, moved and never copied, in their order, each once; and shut where it is not known what they are for.

import assert from "node:assert/strict";
import { EACH, aWhile, answer, asks, at, fetched, ran } from "./gated.mjs";
import { run, test } from "./suite.mjs";

const NETWORK = /Failed to load resource|net::ERR/;
const grant = (widget, what = "accept-all") => widget.run("return courtesy.ready.then(() => courtesy.decide(arguments[0])).then(() => true)", what);

test("each kind of gate opens with a yes, once, in the order of the document", at(EACH("media")), async ({ widget, server }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "inline", "one", "two", "three");
  await widget.until("the frame is there", "return frames[0]?.document.title === 'Film'");
  await widget.run("for (let time = 0; time < 3; time++) document.querySelector('main').append(document.createElement('i')); dispatchEvent(new Event('pageshow'))");
  await grant(widget);
  await aWhile();
  await ran(widget, "inline", "one", "two", "three");
  assert.deepEqual(fetched(server).sort(), ["/gated/film.html", "/gated/one.js", "/gated/picture.svg", "/gated/three.js", "/gated/two.js"], "each was fetched once");
  assert.equal(await widget.run("return document.querySelectorAll('template, courtesy-placeholder').length"), 0);
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
  await aWhile();
  assert.deepEqual(fetched(server), []);
  await grant(widget, { analytics: true });
  await ran(widget, "essential", "maps", "counter", "analytics");
});

test("what is moved is the page's own node", at(`<div id="around">${EACH("media")}</div>`, { head: `<script>addEventListener("DOMContentLoaded", () => {
    window.kept = [...document.querySelectorAll("script[data-purpose], iframe"), ...document.querySelector("template").content.querySelectorAll("p, img, script")];
    for (const node of kept) { node.mark = node.outerHTML.slice(0, 40); node.addEventListener("click", () => node.heard = true); }
  })</script>` }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "inline", "one", "two", "three");
  const found = await widget.run(`document.getElementById("within").click();
    return { all: kept.length, there: kept.filter((node) => node.isConnected && node.mark).length, heard: document.getElementById("within").heard,
      marked: [...document.querySelectorAll("#around script, #around p, #around img, #around iframe")].filter(({ mark }) => mark).length,
      comments: [...document.getElementById("around").childNodes].filter(({ nodeType }) => nodeType === 8).length }`);
  assert.deepEqual(found, { all: 7, there: 7, heard: true, marked: 7, comments: 0 });
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
  <script type="text/plain" data-purpose="media">ran.push("inline")</script>`, { server: { rules: { "/gated/one.js": { wait: 1_500 } } } }), async ({ widget }) => {
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
  <script type="text/plain" data-purpose="media">ran.push("after gone")</script>`, { test: { console: [NETWORK, /uncaught: (.*ours|Script error|.*\/gated\/(lost|gone)\.js|$|http.*\/$)/, /Error: ours/, /gated\/(lost|gone)\.js/] } }),
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
  await aWhile();
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
  await aWhile();
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
  await aWhile();
  await ran(widget, "inline", "one", "two", "three", "second", "four", "late");
  assert.equal(fetched(server).filter((path) => path === "/gated/four.js").length, 1);
  assert.equal(await widget.run("return document.querySelectorAll('courtesy-host').length"), 1);
});

test("gates that come later stay shut after a no", at(""), async ({ widget, server }) => {
  await asks(widget);
  await answer(widget, "refuse");
  await widget.run("document.querySelector('main').innerHTML = arguments[0]", EACH("media"));
  await widget.until("the placeholder is there", "return document.querySelector('courtesy-placeholder')");
  await aWhile();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
});

test("what is granted is shut again from the moment of a withdrawal, also in the middle of a gate", at(`
  <template data-purpose="media"><script src="/gated/one.js"></script><script>ran.push("inline")</script></template>
  <script type="text/plain" data-purpose="media">ran.push("next")</script>`, { server: { rules: { "/gated/one.js": { wait: 700 } } } }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await widget.run("return courtesy.withdraw().then(() => true)");
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  assert.ok(!(await widget.run("return ran")).includes("next"), "a gate that was not open yet");
  assert.ok(!(await widget.run("return ran")).includes("inline"), "nor what was left of the one that was");
});

const POLICY = "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; script-src 'nonce-right' 'self' 'wasm-unsafe-eval'";
const nonced = (nonce) => `<script type="text/plain" data-purpose="media" nonce="${nonce}">ran.push("${nonce}")</script>
  <template data-purpose="media"><script nonce="${nonce}">ran.push("${nonce} in a template")</script></template>`;

test("a nonce goes along, and what has none is stopped by the page's policy", at(`${nonced("right")}${nonced("wrong")}`, {
  server: { headers: { "content-security-policy": POLICY } }, test: { console: [/violation: script-src/, /Content Security Policy|inline script/i] },
}), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "right", "right in a template");
  await aWhile();
  await ran(widget, "right", "right in a template");
});

test("integrity and crossorigin go along: what is not as it was is not run", at(`
  <script type="text/plain" data-purpose="media" src="/gated/one.js" crossorigin="anonymous" integrity="sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"></script>
  <script type="text/plain" data-purpose="media" data-src="/gated/two.js" crossorigin="anonymous" integrity="sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"></script>
  <script type="text/plain" data-purpose="media" src="/gated/three.js" crossorigin="anonymous"></script>`, {
  test: { console: [/integrity|digest|uncaught: .*\/gated\/(one|two)\.js|Failed to load|Cannot load script/i] },
}), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "three");
  assert.deepEqual(await widget.run("return [...document.querySelectorAll('script[crossorigin]')].map(({ crossOrigin, integrity }) => [crossOrigin, integrity.length > 0])"), [["anonymous", true], ["anonymous", true], ["anonymous", false]]);
});

const TYPES = `${POLICY}; require-trusted-types-for 'script'`;
const TYPED = EACH("media").replace(/.*data-src="\/gated\/two.*\n/, "").replace("<script type=\"text/plain\" data-purpose=\"media\">", '<script nonce="right" type="text/plain" data-purpose="media">');

test("with Trusted Types and no policy at all every gate opens but data-src, and nothing is violated", at(TYPED, { server: { headers: { "content-security-policy": `${TYPES}; trusted-types 'none'` } } }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "inline", "one", "three");
  await widget.until("the frame is there", "return frames[0]?.document.title === 'Film'");
  await widget.run("return courtesy.withdraw().then(() => true)");
  await widget.until("the placeholder is back", "return document.querySelector('courtesy-placeholder')");
});

const DATA_SRC = '<script type="text/plain" data-purpose="media" data-src="/gated/two.js"></script>';
test("the policy named courtesy opens data-src as well, several of them", at(`${DATA_SRC}${DATA_SRC.replace("two", "three")}`, { server: { headers: { "content-security-policy": `${TYPES}; trusted-types courtesy` } } }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "two", "three");
});

test("where that policy is refused, data-src stays shut, it is said once what to add, and the next gate opens", at(`${DATA_SRC}${DATA_SRC.replace("two", "three")}<script type="text/plain" data-purpose="media" src="/gated/one.js"></script>`, {
  server: { headers: { "content-security-policy": `${TYPES}; trusted-types 'none'` } },
  test: { console: [/courtesy: a gate for .{0,2}media.{0,2} stays shut: .*trusted-types.*add courtesy/, /violation: (trusted-types|require-trusted-types-for)/, /Content Security Policy|TrustedScriptURL|TrustedType/i] },
}), async ({ widget, server }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "one");
  await widget.until("it is said", "return said.some((line) => line.includes('add courtesy'))");
  await aWhile();
  assert.deepEqual(fetched(server), ["/gated/one.js"]);
  assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
});

const unnamed = [
  ["an unknown purpose", (kind) => EACH("analitics").split("\n").filter(Boolean)[kind]],
  ["an unknown service", (kind) => EACH('media" data-service="nobody').split("\n").filter(Boolean)[kind]],
  ["an empty purpose", (kind) => EACH("").split("\n").filter(Boolean)[kind]],
  ["a service alone", (kind) => EACH("media").replaceAll('data-purpose="media"', 'data-service="films"').split("\n").filter(Boolean)[kind]],
  ["a name of every object", (kind) => EACH("constructor").split("\n").filter(Boolean)[kind]],
  ["two purposes at once", (kind) => EACH("media analytics").split("\n").filter(Boolean)[kind]],
];
for (const [what, of] of unnamed) {
  test(`a gate that names ${what} stays shut for ever, and that is said once`, at([0, 1, 2, 3, 4].map(of).join("\n"), { test: { console: [/courtesy: the site file asks for no purpose or service/] } }), async ({ widget, server }) => {
    await asks(widget);
    await widget.until("it is said", "return said.some((line) => /asks for no purpose or service/.test(line))");
    await answer(widget);
    await widget.run("document.querySelector('main').append('.')");
    await aWhile();
    assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
    assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
    assert.equal(await widget.run("return document.querySelectorAll('courtesy-placeholder').length"), 0);
  });
}

test("without courtesy.js nothing of it runs", at(EACH("media"), { tag: "" }), async ({ widget, server }) => {
  await aWhile();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
});

test("where courtesy.js is not there nothing of it runs", at(EACH("media"), { server: { rules: { "/courtesy/courtesy.js": { status: 404 } } }, test: { console: [NETWORK, /uncaught: .*courtesy\.js/] } }), async ({ widget, server }) => {
  await aWhile();
  assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
});

const record = async (widget) => {
  await asks(widget);
  await answer(widget);
  return widget.record();
};
const broken = {
  "choices that are not what they can be": (r) => ({ ...r, choices: { ...r.choices, media: "yes" } }),
  "choices that are true": (r) => ({ ...r, choices: { media: true } }),
  "choices in a list": (r) => ({ ...r, choices: ["media"] }),
  "no choices": ({ choices, ...r }) => r,
  "no events": (r) => ({ ...r, events: [] }),
  "an event of no day": (r) => ({ ...r, events: [{ ...r.events[0], at: "2026-02-30T00:00:00Z" }] }),
  "an event of tomorrow's tomorrow": (r) => ({ ...r, events: [{ ...r.events[0], at: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 19) + "Z" }] }),
  "no end": ({ expires, ...r }) => r,
  "an end that is no moment": (r) => ({ ...r, expires: "never" }),
  "an end that is over": (r) => ({ ...r, expires: "2026-01-01T00:00:00Z" }),
  "another site's hashes": (r) => ({ ...r, notice: { ...r.notice, facts: Object.fromEntries(Object.keys(r.notice.facts).map((key) => [key, "AAAAAAAA"])) } }),
  "no hashes": (r) => ({ ...r, notice: { ...r.notice, facts: {} } }),
  "the other mode": (r) => ({ ...r, mode: "notice" }),
  "another version": (r) => ({ ...r, notice: { ...r.notice, version: "0" } }),
  "a newer schema": (r) => ({ ...r, schema: "courtesy/2" }),
  "half of it": (r) => JSON.stringify(r).slice(0, -30),
  "null": () => "null",
  "a number": () => "1e999",
  "a list of itself": (r) => [r],
  "a prototype of grants": () => '{"__proto__":{"media":"granted"},"schema":"courtesy/1"}',
  "no object but grants": () => '"granted"',
};
test("a record that is broken, old or another's grants nothing, throws nothing and is asked again", at(EACH("media").replace(/<iframe.*/, ""), { test: { console: [/courtesy: what is stored under/] } }), async ({ widget, server }) => {
  const good = await record(widget);
  await ran(widget, "inline", "one", "two", "three");
  for (const [what, of] of Object.entries(broken)) {
    const text = of(good);
    await widget.run("localStorage.courtesy = arguments[0]", typeof text === "string" ? text : JSON.stringify(text));
    server.log.length = 0;
    await widget.reload();
    await asks(widget).catch((error) => assert.fail(`${what}: ${error.message}`));
    assert.deepEqual([await widget.run("return courtesy.allows('media') || courtesy.allows('media/films')"), await widget.run("return ran"), fetched(server)], [false, [], []], what);
  }
  await answer(widget);
  await ran(widget, "inline", "one", "two", "three");
});

test("what a record grants that no site asks for stays off, and is not asked for", at('<script type="text/plain" data-purpose="spying">ran.push("spying")</script>', { test: { console: [/courtesy: the site file asks for no purpose or service/] } }), async ({ widget }) => {
  const good = await record(widget);
  await widget.run("localStorage.courtesy = arguments[0]", JSON.stringify({ ...good, choices: { ...good.choices, spying: "granted" }, notice: { ...good.notice, facts: { ...good.notice.facts, spying: "AAAAAAAA" } } }));
  await widget.reload();
  await widget.shows(".reopen");
  await aWhile();
  assert.deepEqual(await widget.run("return [courtesy.status('spying'), courtesy.allows('spying'), ran, courtesy.allows('media')]"), ["undecided", false, [], true]);
});

run();
