// Gates that stay shut: by the page's policies, where it is not known what they are for, and by a record that grants nothing.

import assert from "node:assert/strict";
import { EACH, answer, asks, at, fetched, ran } from "./gated.mjs";
import { run, settled, test } from "./suite.mjs";

const POLICY = "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; script-src 'nonce-right' 'self' 'wasm-unsafe-eval'";
const nonced = (nonce) => `<script type="text/plain" data-purpose="media" nonce="${nonce}">ran.push("${nonce}")</script>
  <template data-purpose="media"><script nonce="${nonce}">ran.push("${nonce} in a template")</script></template>`;

test("a nonce goes along, and what has none is stopped by the page's policy", at(`${nonced("right")}${nonced("wrong")}`, {
  server: { headers: { "content-security-policy": POLICY } }, test: { console: [/violation: script-src/, /Content Security Policy|inline script/i] },
}), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "right", "right in a template");
  await settled();
  await ran(widget, "right", "right in a template");
});

test("integrity and crossorigin go along: what is not as it was is not run", at(`
  <script type="text/plain" data-purpose="media" src="/gated/one.js" crossorigin="anonymous" integrity="sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"></script>
  <script type="text/plain" data-purpose="media" data-src="/gated/two.js" crossorigin="anonymous" integrity="sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"></script>
  <script type="text/plain" data-purpose="media" src="/gated/three.js" crossorigin="anonymous"></script>`, {
  test: { console: [/integrity|digest|uncaught: .*\/gated\/(one|two)\.js|Failed to load|Cannot load script|a script for .+ could not be fetched/i] },
}), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "three");
  assert.deepEqual(await widget.run("return [...document.querySelectorAll('script[crossorigin]')].map(({ crossOrigin, integrity }) => [crossOrigin, integrity.length > 0])"), [["anonymous", true], ["anonymous", true], ["anonymous", false]]);
});

const TYPES = `${POLICY}; require-trusted-types-for 'script'`;
const TYPED = EACH("media").replace(/.*data-src="\/gated\/two.*\n/, "");

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
  await settled();
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
    await settled();
    assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
    assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
    assert.equal(await widget.run("return document.querySelectorAll('courtesy-placeholder').length"), 0);
  });
}

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
    await widget.run("localStorage['courtesy:garden'] = arguments[0]", typeof text === "string" ? text : JSON.stringify(text));
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
  await widget.run("localStorage['courtesy:garden'] = arguments[0]", JSON.stringify({ ...good, choices: { ...good.choices, spying: "granted" }, notice: { ...good.notice, facts: { ...good.notice.facts, spying: "AAAAAAAA" } } }));
  await widget.reload();
  await widget.shows(".reopen");
  await settled();
  assert.deepEqual(await widget.run("return [courtesy.status('spying'), courtesy.allows('spying'), ran, courtesy.allows('media')]"), ["undecided", false, [], true]);
});

run();
