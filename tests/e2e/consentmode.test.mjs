// Google's consent mode, version 2, where a site declares it: all denied before any tag, one update per decision, and nothing else of
// dataLayer touched. And what other people's ad interfaces are called is nobody's here: it is never defined, and never overwritten.

import assert from "node:assert/strict";
import { ADVERTISING, SIGNAL, STATISTICS, TOLD, becomes, early, inTab, leave, openChoices, ready, site, status } from "./optional.mjs";
import { page, run, test } from "./suite.mjs";

const ANALYTICS = { ...STATISTICS, id: "analytics" };
const MODE = { consentMode: { analytics: ["analytics_storage"] } };
const DENIED = { ad_storage: "denied", ad_user_data: "denied", ad_personalization: "denied", analytics_storage: "denied" };
const COUNTED = { ...DENIED, analytics_storage: "granted" };

/** Every push to dataLayer, as it comes. */
const READ = `
  const list = () => (window.dataLayer ?? []).map((entry) =>
    Object.prototype.toString.call(entry) === "[object Arguments]" ? ["command", ...entry] : entry);
  window.layer = () => JSON.parse(JSON.stringify(list()));`;

/** As the owner is told to write it: the tag first in <head> and not async; then Google's own lines; the tag itself is a gate. */
const HEAD = `<script>window.early = layer(); function gtag() { dataLayer.push(arguments); } gtag("js", 1); gtag("config", "G-TEST");</script>`;
const GATE = `<script type="text/plain" data-purpose="analytics" src="/tag.js"></script>`;
const TAG = `window.tagRan = (window.tagRan ?? 0) + 1; dataLayer.push(["the tag", layer().filter(({ 0: kind, 1: name }) => kind === "command" && name === "consent").at(-1)[3].analytics_storage]);`;
const measured = (more = {}) => page({ tag: `<script src="/courtesy/courtesy.js" ${more.attributes ?? ""}></script>${more.before ?? ""}${HEAD}`, body: GATE + (more.body ?? "") });

const visit = ({ purposes = [ANALYTICS, ADVERTISING], fields = MODE, at = "/", more = {}, before = "" } = {}) => ({
  form: "built",
  made: () => ({
    at, folders: { "/courtesy/": site(purposes, fields) }, early: early(SIGNAL, TOLD, READ, before), scripts: { "/tag.js": TAG },
    pages: { "/": measured(more), "/b": measured(more) },
  }),
});
const layer = (widget) => widget.run("return layer()");
const events = async (widget) => (await layer(widget)).filter(({ event }) => event === "courtesy_consent").map(({ courtesy }) => courtesy);
const commands = async (widget) => (await layer(widget)).filter(({ 0: kind, 1: name }) => kind === "command" && name === "consent").map(([, , ...rest]) => rest);

test("before any other script of the page all is denied, in a command of Google's own shape", visit(), async ({ widget }) => {
  assert.deepEqual(await widget.run("return early"), [["command", "consent", "default", DENIED]]);
  const [kind, length] = await widget.run("return [Object.prototype.toString.call(dataLayer[0]), dataLayer[0].length]");
  assert.deepEqual([kind, length], ["[object Arguments]", 3]);
  await widget.noticeShows();
  assert.deepEqual((await layer(widget)).slice(1), [["command", "js", 1], ["command", "config", "G-TEST"]], "the page's own entries stand as they were pushed, and nothing is said before a decision");
});

test("accepting is one update, which the tag finds said when it comes", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.until("the tag runs", "return window.tagRan");
  assert.deepEqual(await commands(widget), [["default", DENIED], ["update", COUNTED]]);
  const event = { event: "courtesy_consent", courtesy: { analytics: "granted", advertising: "granted" } };
  assert.deepEqual((await layer(widget)).slice(-3), [["command", "consent", "update", COUNTED], event, ["the tag", "granted"]]);
  await ready(widget);
  assert.equal((await events(widget)).length, 1);
  assert.equal((await commands(widget)).length, 2, "one, and no more");
});

test("refusing is one update, too; all stays denied", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await ready(widget);
  assert.deepEqual(await commands(widget), [["default", DENIED], ["update", DENIED]]);
  assert.equal(await widget.run("return window.tagRan ?? 0"), 0);
  assert.deepEqual((await layer(widget)).at(-1), { event: "courtesy_consent", courtesy: { analytics: "denied", advertising: "denied" } });
});

test("a visitor who comes back: denied at first, updated once, before the gate opens", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.until("the tag runs", "return window.tagRan");
  await widget.reload();
  await widget.until("the tag runs", "return window.tagRan");
  assert.deepEqual(await widget.run("return early[0]"), ["command", "consent", "default", DENIED]);
  assert.deepEqual(await commands(widget), [["default", DENIED], ["update", COUNTED]]);
  assert.deepEqual((await layer(widget)).at(-1), ["the tag", "granted"]);
  await ready(widget);
  assert.equal((await commands(widget)).length, 2);
});

test("a visitor who comes back after a refusal: denied, and nothing more is said", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await widget.reload();
  await ready(widget);
  assert.deepEqual(await commands(widget), [["default", DENIED]]);
  assert.deepEqual(await events(widget), [{ analytics: "denied", advertising: "denied" }], "the answer that counts");
});

test("Microsoft's tags hear denied first, and each decision after it; Google's are not touched",
  visit({ fields: { microsoftConsentMode: { analytics: ["analytics_storage"], advertising: ["ad_storage"] } }, before: `window.dataLayer = [(function () { return arguments; })("consent", "default", { analytics_storage: "the page's" })];`, more: { before: `<script>window.uet = structuredClone(window.uetq ?? null)</script>` } }), async ({ widget }) => {
    assert.deepEqual(await widget.run("return uet"), ["consent", "default", { ad_storage: "denied" }]);
    assert.equal(await widget.run("return early.length"), 1, "the page's own");
    await widget.click('.notice [data-act="accept-all"]');
    await widget.until("the tag runs", "return window.tagRan");
    assert.deepEqual(await widget.run("return uetq.slice(3)"), ["consent", "update", { ad_storage: "granted" }]);
    assert.deepEqual([(await commands(widget)).length, await events(widget)], [1, []]);
    assert.deepEqual(await widget.run("return clarity.q.map((call) => [...call])"), ["denied", "granted"].map((is) => ["consentv2", { ad_Storage: is, analytics_Storage: is }]));
  });

test("withdrawing updates to denied, and so it stays after a reload", visit(), async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  await widget.until("the tag runs", "return window.tagRan");
  await widget.click('.reopen [data-act="withdraw"]');
  await becomes(widget, "analytics", "withdrawn");
  await ready(widget);
  assert.deepEqual(await commands(widget), [["default", DENIED], ["update", COUNTED], ["update", DENIED]]);
  await widget.reload();
  await ready(widget);
  assert.deepEqual(await commands(widget), [["default", DENIED]]);
});

test("every way to decide is one update: the choices, the API, a page's control", visit({ more: { body: `<button id="no" data-courtesy="reject-all">No</button>` } }), async ({ widget }) => {
  await widget.noticeShows();
  await openChoices(widget);
  await widget.use("Statistics");
  await widget.use("Save choices");
  await widget.hides("dialog");
  await widget.until("it is recorded", "return courtesy.record()");
  await ready(widget);
  assert.deepEqual((await commands(widget)).slice(1), [["update", COUNTED]]);
  await widget.run("return courtesy.decide({ analytics: false })");
  await ready(widget);
  assert.deepEqual((await commands(widget)).slice(2), [["update", DENIED]]);
  await widget.run(`return courtesy.decide("accept-all")`);
  await ready(widget);
  assert.deepEqual((await commands(widget)).slice(3), [["update", COUNTED]]);
  await widget.run(`document.getElementById("no").click()`);
  await ready(widget);
  assert.deepEqual((await commands(widget)).slice(4), [["update", DENIED]]);
});

test("what another tab decides is one update here", visit(), async ({ widget, session, server }) => {
  await widget.noticeShows();
  await inTab(session, server.origin + "/b", async () => {
    await widget.click('.notice [data-act="accept-all"]');
    await becomes(widget, "analytics", "granted");
  });
  await becomes(widget, "analytics", "granted");
  await widget.until("the tag runs", "return window.tagRan");
  assert.deepEqual(await commands(widget), [["default", DENIED], ["update", COUNTED]]);
});

test("a signal of several purposes is granted where all of them are, and what is not mapped stays denied",
  visit({ fields: { consentMode: { analytics: ["analytics_storage", "functionality_storage"], advertising: ["ad_storage", "ad_user_data", "functionality_storage"] } } }), async ({ widget }) => {
    const denied = { ...DENIED, functionality_storage: "denied" };
    assert.deepEqual(await widget.run("return early"), [["command", "consent", "default", denied]]);
    await widget.noticeShows();
    await widget.run("return courtesy.decide({ analytics: true })");
    await ready(widget);
    assert.deepEqual((await commands(widget)).at(-1), ["update", { ...denied, analytics_storage: "granted" }]);
    await widget.run("return courtesy.decide({ advertising: true })");
    await ready(widget);
    assert.deepEqual((await commands(widget)).at(-1), ["update", { ad_storage: "granted", ad_user_data: "granted", ad_personalization: "denied", analytics_storage: "granted", functionality_storage: "granted" }]);
  });

const SALE = { sells: true, shares: true, consentMode: { advertising: ["ad_storage"], analytics: ["analytics_storage"] } };

test("what Global Privacy Control keeps off is never granted to Google, and a grant that meets it is taken back before the tag runs",
  visit({ fields: SALE, at: "/?gpc=false" }), async ({ widget, go }) => {
    await widget.click('.notice [data-act="accept-all"]');
    await widget.until("the tag runs", "return window.tagRan");
    assert.deepEqual((await commands(widget)).at(-1), ["update", { ...COUNTED, ad_storage: "granted" }]);
    await leave(widget, go, "/?gpc=true");
    await widget.until("the tag runs", "return window.tagRan");
    assert.equal(await status(widget, "advertising"), "objected");
    const said = await commands(widget);
    assert.deepEqual(said[0], ["default", { ...DENIED }]);
    assert.deepEqual(said.at(-1), ["update", COUNTED]);
    assert.ok(said.every(([, state]) => state.ad_storage === "denied"), JSON.stringify(said));
    assert.deepEqual((await layer(widget)).at(-1), ["the tag", "granted"]);
  });

test("what the page had in dataLayer before stands before, and the array is the page's own",
  { ...visit({ before: `window.dataLayer = [{ event: "theirs" }]; window.theirs = dataLayer;` }) }, async ({ widget }) => {
    assert.deepEqual(await widget.run("return early"), [{ event: "theirs" }, ["command", "consent", "default", DENIED]]);
    assert.equal(await widget.run("return dataLayer === theirs"), true);
    await widget.click('.notice [data-act="accept-all"]');
    await widget.until("the tag runs", "return window.tagRan");
    assert.deepEqual((await layer(widget))[0], { event: "theirs" });
    assert.equal(await widget.run("return dataLayer === theirs && !('gtag' in Object.prototype)"), true);
  });

test("a second tag says no default again", visit({ more: { before: `<script src="/courtesy/courtesy.js"></script>` } }), async ({ widget }) => {
  await widget.noticeShows();
  await ready(widget);
  assert.deepEqual(await commands(widget), [["default", DENIED]]);
  await widget.click('.notice [data-act="accept-all"]');
  await ready(widget);
  assert.deepEqual(await commands(widget), [["default", DENIED], ["update", COUNTED]]);
});

for (const name of ["mazoon", "mediux", "mjpro", "nanoflux"]) {
  test(`${name} declares no consent mode: there is no dataLayer, and one of the page's is left alone`, { site: name }, async ({ widget, server }) => {
    await widget.noticeShows();
    assert.equal(await widget.run("return 'dataLayer' in window"), false);
    await widget.run("window.dataLayer = [1]");
    await widget.click(`.notice [data-act="${name === "mediux" ? "accept-all" : "dismiss"}"]`);
    await widget.hides(".notice");
    await ready(widget);
    assert.deepEqual(await widget.run("return dataLayer"), [1]);
    const script = await fetch(server.origin + "/courtesy/courtesy.js").then((response) => response.text());
    assert.doesNotMatch(script, /dataLayer|gtag|__tcfapi|__gpp/);
  });
}

const NAMES = ["__tcfapi", "__gpp", "__uspapi", "__cmp"];
const FRAMES = ["__tcfapiLocator", "__gppLocator", "__uspapiLocator", "__cmpLocator"];

for (const [what, options] of [["with consent mode", visit()], ["without", { site: "mediux" }], ["in notice mode", { site: "mjpro" }]]) {
  test(`${what}: no interface of the IAB's is defined, nor a frame by which one is found`, options, async ({ widget }) => {
    await widget.noticeShows();
    const there = () => widget.run(`
      const [names, frames] = arguments;
      return [...names.filter((name) => name in window), ...frames.filter((name) => document.querySelector("[name=" + name + "]") || name in window)]`, NAMES, FRAMES);
    assert.deepEqual(await there(), []);
    await widget.click(".notice [data-act='accept-all']:not([hidden]), .notice [data-act='dismiss']:not([hidden])");
    await widget.hides(".notice");
    await ready(widget);
    await widget.run(`return courtesy.open("details")`);
    await widget.shows("dialog[open]");
    assert.deepEqual(await there(), []);
  });
}

const HOSTS = `
  window.calls = [];
  const owns = [];
  for (const name of ["__tcfapi", "__gpp"]) {
    const own = (...parts) => calls.push([name, ...parts]);
    Object.defineProperty(window, name, { configurable: true, get: () => own, set: () => { throw new Error(name + " is overwritten"); } });
    owns.push(() => window[name] === own);
  }
  window.intact = () => owns.every((isOwn) => isOwn());`;

for (const [what, options] of [["with consent mode", visit({ before: HOSTS })], ["without", { site: "mediux", early: early(HOSTS) }]]) {
  test(`${what}: interfaces that the page has are left as they are, and never called`, options, async ({ widget }) => {
    await widget.run(`for (const name of ["__tcfapiLocator", "__gppLocator"]) { const frame = document.createElement("iframe"); frame.name = name; frame.id = name; document.body.append(frame); }`);
    await widget.click('.notice [data-act="accept-all"]');
    await widget.hides(".notice");
    await ready(widget);
    await widget.run("return courtesy.withdraw()");
    await ready(widget);
    assert.deepEqual(await widget.run("return [calls, intact(), document.querySelectorAll('#__tcfapiLocator, #__gppLocator').length]"), [[], true, 2]);
  });
}

run();
