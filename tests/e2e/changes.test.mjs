// Changes of the policy: told once, to those who have been here, from the day on which their time has come; nothing is accepted by it.

import assert from "node:assert/strict";
import { built } from "./sites.mjs";
import { page, run, test } from "./suite.mjs";

const NOW = Date.now();
const day = (from) => new Date(NOW + from * 86_400_000).toISOString().slice(0, 10);
const written = (iso) => {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${new Date(Date.UTC(year, month - 1)).toLocaleString("en", { month: "long", timeZone: "UTC" })} ${year}`;
};

const LOG = [
  { on: day(-400), what: "We moved to another host." },
  { on: day(-20), effective: day(10), what: "Logs are kept for 30 days." },
  { on: day(-3), effective: day(40), what: "Orders go to a new carrier." },
  { on: day(5), effective: day(60), what: "Something that is not out yet." },
];
const changes = { leadTime: "P14D", log: LOG };

/** A site with the log, and a visitor who closed its notice so many days ago, when this was the newest change. */
const visited = (ago, seen, more = {}) => ({
  made: () => ({ folders: { "/courtesy/": built({ changes, ...more }) }, pages: { "/": page() } }),
  before: async ({ widget }) => {
    await widget.dismiss();
    await widget.hides(".notice");
    await widget.run(`const record = JSON.parse(localStorage["courtesy:teahouse"]); record.notice.seen = ${JSON.stringify(seen)}; record.events[0].at = "${day(-ago)}T08:00:00Z"; localStorage["courtesy:teahouse"] = JSON.stringify(record)`);
    await widget.reload();
  },
});

const notice = (widget) => widget.run(`
  const card = document.querySelector("courtesy-host").shadowRoot.querySelector(".notice");
  return { title: card.querySelector("h2").textContent, text: card.querySelector(".text").textContent,
    news: [...card.querySelectorAll("ul li")].map(({ textContent }) => textContent), policy: card.querySelector("a").href }`);

const told = (name, { before, ...options }, check) =>
  test(name, options, async (visit) => {
    await before(visit);
    await check(visit);
  });

told("what changed since the last look is told, with the day it counts from; then it is told no more", visited(30, day(-400)), async ({ widget, server }) => {
  await widget.noticeShows();
  const { title, text, news, policy } = await notice(widget);
  assert.equal(title, "We have changed our privacy policy");
  assert.equal(text, "New since you last closed this notice:");
  assert.deepEqual(news, [`From ${written(day(10))}: Logs are kept for 30 days.`], "what takes effect in more than 14 days is not told yet");
  assert.equal(policy, `${server.origin}/courtesy/privacy.html#changes`);
  await widget.dismiss();
  await widget.hides(".notice");
  const record = await widget.record();
  assert.equal(record.notice.seen, day(-20));
  assert.deepEqual(record.events.map(({ state, method }) => [state, method]), [["not_required", "dismiss"], ["not_required", "dismiss"]], "nothing is accepted");
  await widget.reload();
  await widget.until("it is ready", "return courtesy.ready.then(() => true)");
  assert.equal(await widget.visible(".notice"), false);
  await widget.click(".reopen");
  assert.equal((await notice(widget)).title, "What we store on your device", "who comes back by the button reads the notice itself");
});

told("several changes are a short list, the newest first, and the reason is said", visited(500, null, { notice: { expiresAfter: "P2Y" } }), async ({ widget }) => {
  await widget.noticeShows();
  const { news } = await notice(widget);
  assert.deepEqual(news, [`From ${written(day(10))}: Logs are kept for 30 days.`, `${written(day(-400))}: We moved to another host.`]);
  assert.equal((await widget.run("return courtesy.ready.then(() => new Promise((tell) => courtesy.on('ready', tell)))")).reason, "changes");
});

told("what was told in the details counts as told", visited(30, day(-400)), async ({ widget }) => {
  await widget.noticeShows();
  await widget.openDetails();
  await widget.click("dialog .foot button");
  await widget.until("it is told no more", `return JSON.parse(localStorage["courtesy:teahouse"]).notice.seen === "${day(-20)}"`);
});

told("a change that has been told does not bring the notice back", visited(30, day(-400), { changes: { log: LOG.slice(0, 1) } }), async ({ widget }) => {
  await widget.until("it is ready", "return courtesy.ready.then(() => true)");
  assert.equal(await widget.visible(".notice"), false);
});

told("a notice that comes back for another version says what it says", visited(30, day(-400)), async ({ widget }) => {
  await widget.run("const record = JSON.parse(localStorage['courtesy:teahouse']); record.notice.version = 'another'; localStorage['courtesy:teahouse'] = JSON.stringify(record)");
  await widget.reload();
  await widget.noticeShows();
  const { title, news } = await notice(widget);
  assert.deepEqual([title, news], ["What we store on your device", []]);
});

test("a first visit is told of the notice, not of changes, and has seen what is out by then",
  { made: () => ({ folders: { "/courtesy/": built({ changes }) }, pages: { "/": page() } }) },
  async ({ widget }) => {
    await widget.noticeShows();
    const { title, news } = await notice(widget);
    assert.deepEqual([title, news], ["What we store on your device", []]);
    await widget.dismiss();
    assert.equal((await widget.record()).notice.seen, day(-20));
  });

test("in another language changes are told in it", {
  made: () => ({
    folders: { "/courtesy/": built({ languages: ["en", "de"], changes: { log: [{ on: day(-2), what: { en: "New host.", de: "Neuer Server." } }] } }) },
    pages: { "/": page({ tag: '<script async src="/courtesy/courtesy.js" data-language="de"></script>' }) },
  }),
}, async ({ widget }) => {
  await widget.dismiss();
  await widget.run(`const record = JSON.parse(localStorage["courtesy:teahouse"]); record.notice.seen = null; record.events[0].at = "${day(-9)}T08:00:00Z"; localStorage["courtesy:teahouse"] = JSON.stringify(record)`);
  await widget.reload();
  await widget.noticeShows();
  const { title, news } = await notice(widget);
  assert.equal(title, "Wir haben unsere Datenschutzerklärung geändert");
  assert.match(news[0], /Neuer Server\.$/);
});

run();
