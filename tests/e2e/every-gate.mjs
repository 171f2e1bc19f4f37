// A page with every kind of gate for one purpose: each notes that it ran and stores something under its name, and the server sees what it fetches.

import assert from "node:assert/strict";
import { RULES, SCRIPTS, accepted, at, gatedPage } from "./gated.mjs";
import { settled } from "./suite.mjs";

/** Notes that it ran, and stores what the site declares for films. */
export const leaves = (name) => `ran.push("${name}"); localStorage["reel-${name}"] = "1"; document.cookie = "reel-${name}=1; path=/";`;

export const ITEMS = [
  { kind: "local-storage", name: "reel", match: "prefix", purpose: "media", setBy: "films", description: "Where you stopped a film." },
  { kind: "cookie", name: "reel", match: "prefix", purpose: "media", setBy: "films", description: "Where you stopped a film." },
  { kind: "cookie", name: "table", purpose: "essential", description: "Keeps your table." },
];

/** Firefox fetches ahead the pictures of every template (gates.test.mjs): what is counted leaves this one out. */
const AHEAD = "/every/picture.svg";

export const EVERY = `<div class="every">
  <script type="text/plain" data-purpose="media">${leaves("inline")}</script>
  <script type="text/plain" data-purpose="media" src="/every/src.js"></script>
  <script type="text/plain" data-purpose="media" data-src="/every/data-src.js"></script>
  <script type="text/plain" data-purpose="media" data-courtesy-src="/every/courtesy-src.js"></script>
  <script type="text/plain" data-purpose="media" data-type="module">import "/every/imported.js"; ${leaves("module")}</script>
  <template data-purpose="media"><p class="within">Within.</p><script>${leaves("template")}</script><script type="text/plain" src="/every/within.js"></script>
    <iframe src="/every/film.html" title="Film within"></iframe><img src="${AHEAD}" alt=""></template>
  <iframe data-purpose="media" data-src="/every/film.html" title="Film" width="300" height="150"></iframe>
  <iframe data-purpose="media" data-courtesy-src="/every/film.html" title="Film" width="300" height="150"></iframe>
</div>`;

/** What a yes has run of it. */
export const ALL = ["inline", "src", "data-src", "courtesy-src", "module", "template", "within"].sort();

/** The options of a test at a page with all of it, the same at /later, and an empty page of the site at /elsewhere. */
export const everyGate = ({ body = EVERY, more = {}, head = "", server = {}, ...rest } = {}) => {
  const settings = { items: ITEMS, ...more };
  return at(body, {
    more: settings, head, ...rest, pages: { "/later": gatedPage(body, head), "/elsewhere": gatedPage(""), ...rest.pages },
    server: {
      ...server,
      scripts: { ...SCRIPTS, "/every/imported.js": "export {};", ...Object.fromEntries(["src", "data-src", "courtesy-src", "within"].map((name) => [`/every/${name}.js`, leaves(name)])) },
      rules: { ...server.rules, [AHEAD]: RULES["/gated/picture.svg"], "/every/film.html": { status: 200, headers: { "content-type": "text/html" }, body: "<!doctype html><title>Film</title><script>localStorage['reel-film'] = 1</script>" } },
    },
  });
};

/** What was requested for of it. */
export const requested = ({ log }) => log.filter((path) => path.startsWith("/every/") && path !== AHEAD);

/** Waits until the frames show their films. */
export const shown = (widget) => widget.until("the frames have loaded", `const all = [...document.querySelectorAll(".every iframe")];
  return all.length >= 3 && all.every((frame) => (frame.scrollIntoView(), frame.contentDocument?.title === "Film" && frame.contentDocument.readyState === "complete"))`);

/** Waits until every gate of the page is open. */
export const open = async (widget) => {
  await widget.until("every gate has run", "return window.ran && [...new Set(ran)].sort().join() === arguments[0]", ALL.join());
  await shown(widget);
};

/** A yes, and all of it open. */
export const openedByYes = async (widget) => {
  await accepted(widget);
  await open(widget);
};

/** What of films is on the page or the device. */
export const remains = (widget) => widget.run(`
  return [...[...document.querySelectorAll("iframe")].filter((frame) => frame.getAttribute("src") || frame.contentDocument?.title === "Film").map(({ outerHTML }) => outerHTML),
    ...[...document.querySelectorAll(".within, .every img")].map(({ outerHTML }) => outerHTML),
    ...Object.keys(localStorage).filter((name) => name.startsWith("reel")), ...document.cookie.split("; ").filter((pair) => pair.startsWith("reel"))]`);

/** From an act on, nothing of films runs or is fetched, and nothing stays on the page or the device. */
export const nothing = async ({ widget, server }, when, act = () => {}) => {
  await widget.run("ran.length = 0");
  server.log.length = 0;
  await act();
  let left;
  for (let tries = 0; tries < 600 && (left = await remains(widget))[0]; tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  await settled();
  assert.deepEqual([await widget.run("return ran"), requested(server), await remains(widget)], [[], [], []], when);
};

/** Nor at the next page views. */
export const nothingLater = async (visit, paths = ["/later", "/", "/later"]) => {
  const { widget, server, go } = visit;
  for (const path of paths) {
    widget.saidBefore = await widget.said();
    server.log.length = 0;
    await go(path);
    await widget.until("it is ready", "return window.courtesy?.ready.then(() => true)");
    await settled();
    assert.deepEqual([await widget.run("return ran"), requested(server), await remains(widget)], [[], [], []], `at ${path}, afterwards`);
  }
};

/** Whether nothing is on. */
export const isOff = (widget) => widget.until("it is off", "return !courtesy.allows('media') && !courtesy.allows('media/films')");
