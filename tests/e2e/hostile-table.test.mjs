// Hostile pages, a file of hostile/ and a row each: on every one, in every engine, the notice asks, nothing optional runs before a yes, a no and
// a yes count, a withdrawal ends what a yes began, and nothing is thrown into the page.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { EACH, NOTICE, RULES, SCRIPTS, asks, fetched, garden, ran } from "./gated.mjs";
import { folder, run, test } from "./suite.mjs";

/** Whether the page lets an answer outlive it; what it does stands in the first line of its file. */
const ROWS = {
  base: { remembers: true },
  busy: { remembers: true },
  "clears-storage": { remembers: false },
  "contained-root": { remembers: true },
  frozen: { remembers: true },
  "grid-rtl": { remembers: true },
  "highest-z-index": { remembers: true },
  "inert-content": { remembers: true },
  "no-storage": { remembers: false },
  "prototype-js": { remembers: true },
  quirks: { remembers: true },
  "removes-strangers": { remembers: true },
  "replaced-body": { remembers: true },
  resets: { remembers: true },
  "swallows-events": { remembers: true },
  "taken-names": { remembers: true },
  "watched-dom": { remembers: true },
};

/** What the page's own scripts see of errors, from before everything else. */
const ERRORS = `<script>window.errors = []; for (const type of ["error", "unhandledrejection"]) addEventListener(type, (event) => errors.push(String(event.reason ?? event.message)));</script>`;
const TAG = '<script src="/ran.js"></script><script async src="/courtesy/courtesy.js"></script>';
const text = (name) => readFileSync(folder(`tests/e2e/hostile/${name}.html`), "utf8");
/** The page with the tag and the gates, and without its first line: a comment before the doctype is not part of what it tries. */
const served = (name) => text(name).replace(/^<!--.*-->\n/, "").replace("<courtesy-tag></courtesy-tag>", TAG).replace("<courtesy-gates></courtesy-gates>", EACH("media")).replace("<head>", "<head>" + ERRORS);

const OPENED = ["inline", "one", "two", "three"];
const status = (widget) => widget.run("return courtesy.status('media')");
const film = (widget, isThere) => widget.until(isThere ? "the film is there" : "the film is gone",
  `return [...document.querySelectorAll("iframe")].some((frame) => frame.contentDocument?.title === "Film") === ${isThere}`);
const errors = (widget) => widget.run("return errors");

test("each page has its row, and each row its page", { only: ["chromium"] }, () => {
  const pages = readdirSync(folder("tests/e2e/hostile")).map((file) => file.replace(/\.html$/, "")).sort();
  assert.deepEqual(Object.keys(ROWS).sort(), pages);
});

for (const [name, { remembers }] of Object.entries(ROWS)) {
  const what = text(name).match(/^<!-- (?:A|a) page (.*)\. -->/)[1];
  const options = { made: () => ({ folders: { "/courtesy/": garden() }, pages: { "/": served(name) }, scripts: SCRIPTS, rules: RULES }) };

  test(`${name} (a page ${what}): a no counts, and nothing optional runs`, options, async ({ widget, server, go }) => {
    await asks(widget);
    assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
    await widget.click(NOTICE.refuse);
    await widget.hides(".notice");
    assert.equal(await status(widget), "refused");
    await go("/");
    if (remembers) await widget.until("the no is remembered", "return courtesy.ready.then(() => courtesy.status('media') === 'refused')");
    else await asks(widget);
    assert.deepEqual([await widget.run("return ran"), fetched(server), await errors(widget)], [[], [], []]);
  });

  test(`${name}: a yes opens what waited, once and in order, and a withdrawal ends it`, options, async ({ widget }) => {
    await asks(widget);
    await widget.click(NOTICE.accept);
    await widget.hides(".notice");
    await ran(widget, ...OPENED);
    await film(widget, true);
    await widget.run("return courtesy.withdraw('media').then(() => true)");
    await film(widget, false);
    assert.deepEqual([await status(widget), await widget.run("return ran"), await errors(widget)], ["withdrawn", OPENED, []]);
  });
}

run();
