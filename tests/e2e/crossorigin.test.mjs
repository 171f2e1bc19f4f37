// The files on another origin, as on a CDN: with the headers that embed.html names everything works, also on a page that is isolated
// from other origins; with each of them missing it fails as docs/serving.md says, and the page is unharmed.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { everyViewOpens, linked, named, promise as test, snippets, under, unharmed } from "./served.mjs";
import { serve } from "./server.mjs";
import { may, run, siteFolder } from "./suite.mjs";

const MEDIUX = siteFolder("mediux");
const text = () => snippets(MEDIUX);
const PLAIN = '<script async src="https://cdn.example/courtesy/courtesy.js"></script>';
const ISOLATED = { "cross-origin-embedder-policy": "require-corp", "cross-origin-opener-policy": "same-origin" };
const TRUSTED = "; require-trusted-types-for 'script'; trusted-types 'none'";

/** The headers of embed.html, without one. */
const headers = (missing) =>
  Object.fromEntries(text().headers.split("\n").map((line) => line.split(": ")).map(([name, value]) => [name.toLowerCase(), value]).filter(([name]) => name !== missing));

/** A page, and the server of its files on an origin of its own. */
const visit = ({ tag = () => text()["tag-elsewhere"], policy, page: pageHeaders = {}, missing, rules = () => ({}) } = {}) => async () => {
  const cdn = await serve({ folders: { "/courtesy/": MEDIUX }, rules: { ...rules(headers()), "/courtesy/": { headers: headers(missing) } } });
  const there = (value) => value.replaceAll("https://cdn.example", cdn.origin);
  return {
    beside: [cdn], pages: { "/": linked(there(tag())) }, headers: { ...pageHeaders, ...(policy && under(there(policy()))) },
    rules: { "/said": { status: 204 } }, early: `window.cdn = "${cdn.origin}";`,
  };
};

for (const [what, options] of [
  ["the tag of embed.html, under its policy", { policy: () => text()["csp-elsewhere"] }],
  ["the same under Trusted Types", { tag: () => text()["tag-elsewhere-trusted"], policy: () => text()["csp-elsewhere"] + TRUSTED }],
  ["a plain tag", { tag: () => PLAIN, policy: () => text()["csp-elsewhere"] }],
  ["the tag of embed.html on an isolated page", { page: ISOLATED }],
  ["a plain tag on an isolated page", { tag: () => PLAIN, page: ISOLATED }],
  ["the tag of embed.html on an isolated page, without the header that it does not need", { page: ISOLATED, missing: "cross-origin-resource-policy" }],
]) {
  test(`${what}: from another origin every view opens in silence`, { made: visit(options) }, async ({ widget, server }) => {
    await everyViewOpens(widget);
    if (options.page) assert.equal(await widget.run("return crossOriginIsolated"), true);
    assert.deepEqual(server.log, ["/"], "the page's own server is asked for nothing");
  });
}

const NATIVE = /CORS|Access-Control|Failed to load|blocked|violation|uncaught: http|ERR_|Cross-Origin|access control/i;

/** Nothing starts; the page's links are links. */
const nothingStarts = async (each) => {
  const { widget, session } = each;
  await widget.until("the page is read", "return document.readyState === 'complete'");
  assert.equal(await widget.run("return !!window.courtesy || !!document.querySelector('courtesy-host')"), false);
  await unharmed(each);
  await widget.run("document.getElementById('details').click()");
  await session.wait(async () => (await session.getCurrentUrl()).endsWith("/courtesy/privacy.html"), 20_000);
};

test("without Access-Control-Allow-Origin the tag of embed.html starts nothing", { console: [NATIVE], made: visit({ missing: "access-control-allow-origin" }) }, nothingStarts);

test("without Cross-Origin-Resource-Policy a plain tag starts nothing on an isolated page",
  { console: [NATIVE], made: visit({ tag: () => PLAIN, page: ISOLATED, missing: "cross-origin-resource-policy" }) }, nothingStarts);

/** The details are the policy page, which another origin serves: so what was said is sent to the page's own before it is left. */
const leadsAway = (sentence) => async ({ widget, session, server }) => {
  await widget.noticeShows();
  const cdn = await widget.run("return window.cdn");
  await widget.run(`courtesy.on("problem", ({ message }) => navigator.sendBeacon("/said", message)); setTimeout(() => document.getElementById("details").click())`);
  await session.wait(async () => (await session.getCurrentUrl()).startsWith(`${cdn}/courtesy/privacy.html`), 20_000);
  await session.wait(() => server.posts.length, 10_000);
  assert.equal(server.posts.length, 1, JSON.stringify(server.posts));
  assert.match(server.posts[0].body, sentence);
  assert.deepEqual(server.log, ["/", "/said"], "nothing of what waits for consent was fetched");
};

test("without Access-Control-Allow-Origin a plain tag has its notice, and the details are the policy page",
  { console: [NATIVE, /courtesy: .*(import|module)/i], made: visit({ tag: () => PLAIN, missing: "access-control-allow-origin" }) }, leadsAway(/import|Cross-Origin/i));

const withoutLeave = (name) => ({ [`/courtesy/${name}`]: { status: 200, headers: { "content-type": "application/wasm" }, body: readFileSync(MEDIUX + name) } });
const wasm = () => named(MEDIUX, "app-", ".wasm");

for (const [form, tag, sentence] of [
  ["a plain tag", () => PLAIN, /the details did not load .*; see that all files of courtesy build are where courtesy\.js looks for them, and that their server lets this page read them \(Access-Control-Allow-Origin\)/],
  ["the tag of embed.html", undefined, /app-.*\.wasm is missing, or is not what courtesy build wrote/],
]) {
  test(`where one file comes without Access-Control-Allow-Origin, ${form} says what to change`,
    { console: [NATIVE, /courtesy: the details did not load/], made: visit({ tag, rules: () => withoutLeave(wasm()) }) }, leadsAway(sentence));
}

test("WebAssembly that is sent as something else works, and the console says so",
  { console: [/warn: .*your server does not serve Wasm with .application\/wasm. MIME type|WebAssembly\.instantiateStreaming/], made: visit({
    rules: (right) => ({ [`/courtesy/${wasm()}`]: { status: 200, headers: { ...right, "content-type": "application/octet-stream" }, body: readFileSync(MEDIUX + wasm()) } }),
  }) },
  async ({ widget }) => {
    await everyViewOpens(widget);
    assert.equal((await widget.said()).length, 1);
  });

test("a module that is sent as text is refused, and the details are the policy page",
  // Not every engine names the type.
  { console: [NATIVE, /courtesy: .*(later-|import|module)/i, may(/MIME/)], made: visit({
    tag: () => PLAIN,
    rules: (right) => ({ [`/courtesy/${named(MEDIUX, "later-", ".js")}`]: { status: 200, headers: { ...right, "content-type": "text/plain" }, body: "export const begin = 1" } }),
  }) }, leadsAway(/import|module|MIME/i));

run();
