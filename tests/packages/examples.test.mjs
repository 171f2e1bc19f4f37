// The examples, installed from the packed tarball, built by their own scripts, and visited.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, test } from "../e2e/suite.mjs";
import { installed, run as runs, served, serving } from "./installed.mjs";
import { answers, arrives, reads, widgets } from "./visit.mjs";

const DEVTOOLS = /Download the React DevTools/;
const ICON = /favicon\.ico/; // which the pages of the policy do not name

/** Makes something once, when the first test asks for it. */
const once = (make) => {
  let made;
  return () => (made ??= make());
};

const plain = once(() => {
  const place = installed("plain");
  runs(place, "npm", "run", "build");
  return { folders: served(join(place, "public/")), pages: {} };
});

test("plain: one tag on an ordinary server shows, tells, is dismissed and remembers", { made: plain, only: ["chromium", "firefox"] },
  async (visit) => {
    const address = visit.server.origin + "/";
    await arrives(visit, address);
    await reads(visit, address, "details");
    await answers(visit, "dismiss");
    await visit.widget.run("document.querySelector('[data-courtesy]').click()");
    await visit.widget.shows("dialog[open]");
  });

const vite = once(() => {
  const place = installed("vite-react");
  assert.doesNotMatch(runs(place, "npm", "run", "build").stderr, /warn|courtesy/i, "Vite has nothing to say of it");
  return { folders: served(join(place, "dist/")), pages: {} };
});

const counted = ({ widget }, expected) =>
  widget.until(`the app says “${expected}”`, "return document.getElementById('counted').textContent === arguments[0]", expected);

test("vite-react: built, one import asks, remembers, opens the gate, removes, and tells React what counts", { made: vite },
  async (visit) => {
    const { widget, server } = visit;
    const address = server.origin + "/";
    await arrives(visit, address);
    const fetched = new Set(server.log.filter((path) => path.startsWith("/courtesy/")));
    assert.deepEqual([...fetched], ["/courtesy/site.json"], "the notice needs the site file and nothing else");
    await reads(visit, address, "choices");
    await counted(visit, "This visit is not counted.");
    assert.equal((await widget.storage()).cookie, undefined);
    await answers(visit, "accept-all");
    await counted(visit, "This visit is counted.");
    await widget.until("the gate has opened", "return document.cookie === 'visit=1'");
    assert.equal((await widget.storage()).cookie, "visit=1", "the gate has opened");
    await widget.run("return courtesy.withdraw()");
    await counted(visit, "This visit is not counted.");
    await widget.until("what was declared is removed", "return document.cookie === ''");
    await widget.run("document.querySelector('[data-courtesy]').click()");
    await widget.shows("dialog[open]");
  });

const dev = once(async () => {
  const place = installed("vite-react", "vite-react-dev");
  runs(place, "npm", "run", "courtesy");
  return { address: (await serving(place, "npx", "vite", "--port", "0", "--strictPort", "false", "--host", "127.0.0.1")).origin + "/" };
});

test("vite-react: Vite's dev server serves the same, with StrictMode starting it twice",
  { only: ["chromium"], pages: { "/": "" }, console: [DEVTOOLS, ICON, /\[vite\] connect/] },
  async (visit) => {
    const { address } = await dev();
    await arrives(visit, address);
    await reads(visit, address, "choices");
    await answers(visit, "reject-all");
    await counted(visit, "This visit is not counted.");
  });

/** The server-rendered example; without `isMinified` with React's warnings. `changes` are made in its files before it is built. */
const rendered = async (name, isMinified, changes = {}) => {
  const place = installed("server-rendered", name);
  for (const [file, change] of Object.entries(changes)) writeFileSync(join(place, file), change(readFileSync(join(place, file), "utf8")));
  runs(place, "npm", "run", "build");
  if (!isMinified) runs(place, "npm", "run", "client");
  return (await serving(place, "npm", "start")).origin + "/";
};

/** Hydration begins when the test says so. */
const late = (client) => {
  const changed = 'import { start } from "courtesy";\n' + client.replace("hydrateRoot(document", "start({ audit: false });\nwindow.hydrate = () => hydrateRoot(document");
  assert.match(changed, /hydrate = /);
  return changed;
};

for (const [what, name, isMinified, changes] of [
  ["released", "server-rendered", true, {}],
  ["with React's warnings", "server-rendered-warned", false, {}],
  ["hydrated when the notice is there already", "server-rendered-late", false, { "client.jsx": late }],
]) {
  const address = once(() => rendered(name, isMinified, changes));
  test(`server-rendered, ${what}: hydrating the whole document warns of nothing and keeps one notice`,
    { only: ["chromium"], pages: { "/": "" }, console: [ICON, ...(isMinified ? [] : [DEVTOOLS])] },
    async (visit) => {
      const { widget, session } = visit;
      const html = await (await fetch(await address())).text();
      assert.match(html, /Fennmoor Radio/, "the server has rendered it");
      await arrives(visit, await address());
      await widget.run("window.hydrate?.()");
      const play = await session.findElement({ id: "play" });
      await widget.until("React answers", "arguments[0].click(); return /^Played/.test(arguments[0].textContent)", play);
      assert.equal(await widgets(widget), 1);
      await widget.noticeShows();
      assert.equal(await widget.run("return document.body.lastElementChild?.localName"), "courtesy-host");
      await reads(visit, await address(), "choices");
      await answers(visit, "reject-all");
    });
}

run();
