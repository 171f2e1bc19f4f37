// start() where it is bundled otherwise, called otherwise, or given files that do not fit: webpack, a tag beside it, another version.

import assert from "node:assert/strict";
import { cpSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import webpack from "webpack";
import { page, run, test } from "../e2e/suite.mjs";
import { installed, run as runs, served } from "./installed.mjs";
import { answers, arrives, reads, widgets } from "./visit.mjs";

const require = createRequire(import.meta.url);

/** Bundles an entry of an example; gives the folder of what came of it. Only JSX is explained to webpack. */
const bundled = async (place, entry, name) => {
  const out = join(place, name);
  const stats = await new Promise((resolve, reject) =>
    webpack({
      context: place,
      entry,
      mode: "production",
      output: { path: out, filename: "main.js" },
      performance: false,
      optimization: { minimize: false },
      module: { rules: [{ test: /\.jsx$/, loader: require.resolve("esbuild-loader"), options: { jsx: "automatic", loader: "jsx" } }] },
    }, (error, found) => (error ? reject(error) : resolve(found))));
  const { errors, warnings } = stats.toJson();
  assert.deepEqual([...errors, ...warnings].map(({ message }) => message), []);
  cpSync(join(place, "public"), out, { recursive: true });
  return out + "/";
};

let prepared;
/** The Vite example's own source, and an entry that only hands start() over to the test, each bundled by webpack. */
const prepare = () => (prepared ??= (async () => {
  const place = installed("vite-react", "webpack");
  runs(place, "npm", "run", "courtesy");
  writeFileSync(join(place, "handed.js"), 'import { start } from "courtesy";\nwindow.start = start;\n');
  return { app: await bundled(place, "./src/main.jsx", "app"), handed: await bundled(place, "./handed.js", "handed"), built: join(place, "public/courtesy/") };
})());

const appPage = page({ tag: '<script defer src="/main.js"></script>', body: '<div id="root"></div>' });
const handedPage = (before = "") => page({ tag: `${before}<script defer src="/main.js"></script>` });

test("webpack bundles the Vite example's source without a warning, and it works",
  { only: ["chromium"], made: async () => ({ folders: served((await prepare()).app), pages: { "/": appPage } }) },
  async (visit) => {
    const address = visit.server.origin + "/";
    await arrives(visit, address);
    await reads(visit, address, "choices");
    await answers(visit, "accept-all");
    await visit.widget.until("React knows", "return document.getElementById('counted').textContent === 'This visit is counted.'");
  });

const handed = (before, more = {}) => async () => ({ folders: served((await prepare()).handed), pages: { "/": handedPage(before) }, ...more });

test("start() twice is one widget, and both calls give the same", { only: ["chromium"], made: handed() }, async ({ widget }) => {
  assert.equal(await widget.run("return typeof window.courtesy"), "undefined", "importing starts nothing");
  assert.equal(await widget.run("return Promise.all([start(), start({ theme: 'dark' })]).then(([one, two]) => one === two && one === window.courtesy)"), true);
  await widget.noticeShows();
  assert.equal(await widgets(widget), 1);
  assert.equal(await widget.run("return document.querySelector('courtesy-host').dataset.theme"), "auto");
});

test("start() joins a script tag, and fetches nothing more", { only: ["chromium"], made: handed('<script src="/courtesy/courtesy.js"></script>') },
  async ({ widget, server }) => {
    await widget.noticeShows();
    assert.equal(await widget.run("return start().then((courtesy) => courtesy === window.courtesy)"), true);
    assert.equal(await widgets(widget), 1);
    assert.equal(server.log.includes("/courtesy/site.json"), false);
  });

test("the options are those of the tag, and the files may stand anywhere",
  { only: ["chromium"], made: async () => ({ ...(await handed()()), folders: { "/elsewhere/": (await prepare()).built, "/": (await prepare()).handed } }) },
  async ({ widget, server }) => {
    await widget.run("return start({ site: new URL('/elsewhere/site.json', location), theme: 'dark', jurisdiction: 'uk' }).then(() => true)");
    await widget.noticeShows();
    assert.equal(await widget.run("return document.querySelector('courtesy-host').dataset.theme"), "dark");
    await widget.openDetails('.notice [data-act="choices"]');
    assert.deepEqual(server.log.filter((path) => path.startsWith("/courtesy/")), []);
  });

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

test("a strict Content-Security-Policy that demands Trusted Types and forbids all policies is kept",
  { only: ["chromium"], made: handed("", { headers: { "content-security-policy": STRICT } }) },
  async ({ widget }) => {
    await widget.run("start()");
    await widget.noticeShows();
    await widget.openDetails('.notice [data-act="choices"]');
  });

const NETWORK = /Failed to load resource/;
const gate = '<script type="text/plain" data-purpose="analytics">window.ran = true</script>';

/** What `start()` gave and the console said where nothing could start. */
const unharmed = async ({ widget }, line) => {
  assert.equal(await widget.run("return start().then((courtesy) => courtesy === undefined)"), true);
  assert.equal(await widgets(widget), 0);
  assert.equal(await widget.run("return window.ran === undefined"), true);
  const said = (await widget.said()).filter((text) => text.includes("courtesy: "));
  assert.equal(said.length, 1);
  assert.match(said[0], line);
};

for (const [what, rule, line] of [
  ["files of another version", (site) => ({ status: 200, body: JSON.stringify({ ...site, courtesy: "0.0.1" }) }), /site\.json is of Courtesy 0\.0\.1, and this is .*; run courtesy build again/],
  ["no files, on a server that answers all with its page", () => ({ status: 200, body: "<!doctype html>" }), /site\.json is not ready for visitors; run courtesy build/],
  ["no files", () => ({ status: 404 }), /site\.json answered 404; courtesy build SITE\.json --out DIR writes this file/],
]) {
  test(`with ${what} nothing starts, the page is unharmed, nothing optional runs, and one line says what to do`,
    { only: ["chromium"], console: [NETWORK, /courtesy: /], made: async () => {
      const site = JSON.parse(readFileSync(join((await prepare()).built, "site.json"), "utf8"));
      return handed(gate, { rules: { "/courtesy/site.json": rule(site) } })();
    } },
    (visit) => unharmed(visit, line));
}

test("with an address that is none nothing starts, and one line says what is needed", { only: ["chromium"], console: [/courtesy: /], made: handed() },
  async ({ widget }) => {
    assert.equal(await widget.run("return start({ site: 'http://' }).then((courtesy) => courtesy === undefined)"), true);
    assert.match((await widget.said()).join(), /courtesy: start\(\) needs the address of a site\.json, such as "\/courtesy\/site\.json", and "http:\/\/" is none/);
    // Nothing is in the way of a better one.
    assert.equal(await widget.run("return start().then((courtesy) => courtesy === window.courtesy)"), true);
  });

test("a second half that is not there leaves the notice and the answers, and the policy page instead of the details",
  { only: ["chromium"], console: [NETWORK, /courtesy: /], made: handed(gate, { rules: { "/courtesy/later-": { status: 404 } } }) },
  async ({ widget, session }) => {
    await widget.run("addEventListener('pagehide', () => sessionStorage.said = JSON.stringify(said)); start()");
    await widget.click('.notice [data-act="choices"]');
    await session.wait(async () => (await session.getCurrentUrl()).includes("/courtesy/privacy.html"), 20_000);
    const said = await widget.run("return JSON.parse(sessionStorage.said)");
    assert.match(said.join(), /courtesy: what this package fetches is not beside the site file; run npx courtesy build again, of this package's version/);
    assert.equal(await widget.run('return Object.keys(localStorage).some((key) => key.startsWith("courtesy:"))'), false);
  });

test("a bundle holds the package once, and no wasm", { only: ["chromium"], made: handed() }, async () => {
  const { handed: out } = await prepare();
  const made = readdirSync(out).filter((name) => name !== "courtesy");
  assert.deepEqual(made, ["main.js"]);
  assert.equal(readFileSync(join(out, "main.js"), "utf8").split(`createElement("courtesy-host")`).length, 2);
});

run();
