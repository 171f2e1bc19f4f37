// More than one page of a site at once, pages that come back, and clocks: everywhere the present state, without a reload.

import assert from "node:assert/strict";
import { ADVERTISING, CLOCK, SIGNAL, STATISTICS, TOLD, becomes, early, events, gated, inTab, leave, ran, ready, site, status } from "./optional.mjs";
import { LEFT, run, settled, test } from "./suite.mjs";

const PAGE = gated(["statistics", "advertising"]);
const visit = (more = {}) => ({
  made: () => ({
    folders: { "/courtesy/": site([STATISTICS, ADVERTISING]) }, early: early(SIGNAL, TOLD, CLOCK),
    pages: { "/": PAGE, "/b": PAGE, "/plain": "<!doctype html><html lang=en><head><title>Plain</title></head><body>Plain.</body></html>" }, ...more,
  }),
});
const changes = async (widget) => (await widget.run("return told")).filter(([name]) => name === "changed").map(([, detail]) => detail);
const granted = { granted: ["statistics", "advertising"], withdrawn: [] };

test("accepting in one tab closes the other's notice, opens its gates and tells its page, without a reload", visit(), async ({ widget, session, server }) => {
  await widget.noticeShows();
  await inTab(session, server.origin + "/b", async () => {
    await widget.click('.notice [data-act="accept-all"]');
    await becomes(widget, "advertising", "granted");
  });
  await widget.hides(".notice");
  await widget.until("the gates are open", "return window.ran?.length === 2");
  assert.deepEqual([await status(widget, "statistics"), await ran(widget, 2)], ["granted", ["statistics", "advertising"]]);
  assert.deepEqual(await changes(widget), [granted]);
  const names = (await widget.run("return told")).map(([name]) => name);
  assert.ok(!names.includes("decided"), "the decision was the other tab's");
  assert.ok(names.includes("closed"), "its notice went");
  assert.equal(server.log.filter((path) => path === "/").length, 1, "nothing was loaded again");
});

test("refusing in one tab closes the other's notice, and opens nothing", visit(), async ({ widget, session, server }) => {
  await widget.noticeShows();
  await inTab(session, server.origin + "/b", async () => {
    await widget.click('.notice [data-act="reject-all"]');
    await widget.hides(".notice");
  });
  await widget.hides(".notice");
  assert.deepEqual([await status(widget, "statistics"), await ran(widget), await changes(widget)], ["refused", [], []]);
});

test("withdrawing in one tab shuts the other: its page is told, and its visitor", visit(), async ({ widget, session, server }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await inTab(session, server.origin + "/b", async () => {
    await widget.click('.reopen [data-act="withdraw"]');
    await becomes(widget, "advertising", "withdrawn");
  });
  await becomes(widget, "advertising", "withdrawn");
  await widget.until("the page is told", "return told.filter(([name]) => name === 'changed').length === 2");
  assert.deepEqual((await changes(widget)).at(-1), { granted: [], withdrawn: ["statistics", "advertising"] });
  await widget.shows(".afterwards");
});

test("clearing the storage in one tab leaves the other undecided, shut, and asking", visit(), async ({ widget, session, server }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await inTab(session, server.origin + "/b", async () => {
    await becomes(widget, "advertising", "granted");
    await widget.run("localStorage.clear()");
  });
  await becomes(widget, "advertising", "undecided");
  assert.equal(await widget.run(`return courtesy.allows("statistics")`), false);
  await widget.noticeShows();
  assert.deepEqual((await changes(widget)).at(-1), { granted: [], withdrawn: ["statistics", "advertising"] });
  assert.equal(await widget.run("return courtesy.record()"), null);
  await widget.run(`
    const late = document.createElement("template");
    late.dataset.purpose = "statistics";
    late.innerHTML = "<i id=late></i>";
    document.body.append(late)`);
  await settled();
  assert.equal(await widget.run("return !!document.getElementById('late')"), false);
});

test("who has just answered is asked again at once where another window clears the storage, though nobody looked away", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await widget.run(`
    const frame = document.createElement("iframe");
    frame.src = "/plain";
    return new Promise((done) => { frame.onload = () => { frame.contentWindow.localStorage.clear(); done(); }; document.body.append(frame); })`);
  await widget.noticeShows();
  assert.equal(await status(widget, "advertising"), "undecided");
});

test("what another tab writes that is no record counts as nothing, and throws nothing", visit(), async ({ widget, session, server }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await inTab(session, server.origin + "/plain", () => widget.run(`localStorage["courtesy:teahouse"] = '{"schema":"courtesy/1","choices":[]}'`));
  await becomes(widget, "advertising", "undecided");
  await widget.noticeShows();
});

test("an answer given in each of two tabs is one record with both events", visit(), async ({ widget, session, server }) => {
  await widget.noticeShows();
  await inTab(session, server.origin + "/b", async () => {
    await widget.run(`return courtesy.decide({ statistics: true })`);
    await becomes(widget, "statistics", "granted");
  });
  await becomes(widget, "statistics", "granted");
  assert.equal(await widget.visible(".notice"), true, "the rest is still asked for");
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  assert.deepEqual((await widget.record()).choices, { statistics: "granted", advertising: "refused" });
  assert.deepEqual(await events(widget), [["granted", "statistics", "api"], ["refused", "advertising", "reject-all"]]);
});

test("a page that comes back by the Back button shows what was decided meanwhile", { ...visit(), console: [LEFT] }, async ({ widget, session, go }) => {
  await widget.noticeShows();
  await widget.run("window.isSame = true");
  await leave(widget, go, "/b");
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  widget.saidBefore = await widget.said();
  await session.navigate().back();
  await widget.until("it is there", `return location.pathname === "/" && window.courtesy?.ready.then(() => true)`);
  await becomes(widget, "advertising", "granted");
  await widget.hides(".notice");
  await widget.until("its gates are open", "return window.ran?.length === 2");
  widget.saidBefore = await widget.said();
  await session.navigate().forward();
  await widget.until("it is there", `return location.pathname === "/b" && window.courtesy?.ready.then(() => true)`);
  await becomes(widget, "advertising", "granted");
  assert.equal(await widget.visible(".notice"), false);
});

test("a page that comes out of the back/forward cache follows what was decided while it lay there", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await widget.until("both have run", "return window.ran?.length === 2");
  const kept = await widget.run("return localStorage['courtesy:teahouse']");
  // No event of the storage reaches a page in the cache, nor one of its own making.
  await widget.run(`localStorage.removeItem("courtesy:teahouse"); dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))`);
  await widget.noticeShows();
  assert.equal(await status(widget, "advertising"), "undecided");
  await widget.run(`localStorage["courtesy:teahouse"] = arguments[0]; dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }))`, kept);
  await widget.hides(".notice");
  assert.equal(await status(widget, "advertising"), "granted");
  assert.deepEqual(await ran(widget), ["statistics", "advertising"], "what ran once runs no second time");
});

const seen = (widget) => widget.run(`document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`);

test("a choice that expires while the page stays open is asked for again when somebody looks", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await widget.run("window.ahead = 178");
  await seen(widget);
  await ready(widget);
  assert.deepEqual([await status(widget, "advertising"), await widget.visible(".notice")], ["granted", false], "six months are not over");
  await widget.run("window.ahead = 190");
  assert.equal(await status(widget, "advertising"), "undecided", "nothing is on for a moment longer");
  await seen(widget);
  await widget.noticeShows();
  assert.deepEqual((await changes(widget)).at(-1), { granted: [], withdrawn: ["statistics", "advertising"] });
});

test("a clock that is set ahead ends choices, one that is set back gives none to the future, and neither throws", visit(), async ({ widget, go }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await leave(widget, go, "/?ahead=200");
  await widget.noticeShows();
  assert.deepEqual([await status(widget, "advertising"), await ran(widget)], ["undecided", []]);
  await leave(widget, go, "/?ahead=-10");
  await widget.noticeShows();
  assert.deepEqual([await status(widget, "advertising"), await ran(widget)], ["undecided", []], "what was decided ten days from now counts for nothing");
  await leave(widget, go, "/?ahead=-0.5");
  await ready(widget);
  assert.deepEqual([await status(widget, "advertising"), await widget.visible(".notice")], ["granted", false], "half a day is a clock's error");
  await leave(widget, go, "/?ahead=-400000");
  await widget.noticeShows();
  assert.equal(await status(widget, "advertising"), "undecided");
  await leave(widget, go, "/");
  await ready(widget);
  assert.deepEqual([await status(widget, "advertising"), await ran(widget, 2)], ["granted", ["statistics", "advertising"]], "nobody took the choice away");
});

test("who answers while the clock is wrong is asked again when it is right, and can answer then", visit(), async ({ widget, go }) => {
  await leave(widget, go, "/?ahead=900");
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await leave(widget, go, "/");
  await widget.noticeShows();
  assert.deepEqual([await status(widget, "advertising"), await ran(widget)], ["undecided", []]);
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await becomes(widget, "advertising", "refused");
  await widget.reload();
  await ready(widget);
  assert.deepEqual([await status(widget, "advertising"), await widget.visible(".notice")], ["refused", false]);
});

const other = { controller: { contacts: [{ email: "coffee@house.example" }] }, name: "Coffeehouse" };
const two = () => ({
  folders: { "/courtesy/": site([STATISTICS, ADVERTISING]), "/other/": site([STATISTICS, ADVERTISING], other) },
  early: early(SIGNAL, TOLD, CLOCK),
  pages: { "/": PAGE, "/coffee": PAGE.replace("/courtesy/courtesy.js", "/other/courtesy.js") },
});

test("two sites on one origin, one after the other: neither honours nor undoes the other's grant", { made: two }, async ({ widget, go }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await leave(widget, go, "/coffee");
  await widget.noticeShows();
  assert.deepEqual([await status(widget, "advertising"), await ran(widget)], ["undecided", []]);
  await widget.click('.notice [data-act="accept-all"]');
  await becomes(widget, "advertising", "granted");
  await leave(widget, go, "/");
  await becomes(widget, "advertising", "granted");
  await widget.until("its gates are open", "return window.ran?.length === 2");
  assert.equal(await widget.visible(".notice"), false);
});

test("two sites on one origin, side by side: a yes to one opens nothing of the other", { made: two }, async ({ widget, session, server }) => {
  await widget.noticeShows();
  await inTab(session, server.origin + "/coffee", async () => {
    await widget.click('.notice [data-act="accept-all"]');
    await becomes(widget, "advertising", "granted");
  });
  await settled();
  assert.deepEqual([await status(widget, "advertising"), await ran(widget), await widget.visible(".notice")], ["undecided", [], true]);
});

run();
