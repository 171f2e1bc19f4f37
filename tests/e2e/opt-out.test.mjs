// An opt-out that leaves the form is done on this device, too (11 CCR 7026; Tractor Supply, 2025): what is sold or shared goes off at once,
// what it stored is removed, its gates close, the record has the event, and the form says so. In the dialog and on the page for requests.

import assert from "node:assert/strict";
import { ask as begin, desk, look, looked, openForm, write } from "./asking.mjs";
import { violations } from "./axe.mjs";
import { freePort } from "./ports.mjs";
import { asking, WORDS, wordsOf } from "./form.mjs";
import { afterwards } from "./gated.mjs";
import { ADVERTISING, STATISTICS, SIGNAL, early, events, becomes, boxes, openChoices, ready, site } from "./optional.mjs";
import { run, settled, test } from "./suite.mjs";

const RIGHT = wordsOf("en").pages.right.optOutOfSale;
const { ask: ASK, review: SAID } = WORDS;
const DONE = "We’ve also turned off sale and sharing on this device: Advertising, Sponsors.";
const SPONSORS = { id: "sponsors", title: "Sponsors", description: "Shows sponsors.", saleOrShare: true };
const PURPOSES = [STATISTICS, ADVERTISING, SPONSORS];
const ITEMS = [
  { kind: "cookie", name: "ad", purpose: "advertising", duration: "P1Y" }, { kind: "local-storage", name: "sponsor", purpose: "sponsors", duration: "P1Y" },
  { kind: "cookie", name: "count", purpose: "statistics", duration: "P1Y" },
];
const GATES = `<template data-purpose="advertising"><p id="ad">An ad.</p></template><template data-purpose="statistics"><p id="figure">A figure.</p></template>`;
const OPTED = ["objected", "advertising,sponsors", "opt-out-request"];

const visit = ({ head = "", fields = {}, port, ...more } = {}) => ({
  made: async () => {
    const own = port ? await freePort() : undefined;
    const requests = port ? { requests: { endpoint: `http://127.0.0.1:${own}/requests` } } : {};
    return {
      port: own, early: early(SIGNAL), folders: { "/courtesy/": site(PURPOSES, { sells: true, shares: true, regimes: ["ccpa"], items: ITEMS, ...requests, ...fields }) },
      pages: { "/": desk({ body: GATES, head }) }, ...more,
    };
  },
});

/** The purposes are on, and what they store is there. */
const granted = async (widget) => {
  await widget.noticeShows();
  await widget.click('.notice [data-act="accept-all"]');
  await widget.until("the gate is open", "return document.querySelector('#ad') && document.querySelector('#figure')");
  await widget.run("document.cookie = 'ad=1; path=/'; document.cookie = 'count=1; path=/'; localStorage.sponsor = 1");
  assert.deepEqual(await states(widget), ["granted", "granted", "granted"]);
};
const states = (widget) => widget.run("return ['statistics', 'advertising', 'sponsors'].map(courtesy.status)");
const things = (widget) => widget.run("return [document.cookie.split('; ').sort().join(), localStorage.sponsor ?? null]");

/** What is sold is off and gone; the rest is as it was. */
const isOff = async (widget) => {
  await becomes(widget, "advertising", "objected");
  await widget.until("the gate is shut", "return !document.querySelector('#ad')");
  await widget.until("what it stored is gone", "return !/\\bad=/.test(document.cookie) && !localStorage.sponsor");
  assert.deepEqual([await states(widget), await things(widget)], [["granted", "objected", "objected"], ["count=1", null]]);
  await widget.until("what is no sale is as it was", "return document.querySelector('#figure')");
  assert.deepEqual((await events(widget)).at(-1), OPTED);
};
const held = (name, options, check) => test(name, options, async (given) => {
  await check(given).finally(() => given.session.manage().deleteAllCookies());
});

for (const [how, button, options] of [
  ["copied", SAID.copy, {}], ["saved as a file", SAID.save, {}], ["opened in mail", SAID.mail, {}],
  ["sent", SAID.send, { port: true, rules: { "/requests": { status: 201 } } }],
]) {
  held(`a request that is ${how} turns off here what it opts out of, says so, and is recorded once`, visit(options), async ({ widget, server, session }) => {
    await granted(widget);
    await openForm(widget, "ccpa");
    const also = await widget.inside("return root.querySelector('dialog').textContent");
    assert.ok(also.includes("also turn off sale and sharing on this device, at once: Advertising, Sponsors."), also);
    await begin(widget, RIGHT);
    await look(widget);
    assert.deepEqual([await states(widget), (await looked(widget)).status.includes("turned off")], [["granted", "granted", "granted"], false], "nothing was sent");
    await widget.use(button);
    await isOff(widget);
    await widget.until("it is said", `return document.querySelector("courtesy-host").shadowRoot.querySelector(".request [role=status]").textContent.includes(arguments[0])`, DONE);
    assert.ok(await widget.visible("dialog[open] .letter"), "the form stays open");
    if (how !== "sent") await widget.use(SAID.save);
    else await session.wait(() => server.posts.length, 20_000);
    await settled();
    assert.equal((await events(widget)).filter(([, , method]) => method === "opt-out-request").length, 1);
    assert.equal(server.posts.length, how === "sent" ? 1 : 0);
    assert.deepEqual(await violations(widget), []);
    await widget.reload();
    await ready(widget);
    await settled();
    assert.deepEqual([await states(widget), await widget.visible(".notice")], [["granted", "objected", "objected"], false]);
  });
}

held("where the endpoint refuses it, it is off here all the same", { ...visit({ port: true, rules: { "/requests": { status: 500 } } }), console: [/Failed to load resource/] }, async ({ widget }) => {
  await granted(widget);
  await write(widget, "ccpa", RIGHT, {});
  await widget.use(SAID.send);
  await isOff(widget);
});

held("a letter that is copied by hand is one that leaves the form", visit(), async ({ widget }) => {
  await granted(widget);
  await write(widget, "ccpa", RIGHT, {});
  await widget.inside("root.querySelector('.letter').dispatchEvent(new ClipboardEvent('copy', { bubbles: true, composed: true }))");
  await isOff(widget);
});

held("a request that is closed before it left changes nothing", visit(), async ({ widget }) => {
  await granted(widget);
  await write(widget, "ccpa", RIGHT, {});
  await widget.run("return courtesy.close()");
  await widget.hides("dialog[open]");
  assert.deepEqual(await states(widget), ["granted", "granted", "granted"]);
  assert.equal((await events(widget)).length, 1);
});

held("a request for something else turns nothing off", visit(), async ({ widget }) => {
  await granted(widget);
  await write(widget, "ccpa", wordsOf("en").pages.right.deletion);
  await widget.use(SAID.copy);
  await widget.until("it is copied", "return copied.length === 1");
  await settled();
  assert.deepEqual(await states(widget), ["granted", "granted", "granted"]);
});

held("what was never asked about is off from then on, and the rest is still asked", visit(), async ({ widget }) => {
  await widget.noticeShows();
  await write(widget, "ccpa", RIGHT, {});
  await widget.use(SAID.copy);
  await becomes(widget, "advertising", "objected");
  assert.deepEqual(await states(widget), ["undecided", "objected", "objected"]);
  await widget.run("return courtesy.close()");
  await widget.noticeShows();
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "statistics", "granted");
  assert.deepEqual(await states(widget), ["granted", "objected", "objected"], "the notice asks for the rest alone");
});

held("the choices say that it was opted out of, and turn it on again", visit(), async ({ widget }) => {
  await granted(widget);
  await write(widget, "ccpa", RIGHT, {});
  await widget.use(SAID.copy);
  await isOff(widget);
  await widget.run("return courtesy.close()");
  const { said } = await afterwards(widget);
  assert.match(said[0], /Advertising.*Sponsors/);
  await openChoices(widget);
  assert.match(await widget.inside("return [...root.querySelectorAll('dialog .told')].map(({ textContent }) => textContent).join(' ')"), /Off on this device, because you opted out of the sale and sharing/);
  assert.deepEqual(await boxes(widget), [["Statistics", true], ["Advertising", false], ["Sponsors", false]]);
  await widget.use("Advertising");
  await widget.use("Save choices");
  await becomes(widget, "advertising", "granted");
  assert.deepEqual(await states(widget), ["granted", "granted", "objected"]);
});

const FULL = `<script>{ const set = Storage.prototype.setItem; window.fill = () => { Storage.prototype.setItem = function (key) { if (key.startsWith("courtesy:")) throw new DOMException("full", "QuotaExceededError"); return set.apply(this, arguments); }; }; }</script>`;
held("where the browser stores nothing it is off on this page, and that is said", visit({ head: FULL }), async ({ widget }) => {
  await granted(widget);
  await write(widget, "ccpa", RIGHT, {});
  await widget.run("fill()");
  await widget.use(SAID.copy);
  await becomes(widget, "advertising", "objected");
  await widget.until("it is said", `return /won’t let us save it.*only until you leave this page: Advertising, Sponsors/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".request [role=status]").textContent)`);
  assert.equal((await widget.record()) ?? null, null, "no yes outlives it");
});

for (const [how, button, options] of [["saved as a file", SAID.save, {}], ["sent", SAID.send, { port: true, rules: { "/requests": { status: 201 } } }]]) {
  held(`on the page for requests, a request that is ${how} is done on this device as well`, visit(options), async (given) => {
    const { widget, go } = given;
    await granted(widget);
    await go("/courtesy/request.html");
    const form = await asking(given);
    await form.choose(RIGHT, 2);
    await form.press(ASK.review);
    await widget.until("the letter is there", `return document.querySelector("#form .letter")`);
    assert.deepEqual(await things(widget), ["ad=1,count=1", "1"]);
    await form.press(button);
    await form.says(DONE);
    await widget.until("what it stored is gone", "return !/\\bad=/.test(document.cookie) && !localStorage.sponsor");
    assert.deepEqual(await things(widget), ["count=1", null]);
    await go("/");
    await ready(widget);
    await isOff(widget);
  });
}

held("on the page for requests, with nothing on record yet", visit({ at: "/courtesy/request.html" }), async (given) => {
  const { widget, go } = given;
  const form = await asking(given);
  await form.choose(RIGHT, 2);
  await form.press(ASK.review);
  await form.press(SAID.save);
  await form.says(DONE);
  await go("/");
  await ready(widget);
  await widget.noticeShows();
  assert.deepEqual(await states(widget), ["undecided", "objected", "objected"]);
});

run();
