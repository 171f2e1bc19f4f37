// Answering: with the first layer alone, by the page's own controls and scripts; what it tells, in order; and what is asked again when the
// site has changed.

import assert from "node:assert/strict";
import { EACH, NOTICE, PILL, RULES, SCRIPTS, answer, asks, at, fetched, garden, gatedPage, ran } from "./gated.mjs";
import { run, settled, test } from "./suite.mjs";

/** The text of the notice. */
const TEXT = `return root.querySelector(".notice .text").textContent`;
const NOUNS = { Figures: "analytics", Films: "embedded media", Advertising: "advertising" };
/** The sentence that asks for these purposes. */
const asksFor = (...titles) => `We’d like to use your device’s storage for ${titles.map((title) => NOUNS[title]).join(" and ")}. We start only if you accept, and you can withdraw at any time.`;

const NETWORK = /Failed to load resource|net::ERR/;

const BLOCKED = { "/courtesy/later-": { status: 500 }, "/courtesy/app-": { status: 500 } };
const plain = EACH("media").replace(/<iframe.*/, "").replace(/.*data-src.*\n/, "");

for (const site of ["mediux", "garden"]) {
  const body = site === "mediux" ? plain.replaceAll('"media"', '"analytics"') : plain;
  const blocked = () => ({ folders: site === "garden" ? { "/courtesy/": garden() } : undefined, site, pages: { "/": gatedPage(body) }, scripts: SCRIPTS, rules: { ...BLOCKED, ...RULES } });
  const made = () => { const { folders, ...rest } = blocked(); return folders ? { folders, ...rest } : rest; };

  test(`${site}: all of the first layer works where its second half and the app are blocked: yes, and what it opens`, { made, console: [NETWORK] }, async ({ widget, server }) => {
    await asks(widget);
    await answer(widget);
    await ran(widget, "inline", "one", "three");
    assert.equal(await widget.run("return !!document.getElementById('within')"), true);
    await widget.shows(PILL.back);
    await widget.shows(PILL.withdraw);
    await widget.reload();
    await ran(widget, "inline", "one", "three");
    assert.equal(await widget.visible(".notice"), false);
    assert.deepEqual(server.log.filter((path) => /later-|app-/.test(path)), [], "a visitor who answers needs neither");
  });

  test(`${site}: the same for no, for a change of mind, and for turning off by the button`, { made, console: [NETWORK, /courtesy: .*(later-|import|module)/i] }, async ({ widget, server }) => {
    await answer(widget, "refuse");
    await widget.shows(PILL.back);
    assert.equal(await widget.visible(PILL.withdraw), false, "nothing is on");
    await widget.reload();
    await widget.shows(PILL.back);
    assert.deepEqual([await widget.visible(".notice"), fetched(server)], [false, []]);
    await widget.run("return courtesy.open('notice')");
    await asks(widget);
    await answer(widget);
    await ran(widget, "inline", "one", "three");
    await widget.click(PILL.withdraw);
    await widget.hides(PILL.withdraw);
    const { choices, events } = await widget.record();
    assert.deepEqual([[...new Set(Object.values(choices))], events.map(({ state }) => state)], [["withdrawn"], ["refused", "granted", "withdrawn"]]);
    server.log.length = 0;
    await widget.reload();
    await widget.shows(PILL.back);
    await settled();
    assert.deepEqual([fetched(server), await widget.run("return ran")], [[], []]);
  });

  test(`${site}: where the choices cannot be fetched, the policy answers instead`, { made, console: [NETWORK, /courtesy: .*(later-|import|module)/i] }, async ({ widget, session, server }) => {
    await asks(widget);
    await widget.click(NOTICE.choices);
    await session.wait(async () => (await session.getCurrentUrl()).startsWith(`${server.origin}/courtesy/privacy.html`), 20_000);
  });
}

test("a page that keeps changing does not ask again and again for the second half that it did not get",
  at(EACH("media"), { server: { rules: BLOCKED }, test: { form: "built", console: [NETWORK, /courtesy: .*(later-|import|module)/i] } }), async ({ widget, server }) => {
    await asks(widget);
    await widget.run("return new Promise((done) => { let ticks = 0; const tick = setInterval(() => { document.querySelector('h1').append('.'); if (++ticks > 40) { clearInterval(tick); done(); } }, 60) })");
    const times = server.log.filter((path) => path.includes("/later-")).length;
    assert.ok(times <= 2, `asked ${times} times`);
  });

const HEARD = `<script>window.heard = []; for (const name of ["ready", "shown", "decided", "changed", "closed", "problem"])
  document.addEventListener("courtesy:" + name, ({ detail }) => heard.push([name, detail.view ?? detail.method ?? detail.granted?.join() ?? detail.mode, ran.length]))</script>`;
const ALL = "analytics,analytics/counter,analytics/maps,media,media/films";

test("events come once each and in their order, and before what they open; late listeners hear what is so", at(plain, { head: HEARD }), async ({ widget }) => {
  await asks(widget);
  await answer(widget);
  await ran(widget, "inline", "one", "three");
  const heard = await widget.run("return heard");
  assert.deepEqual(heard.map(([name, what]) => [name, what]), [["ready", "consent"], ["shown", "notice"], ["decided", "accept-all"], ["changed", ALL], ["closed", "notice"]]);
  assert.deepEqual(heard.map(([, , count]) => count).slice(0, 4), [0, 0, 0, 0], "nothing had run");
  await widget.reload();
  await ran(widget, "inline", "one", "three");
  assert.deepEqual((await widget.run("return heard")).map(([name, what]) => [name, what]), [["ready", "consent"], ["changed", ALL]]);
  const late = await widget.run(`return new Promise((done) => { const late = []; for (const name of ["ready", "changed", "decided", "shown"]) courtesy.on(name, (detail) => late.push([name, detail.granted?.join() ?? detail.method ?? detail.mode])); setTimeout(() => done(late), 50) })`);
  assert.deepEqual(late, [["ready", "consent"], ["changed", ALL], ["decided", "accept-all"]]);
});

test("the page's own controls accept and refuse, also those that come later", at('<button id="yes" data-courtesy="accept-all">Yes</button><a id="no" href="/courtesy/privacy.html" data-courtesy="reject-all">No</a>' + plain), async ({ widget }) => {
  await asks(widget);
  await widget.run("document.getElementById('no').click()");
  await widget.hides(".notice");
  assert.deepEqual((await widget.record()).events.map(({ method, state }) => [method, state]), [["reject-all", "refused"]]);
  await widget.run("document.getElementById('yes').remove(); document.querySelector('main').insertAdjacentHTML('beforeend', '<button id=later data-courtesy=accept-all><b>Yes</b></button>'); document.querySelector('#later b').click()");
  await ran(widget, "inline", "one", "three");
  assert.deepEqual((await widget.record()).events.map(({ method, state }) => [method, state]), [["reject-all", "refused"], ["accept-all", "granted"]]);
});

test("the page's scripts decide for one purpose or service, all of it or nothing", at(plain, { test: { console: [/courtesy: decide\(\) takes .*; "?\\?"?anal/, /courtesy: decide\(\) takes/] } }), async ({ widget }) => {
  await asks(widget);
  const wrong = [{ analitics: true }, { media: 1 }, {}, "yes", { media: true, essential: false }, null, undefined, ["media"]];
  for (const what of wrong) assert.equal(await widget.run("return courtesy.decide(arguments[0])", what), false, JSON.stringify(what));
  assert.deepEqual([await widget.storage(), await widget.run("return ran")], [{}, []]);
  assert.equal(await widget.run("return courtesy.decide({ media: true, 'analytics/maps': false })"), true);
  await ran(widget, "inline", "one", "three");
  const { choices, events } = await widget.record();
  assert.deepEqual(choices, { "analytics/maps": "refused", media: "granted", "media/films": "granted" });
  assert.deepEqual(events.map(({ state, purposes, method }) => [state, purposes.join(), method]), [["granted", "media,media/films", "api"], ["refused", "analytics/maps", "api"]]);
  assert.equal(await widget.run("return courtesy.status('analytics')"), "undecided");
  await widget.reload();
  await asks(widget);
  assert.equal(await widget.inside(TEXT), asksFor("Figures"), "only what is open is asked");
  await answer(widget, "refuse");
  assert.equal((await widget.record()).choices.media, "granted", "and only that is answered");
});

const STATED = { description: "Counts visits.", kind: "cookie", name: "_count", purpose: "analytics", setBy: "counter" };
const two = (more) => ({
  made: () => ({ folders: { "/courtesy/": garden({ items: [STATED] }), "/after/": garden({ items: [STATED], ...more }) }, scripts: SCRIPTS, rules: RULES,
    pages: { "/": gatedPage(plain), "/after": gatedPage(plain, "", '<script async src="/after/courtesy.js"></script>') } }),
});
const purposes = (change) => ({ languages: ["en"], ...change });
for (const [what, more, open] of [
  ["another service", { services: [...[["counter", "Counter"], ["maps", "Heat Maps"], ["spy", "Spy Glass"]].map(([id, name]) => ({ id, name, role: "figures", kind: "processor", purposes: ["analytics"] })), { id: "films", name: "Film House", role: "films", kind: "platform", purposes: ["media"] }] }, ["Figures"]],
  ["another purpose", { purposes: [{ id: "analytics", title: "Figures", description: "Shows how the site is used.", nature: "analytics", legalBasis: "consent" }, { id: "media", title: "Films", description: "Shows films of others.", nature: "media", legalBasis: "consent" }, { id: "ads", title: "Advertising", description: "Shows advertising.", nature: "advertising", legalBasis: "consent" }] }, ["Advertising"]],
  ["another version of the notice", { notice: { version: "2" } }, ["Figures", "Films"]],
  ["a new day and new words alone", { lastUpdated: "2026-11-20", purposes: [{ id: "analytics", title: "Statistics", description: "Tells how the site is used.", nature: "analytics", legalBasis: "consent" }, { id: "media", title: "Films", description: "Shows films.", nature: "media", legalBasis: "consent" }] }, []],
]) {
  test(`after a yes, ${what}: ${open.length ? `${open.join(" and ")} is asked` : "nothing is asked again"}`, two(more), async ({ widget, go }) => {
    await asks(widget);
    await answer(widget);
    await ran(widget, "inline", "one", "three");
    await go("/after");
    if (open.length) await asks(widget);
    else await ran(widget, "inline", "one", "three");
    assert.equal(await widget.visible(".notice"), open.length > 0);
    if (open.length) assert.equal(await widget.inside(TEXT), asksFor(...open));
    assert.equal(await widget.run("return courtesy.allows('analytics')"), !open.includes("Figures"));
    assert.equal(await widget.run("return courtesy.allows('media')"), !open.includes("Films"));
  });
}

run();
