// test(): a promise, held in every engine, on a page and a server of its own, with a console that says only what is named.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, describe, it } from "node:test";
import { engines, startEngine } from "./engines.mjs";
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

/** What a page is fetching when it is left fails, in WebKit with a line on the page that comes back. */
export const LEFT = /courtesy: (Load failed|Importing a module script failed)/;

/** Which form of the widget the pages get: built for their site, or the preview's generic one, with the site file named in its tag. */
const FORM = process.env.COURTESY_FORM ?? "built";
const TAG = /src="\/courtesy\/courtesy.js"(?![^>]*data-site)/g;
const GENERIC = 'src="/generic/courtesy.js" data-site="/courtesy/site.json"';

/** The pages, with the tag of that form, and the folders that it needs. */
const inForm = (pages) =>
  FORM === "built" ? { pages, folders: {} } : {
    pages: Object.fromEntries(Object.entries(pages).map(([path, html]) => [path, html.replace(TAG, GENERIC)])),
    folders: { "/generic/": folder("target/preview-built/") },
  };

/**
 * Holds a promise in every engine. `site` is served at /courtesy/, `pages` and the rest go to the server; `at` is opened first.
 * `console` names the lines that may be said, each as a pattern; any other fails the test. `made` makes the options when it is time,
 * also servers that stand `beside`, which are closed with the test.
 * `form: "built"` is for what only courtesy.js as built for a site can hold: what it fetches, by name, and Google's consent mode.
 */
const promises = [];
/** What has not ended by then never will: each step has a limit of its own. */
const HANGS = 180_000;
export const test = (name, { console: lines = [], ...options }, check) => promises.push({ name, lines, options, check });


/** Runs what was declared; every test file ends with it. Without `scripts` the pages' own do not run. */
export const run = ({ scripts = true } = {}) => {
  for (const engine of Object.keys(engines)) {
    describe(engine, () => {
      let started;
      before(async () => (started = await startEngine(engine, { scripts })));
      after(() => started?.end());
      for (const promise of promises.filter(({ options: { only, form = FORM } }) => (!only || only.includes(engine)) && form === FORM)) {
        it(promise.name, { timeout: HANGS }, () => hold(promise, engine, started.session));
      }
    });
  }
};

const hold = async ({ lines, options, check }, engine, session) => {
  const { site = "mazoon", pages = { "/": page() }, at = "/", size = [1280, 720], beside = [], ...rest } = options.made ? await options.made() : options;
  const formed = inForm(pages);
  const server = await serve({ ...rest, pages: formed.pages, folders: { ...formed.folders, "/courtesy/": siteFolder(site), ...rest.folders } });
  try {
    await session.manage().window().setRect({ width: size[0], height: size[1], x: 0, y: 0 });
    await session.manage().setTimeouts({ script: HANGS });
    if (engine === "chromium") await session.manage().logs().get("browser");
    const widget = new Widget(session);
    const go = (path) => session.get(server.origin + path);
    await go(at);
    await check({ widget, server, session, engine, go });
    const said = await widget.said();
    const native = engine === "chromium" ? (await session.manage().logs().get("browser")).map(({ message }) => message) : [];
    const unnamed = [...said, ...native].filter((line) => !lines.some((pattern) => pattern.test(line)));
    assert.deepEqual(unnamed, [], "the console says what the test does not name");
  } finally {
    await session.get("about:blank");
    await Promise.all([server, ...beside].map((each) => each.close()));
  }
};
