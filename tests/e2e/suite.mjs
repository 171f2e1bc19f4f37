// test() declares a promise: each has its own page and server, and a console with only the lines that it names. run() tests the file.

import assert from "node:assert/strict";
import { basename, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { engines, startEngine } from "./engines.mjs";
import { MATRIX } from "./matrix.mjs";
import { serve } from "./server.mjs";
import { Widget } from "./widget.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Where the built files of a site are: with COURTESY_PARTS, which tries other parts, in sites/ beside those. */
const sites = process.env.COURTESY_PARTS ? `${process.env.COURTESY_PARTS}/sites/` : `${root}target/sites/`;
export const siteFolder = (name) => `${sites}${name}/`;
export const folder = (path) => root + path;

/** A believable small page with one tag. */
export const page = ({ tag = '<script async src="/courtesy/courtesy.js"></script>', head = "", body = "" } = {}) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
   <meta name="viewport" content="width=device-width, initial-scale=1">${head}${tag}</head>
   <body><header><a id="home" href="#top">Home</a></header><main><h1>A page</h1><p>Text of the page.</p>${body}</main></body></html>`;

const uncertain = new Set();
/** Marks a line that need not occur in Chromium; each use says why. */
export const may = (pattern) => {
  uncertain.add(pattern);
  return pattern;
};

/** What a page is fetching when it is left fails, in WebKit with a line on the page that comes back. */
export const LEFT = may(/courtesy: (Load failed|Importing a module script failed)/);

/** A page whose policy allows no images violates it with its icon, except in headless Chromium, which requests none. */
export const FAVICON = may(/violation: img-src .*\/favicon\.ico/);

const TAG = /src="\/courtesy\/courtesy.js"(?![^>]*data-site)/g;
const GENERIC = 'src="/generic/courtesy.js" data-site="/courtesy/site.json"';

/** The pages, with the tag of a form: built for their site, or the preview's generic one, with the site file named; and the folders that it needs. */
const inForm = (form, pages) =>
  form === "built" ? { pages, folders: {} } : {
    pages: Object.fromEntries(Object.entries(pages).map(([path, html]) => [path, html.replace(TAG, GENERIC)])),
    folders: { "/generic/": folder("target/preview-built/") },
  };

const promises = [];
/** A test that takes longer never ends: each of its steps has a limit. */
const HANGS = 180_000;

/**
 * Declares a promise. `site` is served at /courtesy/, `pages` and the rest go to the server; `at` is opened first. `console` names the lines that
 * may occur, each as a pattern: any other line fails the test, and a pattern that occurs in none of the file's tests fails the file. `made`
 * makes the options when it is time, also servers `beside` it, which are closed with the test. `form: "built"` is for what only
 * courtesy.js as built for a site can hold: what it fetches, by name, and Google's consent mode.
 */
export const test = (name, { console: lines = [], ...options }, check) => promises.push({ name, lines, options, check });

/**
 * The cells of this file: an engine, a form, and the promises that are tested there. COURTESY_CELLS chooses "all" of them or those of a
 * "change", which are in the matrix; without it, every promise is tested in each engine of COURTESY_ENGINES, in the form of COURTESY_FORM.
 */
const cells = () => {
  const { COURTESY_CELLS: which, COURTESY_FORM: form = "built" } = process.env;
  const names = Object.keys(engines);
  const row = MATRIX[basename(process.argv[1], ".test.mjs")];
  if (!which || !row) return names.map((engine) => ({ engine, form }));
  const one = names.includes("chromium") ? "chromium" : names[0];
  const isAll = which === "all";
  const pattern = (field) => {
    const found = row[field];
    if (found && !promises.some(({ name }) => found.test(name))) throw new Error(`matrix.mjs: ${field}: ${found} is the name of no promise here`);
    return isAll ? undefined : found;
  };
  const patterns = { engines: pattern("engines"), generic: pattern("generic") };
  return [
    { engine: one, form: "built" },
    ...names.filter((name) => name !== one && (isAll || row.engines)).map((engine) => ({ engine, form: "built", pattern: patterns.engines })),
    ...(isAll || row.generic ? [{ engine: one, form: "generic", pattern: patterns.generic }] : []),
  ];
};

/** Runs the declared promises; every test file ends with it. Without `scripts`, pages run no JavaScript. */
export const run = ({ scripts = true } = {}) => {
  for (const { engine, form, pattern } of cells()) {
    const held = promises.filter(({ name, options: { only, form: its = form } }) =>
      (!only || only.includes(engine)) && its === form && (!pattern || pattern.test(name)));
    if (!held.length) continue;
    const named = new Set(held.flatMap(({ lines }) => lines).filter((pattern) => !uncertain.has(pattern)).map(String));
    // Node reports the file that calls describe(), which is always this one.
    describe(`${relative(folder("tests"), process.argv[1])}, ${engine}${form === "built" ? "" : `, ${form}`}`, () => {
      let started;
      before(async () => (started = { ...(await startEngine(engine, { scripts })), leave: () => {} }));
      after(async () => {
        await started?.end();
        await started?.leave();
      });
      for (const promise of held) it(promise.name, { timeout: HANGS }, () => hold(promise, { engine, form, started }));
      // Only Chromium's driver also reports the lines of earlier pages and of the browser itself.
      if (engine === "chromium" && form === "built" && named.size) {
        it("every line of the console that is named here occurs", () => assert.deepEqual([...named].filter((pattern) => !occurred.has(pattern)), []));
      }
    });
  }
};

/** The named patterns that have matched a line of the console. */
const occurred = new Set();

/** The loader takes its next step within this time: it follows the changes of a page five times a second. */
const STEP = 250;
let current;

/**
 * Waits until the page has finished what it began: what has not happened by then will not happen. A timer in the page fires after every timer
 * that was due before it, on a loaded machine too; two frames and the server's answers follow; then the same again, for their consequences.
 * Pass a longer `time` where the product waits longer.
 */
export const settled = async (time = STEP) => {
  const { widget, server } = current;
  for (const wait of [time, 0]) {
    await widget.run(`const [wait] = arguments;
      return new Promise((done) => setTimeout(() => (document.hidden ? done() : requestAnimationFrame(() => requestAnimationFrame(done))), wait)).then(() => true)`, wait);
    await server.idle();
  }
};

/** A page and its servers stay until the page of the next test replaces it: an empty page in between would cost more than both pages. */
const hold = async ({ lines, options, check }, { engine, form, started }) => {
  const { session } = started;
  const { site = "mazoon", pages = { "/": page() }, at = "/", size = [1280, 720], beside = [], ...rest } = options.made ? await options.made() : options;
  const formed = inForm(form, pages);
  const server = await serve({ ...rest, pages: formed.pages, folders: { ...formed.folders, "/courtesy/": siteFolder(site), ...rest.folders } });
  const leave = started.leave;
  started.leave = () => Promise.all([server, ...beside].map((each) => each.close()));
  await session.manage().window().setRect({ width: size[0], height: size[1], x: 0, y: 0 });
  await session.manage().setTimeouts({ script: HANGS });
  if (engine === "chromium") await session.manage().logs().get("browser");
  const widget = new Widget(session);
  const go = (path) => session.get(server.origin + path);
  await go(at).finally(leave);
  current = { widget, server };
  await check({ widget, server, session, engine, go });
  const said = await widget.said();
  const native = engine === "chromium" ? (await session.manage().logs().get("browser")).map(({ message }) => message) : [];
  const all = [...said, ...native];
  assert.deepEqual(all.filter((line) => !lines.some((pattern) => pattern.test(line))), [], "the console has lines that the test does not name");
  for (const pattern of lines) if (all.some((line) => pattern.test(line))) occurred.add(`${pattern}`);
};
