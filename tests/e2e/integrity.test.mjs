// The tag with integrity: of every file of a build one byte is changed, and the browser runs, draws and believes none of it. The page
// goes on, what waits for consent stays off, one sentence is said, and the visitor gets the policy page.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { everyViewOpens, linked, named, ofPages, promise as test, snippets, under, unharmed } from "./served.mjs";
import { page, run, settled, siteFolder } from "./suite.mjs";

const MEDIUX = siteFolder("mediux");
const QUILLHAVEN = siteFolder("quillhaven");

/** Where a byte can be another and the file still be what it is: inside a text, or a length. */
const PLACES = { ".js": /"[a-z ]*[a-z](?=[a-z ]")/g, ".json": /[a-z]{5}(?=[a-z])/g, ".css": /[1-8](?=px)/g, ".wasm": /[a-z]{12}(?=[a-z])/g };
const TYPES = { ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".wasm": "application/wasm" };

/** A file of a folder as a server would send it, with one byte changed. */
const changed = (folder, name) => {
  const bytes = readFileSync(folder + name);
  const ending = name.slice(name.lastIndexOf("."));
  const at = [...bytes.toString("latin1").matchAll(PLACES[ending])].map(({ index, 0: { length } }) => index + length - 1);
  const place = at[Math.floor(at.length / 2)];
  // A letter becomes another letter, a digit another digit.
  bytes[place] = bytes[place] === 122 ? 121 : bytes[place] + 1;
  return { status: 200, headers: { "content-type": TYPES[ending] }, body: bytes };
};

/** What each view needs besides the script itself, by the beginning and the ending of its name. */
const NEEDED = [
  ["later-", ".js", "details"],
  ["integrity-later-", ".json", "details"],
  ["app-", ".js", "details"],
  ["app-", ".wasm", "details"],
  ["app-", ".css", "details"],
  ["words-", ".json", "details"],
  ["details-", ".json", "details"],
  ["choices-", ".json", "choices"],
  ["rights-", ".json", "rights"],
  ["policy-", ".json", "policy"],
  ["receipts-", ".js", "receipt"],
  ["receipt-", ".json", "receipt"],
];

/** What browsers themselves say of it. */
const NATIVE = /integrity|digest|Failed to load resource/i;

const keepSaid = "addEventListener('pagehide', () => (sessionStorage.said = JSON.stringify(said)))";

for (const [form, tag, csp] of [["in an open page", "tag-integrity", "csp"], ["under Trusted Types", "tag-trusted", "csp-trusted"]]) {
  for (const [start, ending, view] of NEEDED) {
    test(`${form}: ${start}…${ending} with one byte changed is refused, and the ${view} are a page`,
      { console: [/courtesy: .*is missing, or is not what courtesy build wrote/, NATIVE], made: () => {
        const name = named(MEDIUX, start, ending);
        const text = snippets(MEDIUX);
        return { folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(text[tag]) }, headers: under(text[csp]), rules: { ...ofPages(text), [`/courtesy/${name}`]: changed(MEDIUX, name) } };
      } },
      async (visit) => {
        const { widget, session, server } = visit;
        await widget.noticeShows();
        await widget.run(keepSaid);
        await widget.run("const link = document.getElementById(arguments[0]); setTimeout(() => link.click())", view);
        await session.wait(async () => (await session.getCurrentUrl()).includes(`/courtesy/${view === "rights" ? "request" : "privacy"}.html`), 20_000);
        const said = await widget.run("return JSON.parse(sessionStorage.said)");
        const ours = said.filter((line) => line.includes("courtesy: "));
        assert.equal(ours.length, 1, said.join("\n"));
        assert.ok(ours[0].includes(`${named(MEDIUX, start, ending)} is missing, or is not what courtesy build wrote`), ours[0]);
        assert.deepEqual(server.log.filter((path) => path === "/gated.js"), []);
      });
  }
}

test("the bytes are changed so that a page without integrity runs on them: what refuses them is the integrity alone",
  { made: () => {
    const files = NEEDED.map(([start, ending]) => named(MEDIUX, start.replace("integrity-later-", "later-en-"), ending));
    return { folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(snippets(MEDIUX).tag) }, rules: Object.fromEntries(files.map((name) => [`/courtesy/${name}`, changed(MEDIUX, name)])) };
  } },
  async ({ widget }) => everyViewOpens(widget));

test("the script itself with one byte changed: nothing of it runs, and the page's links are links",
  { console: [NATIVE], made: () => {
    const name = named(MEDIUX, "courtesy-");
    return { folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(snippets(MEDIUX)["tag-integrity"]) }, rules: { [`/courtesy/${name}`]: changed(MEDIUX, name) } };
  } },
  async (visit) => {
    const { widget, session } = visit;
    await widget.until("the page is read", "return document.readyState === 'complete'");
    assert.equal(await widget.run("return !!window.courtesy || !!document.querySelector('courtesy-host')"), false);
    await unharmed(visit);
    await widget.run("document.getElementById('details').click()");
    await session.wait(async () => (await session.getCurrentUrl()).endsWith("/courtesy/privacy.html"), 20_000);
  });

test("a notice in another language with one byte changed is not shown; the first language is, and that is said",
  { console: [NATIVE, /courtesy: shown in the first language: integrity-notice-de-.* is not what courtesy build wrote/], made: () => {
    const name = named(QUILLHAVEN, "integrity-notice-de-");
    return { folders: { "/courtesy/": QUILLHAVEN }, pages: { "/": page({ tag: snippets(QUILLHAVEN)["tag-integrity"].replace(" src", ' data-language="de" src') }) }, rules: { [`/courtesy/${name}`]: changed(QUILLHAVEN, name) } };
  } },
  async ({ widget }) => {
    await widget.noticeShows();
    assert.equal(await widget.inside(`return root.querySelector(".notice").lang`), "en");
  });

test("an answer counts, and what it grants runs, where every file but the script is refused",
  { console: [NATIVE], made: () => ({
    folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(snippets(MEDIUX)["tag-integrity"]) }, scripts: { "/gated.js": "window.ran = true" },
    rules: Object.fromEntries(NEEDED.map(([start, ending]) => named(MEDIUX, start, ending)).map((name) => [`/courtesy/${name}`, changed(MEDIUX, name)])),
  }) },
  async ({ widget }) => {
    await widget.click(".notice [data-act=accept-all]");
    await widget.until("what is granted runs", "return window.ran");
    assert.equal((await widget.record()).choices.analytics, "granted");
  });

test("under Trusted Types a tag without its modules says which to copy",
  { console: [/courtesy: this page demands Trusted Types, so its tag must bring the modules: copy the one of embed\.html that does/, /TrustedScriptURL|Trusted ?Type|violation: require-trusted-types-for|requires/i], made: () => {
    const text = snippets(MEDIUX);
    return { folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(text["tag-integrity"]) }, headers: under(text["csp-trusted"]), rules: ofPages(text) };
  } },
  async ({ widget, session }) => {
    await widget.noticeShows();
    const isTyped = await widget.run("return 'trustedTypes' in window");
    await widget.run(keepSaid);
    await widget.run("setTimeout(() => document.getElementById('details').click())");
    // An engine without Trusted Types has nothing against it.
    await session.wait(async () => (await widget.visible("dialog[open]")) || (await session.getCurrentUrl()).includes("/courtesy/privacy.html"), 20_000);
    if (!isTyped) return;
    const said = await widget.run("return JSON.parse(sessionStorage.said)");
    assert.equal(said.filter((line) => /courtesy: this page demands Trusted Types/.test(line)).length, 1, said.join("\n"));
  });

test("what was missing once is fetched anew when it is asked for again",
  { console: [NATIVE], made: () => ({
    folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(snippets(MEDIUX)["tag-integrity"]) }, rules: { "/courtesy/words-": { status: 503, times: 1 } },
  }) },
  async ({ widget, server }) => {
    await widget.noticeShows();
    await widget.run(`document.getElementById("details").dispatchEvent(new PointerEvent("pointermove", { bubbles: true, composed: true }))`);
    await widget.until("the words were asked for", "return performance.getEntriesByType('resource').some(({ name }) => name.includes('/words-'))");
    await settled(1_000);
    await widget.run(`document.getElementById("details").click()`);
    await widget.shows("dialog[open]");
    assert.equal(server.log.filter((path) => path.includes("/words-")).length, 2);
  });

run();
