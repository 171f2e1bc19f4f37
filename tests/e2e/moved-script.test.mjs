// courtesy.js away from its files: joined, renamed, inlined, evaluated. One line says at once what to change; with an address of the files all works.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { FILMS, STATISTICS, becomes, site } from "./optional.mjs";
import { page, run, settled, test } from "./suite.mjs";

const MOVED = /courtesy: script moved; add data-base/;
/** What the engines say themselves of a module that is not there. */
const NATIVE = /404|MIME type|error loading dynamically|dynamically imported|module script/i;

const code = () => readFileSync(site([STATISTICS, FILMS]) + "courtesy.js", "utf8");
const visit = (tag, { root = "", scripts = {}, ...more } = {}) => ({
  form: "built", ...more,
  made: () => ({
    folders: { "/courtesy/": site([STATISTICS, FILMS]) },
    pages: { "/": page({ tag, body: '<p>Glazes.</p>' }).replace("<html", `<html ${root}`) },
    scripts: Object.fromEntries(Object.entries({ "/assets/all.min.js": (text) => `;window.jquery = 1;${text};window.after = 1;`, ...scripts }).map(([path, make]) => [path, make(code())])),
    rules: more.rules,
  }),
});

const evaluated = (act) => `<script>fetch("/courtesy/courtesy.js").then((answer) => answer.text()).then((text) => { ${act} })</script>`;
const INLINED = { get tag() { return `<script>${code().replaceAll("</script", "<\\/script")}</script>`; } };
const WAYS = {
  "joined with others": '<script src="/assets/all.min.js"></script>',
  "joined, async": '<script async src="/assets/all.min.js"></script>',
  "renamed": '<script async src="/assets/renamed.js"></script>',
  "named by its hash alone": '<script async src="/assets/3f2a9c.js"></script>',
  "named by a query alone": '<script async src="/load.js?name=courtesy.js"></script>',
  "put inline by a script": evaluated("const script = document.createElement('script'); script.text = text; document.head.append(script)"),
  "evaluated": evaluated("(0, eval)(text)"),
  "made a function": evaluated("new Function(text)()"),
  "a blob": evaluated("const script = document.createElement('script'); script.src = URL.createObjectURL(new Blob([text], { type: 'text/javascript' })); document.head.append(script)"),
  "a data: address": evaluated("const script = document.createElement('script'); script.src = 'data:text/javascript,' + encodeURIComponent(text); document.head.append(script)"),
  "a module": '<script type="module" src="/assets/all.min.js"></script>',
  "inlined by a build": INLINED,
};
const SCRIPTS = { "/assets/renamed.js": (text) => text, "/assets/3f2a9c.js": (text) => text, "/load.js": (text) => text };
/** These have no tag that could say anything, so html has to. */
const TAGLESS = ["put inline by a script", "evaluated", "made a function", "a blob", "a data: address", "a module", "inlined by a build"];

const made = (way, more) => {
  const options = visit("", more);
  const { made: build } = options;
  const from = () => (typeof way === "string" ? way : way.tag);
  return { ...options, made: () => ({ ...build(), pages: { "/": page({ tag: from(), body: "<p>Glazes.</p>" }).replace("<html", `<html ${more.root ?? ""}`) } }) };
};

const works = async (widget, server) => {
  await widget.click('.notice [data-act="choices"]');
  await widget.shows("dialog[open] .choices");
  await widget.click("dialog[open] .answers button:nth-child(1)");
  await becomes(widget, "films", "granted");
  const links = await widget.inside(`return [...root.querySelectorAll(".notice a")].map(({ href }) => new URL(href).pathname)`);
  assert.ok(links.length && links.every((path) => path.startsWith("/courtesy/")), links.join());
  assert.deepEqual(server.log.filter((path) => /\.(js|json|wasm|css)$/.test(path) && !path.startsWith("/courtesy/") && !path.startsWith("/assets/") && path !== "/load.js"), []);
};

for (const [name, way] of Object.entries(WAYS)) {
  const isTagless = TAGLESS.includes(name);
  // A module has no tag, so nothing can be known of where it is: that is said at the start.
  const none = /courtesy: needs a classic script tag/;
  test(`${name}: one line says at once what to change`, { ...made(way, { scripts: SCRIPTS }), console: [MOVED, none, NATIVE] }, async ({ widget }) => {
    await widget.until("it is said", "return said.some((line) => line.includes('courtesy: '))");
    await settled();
    const lines = (await widget.said()).filter((line) => line.includes("courtesy: "));
    assert.equal(lines.length, 1, lines.join("\n"));
    assert.ok(MOVED.test(lines[0]) || none.test(lines[0]), lines[0]);
  });

  test(`${name}, with data-courtesy-base on html: everything works`, made(way, { scripts: SCRIPTS, root: 'data-courtesy-base="/courtesy/"' }), async ({ widget, server }) => {
    await widget.noticeShows();
    await works(widget, server);
  });

  if (!isTagless) {
    test(`${name}, with data-base on the tag: everything works`, made(way.replace("<script", '<script data-base="/courtesy"'), { scripts: SCRIPTS }), async ({ widget, server }) => {
      await widget.noticeShows();
      await works(widget, server);
    });
  }
}

test("a base without a slash at its end, and one that is relative to a base of the page's", made('<base href="/app/deep/"><script async src="/assets/renamed.js" data-base="../../courtesy"></script>', { scripts: SCRIPTS }), async ({ widget, server }) => {
  await widget.noticeShows();
  await works(widget, server);
});

test("the same name in a folder without its files: said when a control of it is approached", { ...visit('<script async src="/assets/courtesy.js"></script>', { scripts: { "/assets/courtesy.js": (text) => text } }), console: [NATIVE] }, async ({ widget, session }) => {
  await widget.noticeShows();
  assert.deepEqual(await widget.said(), [], "nothing before");
  await session.actions().move({ origin: await widget.find('.notice [data-act="choices"]') }).perform();
  await widget.until("it is said", "return said.some((line) => line.includes('courtesy: '))");
  assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
});

test("minified once more, under its own name: everything works, and nothing is said", visit('<script async src="/courtesy/courtesy.min.js"></script>', { scripts: { "/courtesy/courtesy.min.js": (text) => `!function(){${text}}();` } }), async ({ widget, server }) => {
  await widget.noticeShows();
  await works(widget, server);
});

test("with a query behind its name, as caches are led round: everything works, and nothing is said", visit('<script async src="/courtesy/courtesy.js?ver=6.4.2"></script>'), async ({ widget, server }) => {
  await widget.noticeShows();
  await works(widget, server);
});

run();
