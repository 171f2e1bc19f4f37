// Global Privacy Control (w3c/gpc; 11 CCR 7025): a sale or sharing goes off, without a dialog and without a trace; the visitor is told,
// and may turn it on again in two steps. What a site declares is never called more than that.

import assert from "node:assert/strict";
import { ADVERTISING, SENT, SIGNAL, STATISTICS, TOLD, becomes, boxes, early, events, gated, leave, notice, openChoices, ran, ready, signal, site, status } from "./optional.mjs";
import { run, test } from "./suite.mjs";

const OFF = `${SENT} Opt-Out Request Honored: selling and sharing are off, unless you turn them on yourself.`;
const KEPT_OFF = "Opt-Out Request Honored: off, because your browser sends Global Privacy Control.";
const SURE = "Turn on “Advertising” on this site, although my browser objects";
const SELLS = { sells: true, shares: true };

const visit = (purposes, at = "/?gpc=true", more = {}) => ({
  made: () => ({
    at, folders: { "/courtesy/": site(purposes, SELLS) }, early: early(SIGNAL, TOLD),
    pages: { "/": gated(purposes.map(({ id }) => id)) }, ...more,
  }),
});
const only = visit([ADVERTISING]);
const both = visit([STATISTICS, ADVERTISING]);

test("where only a sale is asked for, the signal answers: no notice, nothing stored, nothing runs", only, async ({ widget }) => {
  await ready(widget);
  assert.equal(await widget.visible(".notice"), false);
  await widget.shows(".reopen");
  assert.equal(await status(widget, "advertising"), "objected");
  assert.deepEqual(await ran(widget), []);
  assert.deepEqual(await widget.storage(), {});
  const told = await widget.run("return told");
  assert.deepEqual(told, [["ready", { mode: "consent", reason: null }]]);
});

test("what the signal does is said in the notice, in the choices and in the details, and no dialog comes by itself", only, async ({ widget }) => {
  await ready(widget);
  await widget.run(`courtesy.open("notice")`);
  await widget.noticeShows();
  await widget.until("the notice says so", `return document.querySelector("courtesy-host").shadowRoot.querySelector(".aside").textContent`);
  assert.equal((await notice(widget)).aside, OFF);
  assert.equal(await widget.visible(".notice .aside"), true);
  await openChoices(widget);
  assert.deepEqual(await signal(widget), [OFF]);
  await widget.leaveDetails();
  await widget.run(`courtesy.open("details")`);
  await widget.shows("dialog[open] .entries");
  assert.deepEqual(await signal(widget), [OFF]);
  await widget.leaveDetails();
  assert.deepEqual(await widget.storage(), {}, "nobody decided anything");
});

test("beside a sale the rest is asked for, and only the rest", both, async ({ widget }) => {
  await widget.noticeShows();
  await widget.until("the notice says what the signal does", `return document.querySelector("courtesy-host").shadowRoot.querySelector(".aside").textContent`);
  const { text, list, aside, buttons } = await notice(widget);
  assert.equal(aside, OFF);
  assert.deepEqual([text, list], ["We’d like to use your device’s storage for analytics. We start only if you accept, and you can withdraw at any time.", []]);
  assert.deepEqual(buttons, ["Accept all", "Reject all", "Choose"]);
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  await becomes(widget, "statistics", "granted");
  assert.equal(await status(widget, "advertising"), "objected");
  const { choices, gpc } = await widget.record();
  assert.deepEqual([choices, gpc], [{ statistics: "granted" }, true], "the signal alone is no choice");
  assert.deepEqual(await ran(widget, 1), ["statistics"]);
});

for (const [how, act] of [
  ["decide(\"accept-all\")", (widget) => widget.run(`return courtesy.decide("accept-all")`)],
  ["decide({advertising: true})", (widget) => widget.run(`return courtesy.decide({ advertising: true })`)],
  ["a page's own accept-all", (widget) => widget.run(`document.getElementById("all").click()`)],
  ["Accept in the notice", async (widget) => {
    await widget.run(`return courtesy.open("notice")`);
    await widget.click('.notice [data-act="accept-all"]');
  }],
  ["Accept all in the choices", async (widget) => {
    await openChoices(widget);
    await widget.use("Accept all");
    await widget.hides("dialog");
  }],
]) {
  const console = how.startsWith("decide({") ? [/courtesy: Global Privacy Control is on: a sale takes two steps/] : [];
  test(`${how} grants no sale against the signal`, { console, ...visit([STATISTICS, ADVERTISING], "/?gpc=true", {
    pages: { "/": gated(["statistics", "advertising"], { body: `<button id="all" data-courtesy="accept-all">All</button>` }) },
  }) }, async ({ widget }) => {
    await ready(widget);
    await act(widget);
    await ready(widget);
    assert.equal(await status(widget, "advertising"), "objected");
    const due = how.includes("{") ? [] : ["statistics"];
    assert.deepEqual(await ran(widget, due.length), due);
    assert.equal((await widget.record())?.choices.advertising, undefined);
  });
}

test("in the choices the visitor may turn a sale on all the same, in two steps, and it stays", only, async ({ widget }) => {
  await ready(widget);
  await openChoices(widget);
  assert.deepEqual(await boxes(widget), [["Advertising", false]]);
  await widget.use("Advertising");
  await widget.until("there is a second step", `return document.querySelector("courtesy-host").shadowRoot.querySelectorAll("dialog label.choice").length === 2`);
  assert.deepEqual(await boxes(widget), [["Advertising", true], [SURE, false]]);
  const [role, text] = await widget.inside(`const told = root.querySelector("dialog .told"); return [told.role, told.textContent]`);
  assert.deepEqual([role, text], ["status", KEPT_OFF]);
  await widget.use(SURE);
  await widget.until("it is kept off no more", `return !document.querySelector("courtesy-host").shadowRoot.querySelector("dialog .told").textContent`);
  assert.deepEqual(await ran(widget), [], "a draft turns nothing on");
  await widget.use("Save choices");
  await widget.hides("dialog");
  await becomes(widget, "advertising", "granted");
  await widget.until("the gate opens", "return window.ran");
  assert.deepEqual(await events(widget), [["granted", "advertising", "choices"]]);
  assert.equal((await widget.record()).gpc, true, "the signal was there, and is on record");
  await widget.reload();
  await widget.until("the gate opens again", "return window.ran");
  assert.equal(await status(widget, "advertising"), "granted");
  await openChoices(widget);
  assert.deepEqual(await boxes(widget), [["Advertising", true]], "what was granted in two steps needs no third");
});

test("one step of the two grants nothing", only, async ({ widget }) => {
  await ready(widget);
  await openChoices(widget);
  await widget.use("Advertising");
  await widget.until("there is a second step", `return document.querySelector("courtesy-host").shadowRoot.querySelectorAll("dialog label.choice").length === 2`);
  await widget.use("Save choices");
  await widget.hides("dialog");
  await ready(widget);
  assert.equal(await status(widget, "advertising"), "objected");
  assert.deepEqual(await ran(widget), []);
});

test("who turns it off and on again takes both steps again", only, async ({ widget }) => {
  await ready(widget);
  await openChoices(widget);
  await widget.use("Advertising");
  await widget.use(SURE);
  await widget.use("Advertising");
  await widget.use("Advertising");
  await widget.until("there is a second step", `return document.querySelector("courtesy-host").shadowRoot.querySelectorAll("dialog label.choice").length === 2`);
  assert.deepEqual(await boxes(widget), [["Advertising", true], [SURE, false]]);
});

test("a grant that meets the signal is an objection: told, stored, and there when the signal is gone", visit([STATISTICS, ADVERTISING], "/?gpc=false"), async ({ widget, go }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await widget.until("both have run", "return window.ran?.join() === 'statistics,advertising'");
  const before = await widget.record();
  await leave(widget, go, "/?gpc=true");
  await ready(widget);
  assert.equal(await status(widget, "advertising"), "objected");
  assert.deepEqual(await ran(widget, 1), ["statistics"]);
  assert.equal(await widget.visible(".notice"), false, "nothing pops up in reply");
  assert.deepEqual(await events(widget), [["granted", "statistics,advertising", "accept-all"], ["objected", "advertising", "gpc"]]);
  const after = await widget.record();
  assert.deepEqual([after.choices, after.gpc, after.expires], [{ statistics: "granted", advertising: "objected" }, true, before.expires]);
  const decided = (await widget.run("return told")).filter(([name]) => name === "decided").map(([, { method }]) => method);
  assert.equal(decided.at(-1), "gpc");
  await widget.reload();
  await ready(widget);
  assert.equal((await events(widget)).length, 2, "it is an objection once");
  await leave(widget, go, "/?gpc=none");
  await ready(widget);
  assert.equal(await status(widget, "advertising"), "objected", "that the signal is gone is no yes");
  assert.deepEqual(await ran(widget, 1), ["statistics"]);
  assert.equal(await widget.visible(".notice"), false, "and nobody is asked again");
});

test("a refusal is a refusal, with the signal and after it", visit([STATISTICS, ADVERTISING], "/?gpc=none"), async ({ widget, go }) => {
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await leave(widget, go, "/?gpc=true");
  await ready(widget);
  assert.deepEqual([await status(widget, "advertising"), await widget.visible(".notice")], ["refused", false]);
  await leave(widget, go, "/?gpc=none");
  await ready(widget);
  assert.deepEqual([await status(widget, "advertising"), await widget.visible(".notice"), (await events(widget)).length], ["refused", false, 1]);
});

test("without an answer of the visitor's the sale is asked for when the signal is gone", only, async ({ widget, go }) => {
  await ready(widget);
  assert.equal(await widget.visible(".notice"), false);
  await leave(widget, go, "/?gpc=none");
  await widget.noticeShows();
  assert.equal(await status(widget, "advertising"), "undecided");
});

for (const value of ["null", '"1"', "1", "{}"]) {
  test(`only true is the signal: ${value} is none`, visit([ADVERTISING], "/", {
    at: "/", early: `Object.defineProperty(Navigator.prototype, "globalPrivacyControl", { get: () => (${value}), configurable: true });`,
  }), async ({ widget }) => {
    await widget.noticeShows();
    assert.equal(await status(widget, "advertising"), "undecided");
    assert.equal((await notice(widget)).aside, "");
    await widget.click('.notice [data-act="accept-all"]');
    await becomes(widget, "advertising", "granted");
    assert.equal((await widget.record()).gpc, null);
  });
}

run();
