// A record that vanishes while the page lives was not withdrawn: the visitor is asked again, and nothing else is shown over the question.

import assert from "node:assert/strict";
import { FILMS, STATISTICS, TOLD, becomes, early, gated, inTab, ready, site, status } from "./optional.mjs";
import { run, settled, test } from "./suite.mjs";

const OUT = `<button id="leave" onclick="localStorage.clear()">Log out</button>`;
const visit = (attributes = "") => ({
  size: [400, 800],
  made: () => ({ folders: { "/courtesy/": site([STATISTICS, FILMS]) }, early: early(TOLD), pages: { "/": gated(["statistics"], { body: OUT, attributes }), "/b": gated([], {}) } }),
});
const accepted = async (widget) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.hides(".notice");
  await becomes(widget, "films", "granted");
};
const seen = (widget) => widget.run(`document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`);
const cards = (widget) => widget.inside(`return [...root.querySelectorAll(".notice, .reopen")].filter((card) => card.getClientRects()[0]).map((card) => card.className)`);
/** The question alone. */
const asksOnly = async (widget) => {
  await widget.noticeShows();
  await settled(600);
  assert.deepEqual(await cards(widget), ["notice"]);
  assert.deepEqual([await status(widget, "films"), await widget.run("return courtesy.allows('films')")], ["undecided", false]);
};

const WAYS = {
  "the whole storage is cleared by the page": "localStorage.clear()",
  "the record alone is removed": `localStorage.removeItem("courtesy:teahouse")`,
  "the page removes every key that it does not know": `for (const key of Object.keys(localStorage)) delete localStorage[key]`,
  "it is overwritten by an empty text": `localStorage["courtesy:teahouse"] = ""`,
  "it is overwritten by null": `localStorage["courtesy:teahouse"] = null`,
};
for (const [name, act] of Object.entries(WAYS)) {
  test(`${name}, and the visitor looks again: the question alone`, visit(), async ({ widget }) => {
    await accepted(widget);
    await widget.run(act);
    await seen(widget);
    await asksOnly(widget);
    await accepted(widget);
    assert.equal((await widget.record()).choices.films, "granted", "and it can be answered again");
  });
}

test("the button that logs out, and another tab meanwhile: the question alone", visit(), async ({ widget, session, server }) => {
  await accepted(widget);
  await (await widget.run("return document.getElementById('leave')")).click();
  await inTab(session, server.origin + "/b", async () => {
    await widget.noticeShows();
  });
  await seen(widget);
  await asksOnly(widget);
});

test("cleared in another tab: the question alone", visit(), async ({ widget, session, server }) => {
  await accepted(widget);
  await inTab(session, server.origin + "/b", async () => {
    await ready(widget);
    await widget.run("localStorage.clear()");
  });
  await asksOnly(widget);
});

test("cleared while the page lay in the back/forward cache: the question alone", visit(), async ({ widget }) => {
  await accepted(widget);
  await widget.run("localStorage.clear(); dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");
  await asksOnly(widget);
});

test("a refusal that vanishes: the question alone", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await widget.run("localStorage.clear()");
  await seen(widget);
  await asksOnly(widget);
});

test("cleared while what is off is being said: the question does not lie under it", visit(), async ({ widget }) => {
  await accepted(widget);
  await widget.click('.reopen [data-act="withdraw"]');
  await widget.shows(".afterwards");
  await widget.run("localStorage.clear()");
  await seen(widget);
  await widget.shows(".notice:not(.afterwards)");
  await asksOnly(widget);
});

test("a withdrawal that somebody did says what is off, and asks nothing", visit(), async ({ widget }) => {
  await accepted(widget);
  await widget.run("return courtesy.withdraw()");
  await widget.shows(".afterwards");
  assert.deepEqual(await cards(widget), ["notice afterwards"]);
});

run();
