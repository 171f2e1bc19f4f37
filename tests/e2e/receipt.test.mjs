// The receipt: what a visitor sees of their record, copies, saves and erases; and the copy that a declared endpoint is sent.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { freePort } from "./ports.mjs";
import { desk } from "./asking.mjs";
import { violations } from "./axe.mjs";
import { built } from "./sites.mjs";
import { folder, may, page, run, settled, test } from "./suite.mjs";

const WORDS = JSON.parse(readFileSync(folder("www/words/en.json"), "utf8"));
const SAID = WORDS.pages.receipt;
const NETWORK = /Failed to load resource|net::ERR|cannot be established|connection/i;
const UNSENT = /courtesy: a decision was not sent, and is tried again with the next page/;
const control = '<a id="receipt" href="/courtesy/privacy.html" data-courtesy="receipt">Receipt</a>';
const mediux = { site: "mediux", pages: { "/": desk({ body: control }) } };

const says = (widget, sentence) =>
  widget.until(`it says “${sentence}”`, `return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog [role=status]")?.textContent === arguments[0]`, sentence);
const content = (widget) => widget.inside(`return root.querySelector("dialog .content").innerText`);
const opened = async (widget) => {
  await widget.shows('dialog[open] [data-act="receipt-erase"]');
  // The last piece is drawn in a turn of its own.
  await widget.until("it is drawn whole", `return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog pre")?.textContent`);
};
const open = async (widget) => {
  await (await widget.run("return document.getElementById('receipt')")).click();
  await opened(widget);
};
const refuse = async (widget) => {
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
};

test("without a record there is no receipt, and the view says that nothing is on record", mediux, async ({ widget }) => {
  await widget.noticeShows();
  assert.equal(await widget.run("return courtesy.receipt()"), null);
  await widget.run("return courtesy.open('receipt')");
  await widget.shows("dialog[open]");
  assert.equal((await content(widget)).replace("\u200B", "").trim(), SAID.none);
  assert.deepEqual(await widget.storage(), {});
  await widget.leaveDetails();
  await widget.noticeShows();
});

test("the view tells what was decided, when, by which act and until when, and the whole receipt is the API's", mediux, async ({ widget }) => {
  await refuse(widget);
  await open(widget);
  const text = await content(widget);
  const record = await widget.record();
  for (const word of [SAID.decided, "Preferences", SAID.refused, "Analytics", SAID.byRejectAll, SAID.stated, "privacy@mediuxai.com"])
    assert.ok(text.includes(word), word);
  assert.ok(!text.includes("not stated"), "only the JSON has the marks");
  const moments = await widget.run("return arguments[0].map((at) => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'long', calendar: 'gregory', numberingSystem: 'latn' }).format(new Date(at)))", [record.expires, record.events[0].at]);
  for (const moment of moments) assert.ok(text.includes(moment), moment);
  assert.deepEqual(await widget.inside("return [...root.querySelectorAll('dialog time')].map(({ dateTime }) => dateTime)"), [record.expires, record.events[0].at]);
  const shown = JSON.parse(await widget.inside("return root.querySelector('dialog pre').textContent"));
  const { "dct:created": now, ...receipt } = await widget.run("return courtesy.receipt()");
  const { "dct:created": then, ...same } = shown;
  assert.deepEqual(same, receipt);
  assert.ok(now >= then);
  const [kept] = receipt["dpv:hasRecordOfActivity"];
  assert.deepEqual([receipt["dpv:hasIdentifier"], kept["dct:identifier"], kept["dct:valid"]], ["not stated", "not stated", record.expires]);
  const [event, ...more] = kept["dpv:hasConsentStatus"];
  assert.deepEqual([event["@type"], event["dpv:isIndicatedAtTime"], event["dpv:hasIndicationMethod"], event["dpv:hasDuration"], more],
    ["dpv:ConsentRefused", record.events[0].at, "reject-all", "P6M", []]);
  assert.match(kept["dpv:hasNotice"]["dct:source"], /^http:\/\/127\.0\.0\.1:\d+\/courtesy\/privacy\.html$/);
});

test("copied and saved it is the same text, and that is announced", mediux, async ({ widget }) => {
  await refuse(widget);
  await open(widget);
  const whole = await widget.inside("return root.querySelector('dialog pre').textContent");
  await widget.use(SAID.copy);
  await says(widget, SAID.copied);
  assert.deepEqual(await widget.run("return copied"), [whole]);
  await widget.use(SAID.save);
  await says(widget, SAID.saved);
  const [{ name, type, text }, ...more] = await widget.run("return Promise.all(saved)");
  assert.deepEqual([name, type, text, more], ["receipt-127.0.0.1.json", "application/json", whole, []]);
  await widget.run("navigator.clipboard.writeText = async () => { throw new Error('no') }");
  await widget.use(SAID.copy);
  await says(widget, SAID.uncopied);
});

test("erased, it is gone from the browser, what was on goes off, and the focus is not lost", { site: "mediux", pages: { "/": page({ body: control }) } }, async ({ widget }) => {
  await widget.click('.notice [data-act="accept-all"]');
  assert.equal(await widget.run("return courtesy.allows('analytics')"), true);
  await widget.hides(".notice");
  await open(widget);
  await widget.use(WORDS.app.own.erase);
  await says(widget, WORDS.app.own.erased);
  assert.ok((await content(widget)).includes(SAID.none));
  assert.equal(await widget.visible('dialog [data-act="receipt-erase"]'), false);
  assert.deepEqual(await widget.storage(), {});
  assert.deepEqual(await widget.run("return [courtesy.record(), courtesy.allows('analytics')]"), [null, false]);
  assert.equal(await widget.run("return courtesy.receipt()"), null);
  await widget.hasFocus("dialog-title");
  await widget.leaveDetails();
  await widget.reload();
  await widget.noticeShows();
});

test("from the choices and back to another view nothing of what was announced stays", mediux, async ({ widget }) => {
  await refuse(widget);
  await widget.run("return courtesy.open('choices')");
  await widget.shows("dialog[open]");
  await widget.use(WORDS.pages.choices.receipt);
  await opened(widget);
  await widget.use(SAID.copy);
  await says(widget, SAID.copied);
  await widget.use(WORDS.app.notice.details);
  await widget.shows("dialog .entries");
  await widget.until("the other view is there", `return !document.querySelector("courtesy-host").shadowRoot.querySelector("dialog pre")`);
  assert.equal((await content(widget)).includes(SAID.copied), false);
});

test("a site that only informs has a receipt of its closed notice", { pages: { "/": page({ body: control }) } }, async ({ widget }) => {
  await widget.dismiss();
  await open(widget);
  assert.ok((await content(widget)).includes(SAID.closed));
  const [kept] = (await widget.run("return courtesy.receipt()"))["dpv:hasRecordOfActivity"];
  assert.deepEqual([kept["dpv:hasConsentStatus"], kept["dpv:hasNoticeStatus"][0]["@type"]], ["not stated", "dpv:NoticeCommunicated"]);
});

for (const [where, size, tag] of [["narrow, dark", [500, 800], 'data-theme="dark"'], ["in Arabic", [1280, 720], 'data-language="ar"']]) {
  test(`${where}: it has no fault that axe finds, and nothing is cut off`,
    { site: "quillhaven", size, pages: { "/": page({ body: control, tag: `<script async src="/courtesy/courtesy.js" ${tag}></script>` }) } },
    async ({ widget }) => {
      await widget.dismiss();
      await open(widget);
      await widget.inside("root.querySelector('dialog pre').closest('details').open = true");
      assert.deepEqual(await violations(widget), []);
      assert.equal(await widget.inside("const d = root.querySelector('dialog'); return d.scrollWidth <= d.clientWidth"), true);
    });
}

/** A site with an endpoint on this server, which gives these answers. */
const recording = async (answers) => {
  const port = await freePort();
  const site = built({ purposes: [{ id: "analytics", title: "Analytics" }], records: { endpoint: `http://127.0.0.1:${port}/records` },
    items: [{ kind: "cookie", purpose: "essential" }, { kind: "cookie", name: "_pa", purpose: "analytics" }] });
  return { port, folders: { "/courtesy/": site }, pages: { "/": page({ body: control }), "/other": page({ body: control }) }, rules: { "/records": answers } };
};
const sent = (widget) => widget.until("it is marked as sent", `const { events, sent } = JSON.parse(localStorage[Object.keys(localStorage).find((key) => key.startsWith("courtesy:"))]); return sent === events.at(-1).at`);
const arrived = async (server, count) => {
  for (let tries = 0; server.posts.length < count && tries < 600; tries++) await new Promise((done) => setTimeout(done, 50));
  assert.equal(server.posts.length, count);
};
const keys = ({ posts }) => posts.map(({ headers }) => headers["idempotency-key"]);

test("a decision is sent once, with its key, and a returning visitor fetches nothing for that", { made: () => recording({ status: 204 }) }, async ({ widget, server }) => {
  await refuse(widget);
  await sent(widget);
  const [{ path, headers, body }] = server.posts;
  const { schema, key, site, events, record } = JSON.parse(body);
  const stored = await widget.record();
  const { sent: _, ...rest } = stored;
  assert.deepEqual([path, headers["content-type"], headers["idempotency-key"], headers.cookie, headers.referer], ["/records", "application/json", key, undefined, undefined]);
  assert.deepEqual([schema, site, events, record], ["courtesy-record/1", "Teahouse", stored.events, rest]);
  await open(widget);
  assert.ok((await content(widget)).includes("127.0.0.1"), "the receipt says where copies go");
  assert.equal((await widget.run("return courtesy.receipt()"))["dpv:hasRecordOfActivity"][0]["dct:identifier"], stored.id);
  await widget.leaveDetails();
  server.log.length = 0;
  await widget.reload();
  await widget.until("it is ready", "return courtesy.record()");
  await settled();
  assert.deepEqual([server.posts.length, server.log.filter((path) => path.includes("later"))], [1, []]);
});

for (const [what, answer] of [["500", { status: 500 }], ["400", { status: 400 }], ["a connection that ends", { ends: true }], ["a redirection", { status: 302, headers: { location: "/" } }]]) {
  test(`after ${what} the choice counts all the same, and the next page sends the same again`,
    { console: [NETWORK, UNSENT], made: () => recording([answer, { status: 201 }]) },
    async ({ widget, server }) => {
      await refuse(widget);
      assert.equal(await widget.run("return courtesy.status('analytics')"), "refused");
      await widget.until("it is told", `return said.some((line) => /was not sent/.test(line))`);
      assert.equal((await widget.record()).sent, null);
      await widget.reload();
      await sent(widget);
      assert.equal(new Set(keys(server)).size, 1);
      assert.equal(new Set(server.posts.map(({ body }) => body)).size, 1);
    });
}

test("a server that hangs holds nobody up, and what is decided meanwhile is sent when it is over",
  { console: [NETWORK, UNSENT], made: async () => ({ ...(await recording([{ status: 201, wait: 30_000 }, { status: 201 }])),
    early: "const real = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = (time) => (window.patience = time, real(time / 4));" }) },
  async ({ widget, server }) => {
    await refuse(widget);
    await arrived(server, 1);
    assert.equal(await widget.run("return courtesy.decide({ analytics: true })"), true);
    assert.equal(await widget.run("return courtesy.status('analytics')"), "granted");
    await widget.until("it gives up", `return said.some((line) => /was not sent/.test(line))`);
    assert.equal(await widget.run("return patience"), 20_000);
    await widget.reload();
    await sent(widget);
    const { events } = JSON.parse(server.posts.at(-1).body);
    assert.deepEqual(events.map(({ state }) => state), ["refused", "granted"]);
  });

test("a page that is left while it sends has sent it, or the next one does", { console: [NETWORK, UNSENT], made: () => recording([{ status: 204, wait: 1_500 }, { status: 204 }]) },
  async ({ widget, server, go }) => {
    await refuse(widget);
    await arrived(server, 1);
    await go("/other");
    await sent(widget);
    assert.equal(new Set(keys(server)).size, 1, "one key, so that twice is once");
    assert.deepEqual((await widget.record()).events.length, 1);
  });

// What is being fetched when a page is left fails, and not every engine says so.
test("who decides and leaves in the same moment has decided, and it arrives", { console: [NETWORK, UNSENT, may(/module|import|fetch/i)], made: () => recording({ status: 204 }) },
  async ({ widget, server }) => {
    await widget.noticeShows();
    await widget.run(`document.querySelector("courtesy-host").shadowRoot.querySelector('[data-act="accept-all"]').click(); location.assign("/other")`);
    await widget.until("the other page is there", "return location.pathname === '/other' && window.courtesy?.record()");
    assert.equal(await widget.run("return courtesy.allows('analytics')"), true);
    await sent(widget);
    assert.equal(new Set(keys(server)).size, 1);
  });

test("once the browser is online again it is sent without another page", { console: [NETWORK, UNSENT], made: () => recording([{ ends: true }, { status: 204 }]) },
  async ({ widget }) => {
    await refuse(widget);
    await widget.until("it is told", `return said.some((line) => /was not sent/.test(line))`);
    await widget.run("dispatchEvent(new Event('online'))");
    await sent(widget);
  });

run();
