// Files that are missing, slow or broken: the notice works all the same, and one console line says what to change.

import assert from "node:assert/strict";
import { page, run, settled, siteFolder, test } from "./suite.mjs";

const NETWORK = /Failed to load resource/;
const LOST = /courtesy: the details did not load .* see that all files of courtesy build are where courtesy\.js looks for them/;

const leadsToThePolicyPage = async ({ widget, session, server }) => {
  await widget.noticeShows();
  await widget.run("addEventListener('pagehide', () => sessionStorage.said = JSON.stringify(said))");
  await widget.click(".notice [data-act=details]");
  await session.wait(async () => (await session.getCurrentUrl()) === `${server.origin}/courtesy/privacy.html#storage`, 20_000);
  const said = await widget.run("return JSON.parse(sessionStorage.said)");
  return said.filter((line) => line.includes("courtesy: "));
};

for (const [name, rules, said] of [
  ["wasm that is not there", { "/courtesy/app-": { status: 404 } }, LOST],
  ["a server that fails", { "/courtesy/words-": { status: 500 } }, LOST],
  ["what is no JSON", { "/courtesy/details-": { status: 200, body: "<html>" } }, LOST],
  ["details of another version", { "/courtesy/details-": { status: 200, body: '{"title":"A"}' } }, /different versions: run courtesy build again/],
]) {
  test(`${name}: the details lead to the policy page`, { form: "built", rules, console: [said, NETWORK] }, async (visit) => {
    const lines = await leadsToThePolicyPage(visit);
    assert.equal(lines.length, 1);
    assert.match(lines[0], said);
  });
}

test("in a browser without WebAssembly the details lead to the policy page",
  { pages: { "/": page({ head: "<script>delete window.WebAssembly</script>" }) }, console: [LOST] },
  async (visit) => {
    assert.equal((await leadsToThePolicyPage(visit)).length, 1);
  });

test("what was approached and failed is not fetched again by approaching", { rules: { "/courtesy/words-": { status: 404 } }, console: [NETWORK] },
  async ({ widget, server }) => {
    await widget.noticeShows();
    for (let time = 0; time < 3; time++) {
      await widget.run(`document.querySelector("courtesy-host").shadowRoot.querySelector("[data-act=details]").dispatchEvent(new PointerEvent("pointermove", { bubbles: true, composed: true }))`);
      await widget.until("the words were asked for", "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/words-'))");
      await settled();
    }
    assert.equal(server.log.filter((path) => path.includes("/words-")).length, 1);
  });

test("wasm that is slow: the button says that it opens, and after four seconds the policy page answers",
  { patience: "real", rules: { "/courtesy/words-": { wait: 30_000 } } },
  async ({ widget, session, server }) => {
    await widget.noticeShows();
    await widget.click(".notice [data-act=details]");
    const label = () => widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("[data-act=details]").textContent`);
    assert.equal(await label(), "Opening…");
    await session.wait(async () => (await session.getCurrentUrl()).endsWith("/privacy.html#storage"), 20_000);
    assert.equal(await session.getCurrentUrl(), `${server.origin}/courtesy/privacy.html#storage`);
  });

test("a second click while it opens changes nothing, and the button has its name again", { rules: { "/courtesy/words-": { wait: 700 } } }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.doubleClick(".notice [data-act=details]");
  await widget.shows("dialog[open]");
  await widget.leaveDetails();
  await widget.noticeShows();
  assert.equal(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("[data-act=details]").textContent`), "Details");
});

test("what failed once is tried again", { rules: { "/courtesy/words-": { status: 503, times: 1 } }, console: [NETWORK] },
  async ({ widget, server }) => {
    await widget.noticeShows();
    // Coming near a control fetches the app ahead; that it fails is no reason to give up, nor to say anything yet.
    await widget.run(`document.querySelector("courtesy-host").shadowRoot.querySelector("[data-act=details]").dispatchEvent(new PointerEvent("pointermove", { bubbles: true, composed: true }))`);
    await widget.until("the app failed once", "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/words-'))");
    await settled(1_000);
    assert.deepEqual(await widget.run("return said.filter((line) => line.includes('courtesy'))"), []);
    await widget.openDetails();
    assert.equal(server.log.filter((path) => path.includes("/words-")).length, 2);
  });

test("approaching the details fetches the app ahead of the click", {}, async ({ widget, server }) => {
  await widget.noticeShows();
  await widget.run(`document.querySelector("courtesy-host").shadowRoot.querySelector("[data-act=details]").focus()`);
  await widget.until("the app is asked for", "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith('.wasm'))");
  assert.ok(server.log.some((path) => path.endsWith(".wasm")));
  assert.equal(await widget.visible("dialog"), false);
});

/** Where nothing could start, everything that gives a promise ends with undefined, and nobody has a rejection to catch. */
const settles = async (widget) => {
  const ended = await widget.run(`
    const { courtesy } = window;
    addEventListener("unhandledrejection", () => (window.unhandled = true));
    const all = [courtesy.ready, courtesy.open("details"), courtesy.open("notice"), courtesy.close(), courtesy.decide("accept-all"), courtesy.withdraw(), courtesy.receipt()];
    return Promise.race([Promise.all(all), new Promise((late) => setTimeout(late, 3000, "pending"))]).then((ended) => (window.unhandled ? "unhandled" : ended === "pending" ? ended : ended.map((value) => value === undefined)))`);
  assert.deepEqual(ended, Array(7).fill(true));
};

const generic = (site) => page({ tag: `<script async src="/courtesy/courtesy.js" data-site="${site}"></script>` });
const GENERIC = { "/courtesy/": new URL("../../dist/", import.meta.url).pathname, "/site/": siteFolder("mazoon") };

for (const [name, address, pages, line] of [
  ["a site file that is not there", "/nowhere/site.json", {}, /courtesy: http:.*\/nowhere\/site\.json answered 404/],
  ["a site file of another version", "/old.json", { "/old.json": '{"facts":{},"courtesy":"0.0.1"}' }, /courtesy: .*\/old\.json is of Courtesy 0\.0\.1, and this is .*; run courtesy build again, of this version/],
  ["an owner's site file that was never built", "/raw.json", { "/raw.json": '{"name":"A"}' }, /courtesy: .*\/raw\.json is not ready for visitors; run courtesy build SITE\.json --out DIR/],
  ["a site file that is null", "/null.json", { "/null.json": 'null' }, /courtesy: .*\/null\.json is not ready for visitors; run courtesy build SITE\.json --out DIR/],
]) {
  test(`generic: with ${name} nothing starts, and one line says what to do`,
    { folders: GENERIC, pages: { "/": generic(address), ...pages }, console: [line, NETWORK] },
    async ({ widget }) => {
      await widget.until("it is said", "return said.some((line) => line.includes('courtesy: '))");
      assert.equal((await widget.said()).filter((text) => text.includes("courtesy: ")).length, 1);
      assert.equal(await widget.run("return document.querySelector('courtesy-host')"), null);
      assert.equal(await widget.run("return courtesy.allows('analytics')"), false);
      await settles(widget);
    });
}

test("a module says that the tag must be a script of its own",
  { pages: { "/": page({ tag: '<script type="module" src="/courtesy/courtesy.js"></script>' }) }, console: [/courtesy: needs a classic script tag/] },
  async ({ widget }) => {
    await widget.until("it is said", "return said.some((line) => line.includes('classic script tag'))");
    assert.equal(await widget.run("return document.querySelector('courtesy-host')"), null);
    await settles(widget);
  });

test("generic: a tag that names no site says so", { form: "built", folders: GENERIC, console: [/courtesy: this courtesy\.js was built for no site/] },
  async ({ widget }) => {
    await widget.until("it is said", "return said.some((line) => line.includes('data-site='))");
    await settles(widget);
  });

run();
