// What the widget says of Global Privacy Control: the site's own statement and no more, that it replaces no question, and nothing where
// the browser sends none.

import assert from "node:assert/strict";
import { SENT, SIGNAL, TOLD, early, gated, leave, notice, ran, ready, signal, status } from "./optional.mjs";
import { run, settled, test } from "./suite.mjs";

const seeds = (site, at = "/?gpc=true") => ({ site, at, early: early(SIGNAL, TOLD) });
const aside = async (widget) => {
  await widget.noticeShows();
  return widget.until("the notice says something of the signal", `return document.querySelector("courtesy-host").shadowRoot.querySelector(".aside").textContent`);
};

for (const [name, words] of [
  ["mediux", `${SENT} We do not sell or share personal information.`],
  ["mazoon", `${SENT} We do not sell personal information.`],
  ["nanoflux", `${SENT} We do not sell personal information.`],
]) {
  test(`${name}: the site's own statement, and nothing is said to be honoured`, seeds(name), async ({ widget }) => {
    assert.equal(await aside(widget), words);
    await widget.run(`courtesy.open("details")`);
    await widget.shows("dialog[open] .entries");
    assert.deepEqual(await signal(widget), [words]);
    assert.doesNotMatch(await widget.inside(`return root.querySelector("dialog").textContent + root.querySelector(".notice").textContent`), /honou?red/i);
    assert.deepEqual(await widget.storage(), {});
  });
}

test("mjpro states nothing about sale and sharing; neither does the widget", seeds("mjpro"), async ({ widget }) => {
  await widget.noticeShows();
  await ready(widget);
  await settled();
  assert.equal((await notice(widget)).aside, "");
  await widget.run(`courtesy.open("details")`);
  await widget.shows("dialog[open] .entries");
  assert.deepEqual(await signal(widget), []);
});

for (const jurisdiction of ["eu", "uk", "us-ca"]) {
  test(`the signal is no consent and replaces no question: Mediux asks in ${jurisdiction}`, {
    site: "mediux", at: "/?gpc=true", early: early(SIGNAL, TOLD),
    pages: { "/": gated(["preferences", "analytics"], { attributes: `data-jurisdiction="${jurisdiction}"` }) },
  }, async ({ widget }) => {
    await aside(widget);
    const { text, buttons } = await notice(widget);
    assert.deepEqual([text, buttons], ["We’d like to use your device’s storage for preferences and analytics. We start only if you accept, and you can withdraw at any time.", ["Accept all", "Reject all", "Choose"]]);
    assert.deepEqual([await status(widget, "analytics"), await status(widget, "preferences")], ["undecided", "undecided"]);
    assert.deepEqual(await ran(widget), []);
    assert.deepEqual(await widget.storage(), {});
  });
}

const layout = (widget) => widget.inside(`
  const card = root.querySelector(".notice");
  return [card, ...card.querySelectorAll("*")].map((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return [element.localName + "." + element.className, x, y, width, height].join(" ");
  })`);

for (const name of ["mediux", "mjpro"]) {
  test(`${name}: a signal that says nothing looks as one that is not there`, seeds(name, "/?gpc=false"), async ({ widget, go }) => {
    await widget.noticeShows();
    await ready(widget);
    assert.equal(await widget.run("return navigator.globalPrivacyControl"), false);
    await settled();
    const one = await layout(widget);
    assert.equal((await notice(widget)).aside, "");
    await leave(widget, go, "/?gpc=none");
    await widget.noticeShows();
    await ready(widget);
    assert.equal(await widget.run("return typeof navigator.globalPrivacyControl"), "undefined");
    await settled();
    assert.deepEqual(await layout(widget), one);
    assert.equal((await notice(widget)).aside, "");
    await widget.run(`courtesy.open("details")`);
    await widget.shows("dialog[open] .entries");
    assert.deepEqual(await signal(widget), []);
  });
}

run();
