// Where what puts placeholders in the page cannot come, whatever the reason, a frame that waits is not an empty box: it has the sentence of
// the notice in its place. It is a real frame again as soon as it can be.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { FILMS, STATISTICS, site, tag } from "./optional.mjs";
import { page, run, test } from "./suite.mjs";
import { serve } from "./server.mjs";

const FILM = '<iframe id="film" data-purpose="films" data-src="/film.html" width="300" height="150" title="A film"></iframe>';
const OTHERS = '<iframe id="own" src="/own.html" title="The page\'s own"></iframe><div id="group" data-purpose="films">A part of the page</div>';
const LOST = /courtesy: |Failed to load resource|later-|gates-|blocked by CORS|NetworkError|import/i;
const folder = () => site([FILMS, STATISTICS]);
const visit = (rules, { body = FILM + OTHERS, ...more } = {}) => ({
  form: "built", console: [LOST], made: () => ({
    folders: { "/courtesy/": folder() }, rules, pages: { "/": page({ tag: tag(), body }), "/film.html": page({ tag: "", body: "<p id=playing>Playing</p>" }), "/own.html": page({ tag: "" }) }, ...more,
  }),
});

/** The notice's sentence that is true of any purpose. */
const SENTENCE = "We start only if you accept, and you can withdraw at any time.";
/** What a frame shows, or that it is hidden. */
const shows = (id) => `const frame = document.getElementById("${id}"); return frame.getClientRects().length ? frame.contentDocument?.body?.innerText.trim() : "hidden"`;

const says = async (widget, id = "film") => {
  await widget.noticeShows();
  await widget.until("the frame says it", `${shows(id).replace("return", "const is =")}; return is === "hidden" || is === arguments[0]`, SENTENCE);
  assert.equal(await widget.run(shows(id)), SENTENCE);
};

for (const [name, rules] of [
  ["the second half", { "/courtesy/later-": { status: 404 } }],
  ["the file for gates", { "/courtesy/gates-": { status: 404 } }],
  ["both files", { "/courtesy/gates-": { status: 404 }, "/courtesy/later-": { status: 404 } }],
  ["the facts of the second half", { "/courtesy/later-en-": { status: 404 } }],
  ["the second half, which is no script", { "/courtesy/later-": { status: 200, body: "<!doctype html>", headers: { "content-type": "text/html" } } }],
  ["the second half, from a server that ends connections", { "/courtesy/later-": { ends: true } }],
]) {
  test(`without ${name} a frame that waits says a sentence, and nothing else of the page is changed`, visit(rules), async ({ widget }) => {
    await says(widget);
    assert.match(await widget.run(shows("own")), /Text of the page/);
    assert.equal(await widget.run("return document.getElementById('group').innerText"), "A part of the page");
    assert.deepEqual(await widget.run("return [document.getElementById('film').offsetWidth, document.getElementById('film').getAttribute('srcdoc')]"), [304, null]);
  });
}

test("from an origin whose server lets nobody read its files", { form: "built", console: [LOST, /./], made: async () => {
  const cdn = await serve({ folders: { "/courtesy/": folder() } });
  return { beside: [cdn], pages: { "/": page({ tag: `<script async src="${cdn.origin}/courtesy/courtesy.js"></script>`, body: FILM }) } };
} }, ({ widget }) => says(widget));

test("in a sandbox, where nobody can write into the frame's document, by its srcdoc", { form: "built", console: [/./], made: () => ({
  folders: { "/courtesy/": folder() }, headers: { "content-security-policy": "sandbox allow-scripts" }, pages: { "/": page({ tag: tag(), body: FILM }) },
}) }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.until("the frame says it", "return document.getElementById('film').getAttribute('srcdoc') === arguments[0]", SENTENCE);
});

test("a file of the visitor's own disk", { form: "built", console: [/./] }, async ({ widget, session, engine }) => {
  const work = mkdtempSync(join(tmpdir(), "courtesy-disk-"));
  try {
    cpSync(folder(), join(work, "courtesy"), { recursive: true });
    writeFileSync(join(work, "page.html"), page({ tag: '<script async src="courtesy/courtesy.js"></script>', head: "<script>said = []</script>", body: FILM }));
    await session.get(`file://${work}/page.html`);
    // Firefox reads modules from there, and has the placeholder.
    if (engine === "firefox") await widget.until("the placeholder is there", "return !!document.querySelector('courtesy-placeholder')?.getClientRects().length");
    else await says(widget);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
});

test("what is accepted once the files are there again is shown", visit({ "/courtesy/later-": { status: 503, times: 1 } }), async ({ widget }) => {
  await says(widget);
  await widget.click(".notice [data-act=accept-all]");
  await widget.until("the film plays", `${shows("film").replace("return", "const is =")}; return is.includes("Playing")`);
});

test("a frame that is granted plays, also where the second half is lost", { form: "built", console: [LOST], made: () => {
  const body = FILM + FILM.replace("film", "count").replace("films", "statistics");
  const lost = { "/broken/later-": { status: 404 } };
  const pages = { "/": page({ tag: tag(), body }), "/lost": page({ tag: '<script async src="/broken/courtesy.js"></script>', body }), "/film.html": page({ tag: "", body: "Playing" }) };
  return { folders: { "/courtesy/": folder(), "/broken/": folder() }, rules: lost, pages };
} }, async ({ widget, go }) => {
  await widget.noticeShows();
  await widget.run("return courtesy.decide({ films: true })");
  const plays = `${shows("film").replace("return", "const is =")}; return is.includes("Playing")`;
  await widget.until("the film plays", plays);
  await go("/lost");
  await widget.until("the film plays", plays);
  await widget.until("the other frame says why it is empty", `${shows("count").replace("return", "const is =")}; return is.length > 30`);
  assert.match(await widget.run(shows("film")), /Playing/);
});

test("with the files there, nothing of it: a frame has a placeholder", { ...visit({}, { body: FILM }), console: [] }, async ({ widget }) => {
  await widget.until("the placeholder", "return document.querySelector('courtesy-placeholder')");
  assert.equal(await widget.run("return document.getElementById('film').contentDocument.body.innerText"), "");
});

run();
