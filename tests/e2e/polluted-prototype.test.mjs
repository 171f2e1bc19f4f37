// A page whose old scripts let an address add to Object.prototype: whatever name the loader reads, and whatever stands there, nothing is
// granted, run, fetched from elsewhere or sent without a yes.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { EACH, GARDEN, NOTICE, asks, at, fetched } from "./gated.mjs";
import { COUNTING } from "./optional.mjs";
import { folder, run, settled, test } from "./suite.mjs";

const KEYS = ["analytics", "analytics/counter", "analytics/maps", "media", "media/films", "counting"];
/** What the language itself reads of every object: with these no page runs, with or without the widget. */
const LANGUAGE = ["get", "set", "value", "writable", "enumerable", "configurable", "then", "toJSON", "prototype"];

/** Every word of the loader's files, and every name that a site's facts have. */
const words = () => {
  const sources = readdirSync(folder("www/loader"), { recursive: true }).filter((name) => name.endsWith(".js")).map((name) => readFileSync(folder("www/loader/" + name), "utf8"));
  const text = sources.join("\n").replaceAll(/\/\*[^]*?\*\/|(?<=^|\s)\/\/.*/g, "");
  const all = new Set([...text.matchAll(/[A-Za-z_$][\w$-]*/g)].map(([word]) => word.replace(/-+$/, "")));
  return [...all, ...KEYS, "site", "0", "1"].filter((name) => !(name in {}) && !LANGUAGE.includes(name));
};

// What the address asks for, before anything of the widget.
const HEAD = `<script>{
  const { names = [], value, isWatched } = JSON.parse(decodeURIComponent(location.hash.slice(1)) || "{}");
  const real = { granter: () => "granted", nothing: null };
  window.read = new Set();
  for (const name of names) {
    if (!isWatched) Object.prototype[name] = typeof value === "string" && value in real ? real[value] : value;
    else Object.defineProperty(Object.prototype, name, { configurable: true,
      get() { read.add(name); },
      set(value) { Object.defineProperty(this, name, { __proto__: null, value, writable: true, enumerable: true, configurable: true }); } });
  }
}</script>`;
const GATES = EACH("media") + ["analytics", "counting"].map((key) => `<script type="text/plain" data-purpose="${key}">ran.push("${key}")</script>`).join("");
const visit = (more) => at(GATES, { head: HEAD, more: { purposes: [...GARDEN.purposes, COUNTING] }, pages: { "/outside": "<!doctype html><html lang=en><head><title>Outside</title></head><body></body></html>" },
  test: { console: [/(?:)/] }, ...more });

/** Loads the page in frames, sixteen at a time, each with one addition; gives what was on and what ran in each. */
const loads = (widget, cases) => widget.session.executeAsyncScript(`
  const [cases, keys, done] = arguments;
  const one = (each) => new Promise((over) => {
    const frame = document.createElement("iframe");
    frame.src = "/#" + encodeURIComponent(JSON.stringify(each));
    const end = () => {
      const { courtesy, ran, read } = frame.contentWindow;
      const on = Object.hasOwn(frame.contentWindow, "courtesy") ? keys.filter((key) => courtesy.allows(key)) : [];
      const found = [...(ran ?? []), ...on];
      over({ found, each: JSON.stringify(each), read: [...(read ?? [])], isThere: !!frame.contentDocument.querySelector("courtesy-host") });
      frame.remove();
    };
    frame.onload = () => Promise.race([Promise.resolve(frame.contentWindow.courtesy?.ready), new Promise((late) => setTimeout(late, 600))]).then(() => setTimeout(end, 120), end);
    document.body.append(frame);
  });
  (async () => {
    const all = [];
    for (let place = 0; place < cases.length; place += 16) all.push(...await Promise.all(cases.slice(place, place + 16).map(one)));
    done(all);
  })();`, cases, KEYS);

const values = ["granted", "not_required", "uk", "consent", true, 1, KEYS, { en: "/evil/site.json", "0": "granted", media: "granted" }, "/evil/site.json", "javascript:parent.evil=1", "granter", "nothing"];

for (const [what, answers, value] of [
  ...values.map((value) => [`${JSON.stringify(value)}, at a first visit`, false, value]),
  ...values.slice(0, 8).filter((value) => value !== 1).map((value) => [`${JSON.stringify(value)}, with a record that answers one key only`, true, value]),
]) {
  // A language reads objects the same in every engine, and Firefox needs minutes for so many pages: it has all names at once, below.
  test(`each name that the loader reads, ${what}: nothing is on, runs, is fetched or sent`, { ...visit(), only: ["chromium"] }, async ({ widget, server, session, go }) => {
    await asks(widget);
    if (answers) await widget.run("return courtesy.decide({ 'analytics/counter': false }).then(() => true)");
    await go("/outside");
    const all = words();
    const watched = await loads(widget, [{ names: all, isWatched: true }]);
    const names = watched[0].read;
    assert.ok(all.length > 600, `${all.length} words`);
    server.log.length = 0;
    const results = await loads(widget, names.map((name) => ({ names: [name], value })));
    assert.deepEqual(results.filter(({ found }) => found.length).map(({ each, found }) => [each, found]), []);
    assert.deepEqual([fetched(server), server.log.filter((path) => path.startsWith("/evil")), server.posts], [[], [], []]);
    assert.ok(results.filter(({ isThere }) => isThere).length > results.length / 2, "most have their notice");
  });
}

test("all that the loader reads at once: nothing is on, runs, is fetched or sent", visit(), async ({ widget, server, session, go }) => {
  await asks(widget);
  await go("/outside");
  const all = words();
  server.log.length = 0;
  const third = Math.ceil(all.length / 3);
  const parts = [0, 1, 2].map((place) => all.slice(place * third, (place + 1) * third));
  const results = await loads(widget, values.flatMap((value) => [all, ...parts].map((names) => ({ names, value }))));
  assert.deepEqual(results.filter(({ found }) => found.length).map(({ each, found }) => [each.slice(-60), found]), []);
  assert.deepEqual([fetched(server), server.log.filter((path) => path.startsWith("/evil")), server.posts], [[], [], []]);
});

test("the script reads no name that only a build would define: of a page, anybody could define it", {}, async ({ widget }) => {
  const script = await widget.run("return fetch(document.querySelector('script[src]').src).then((answer) => answer.text())");
  assert.deepEqual(script.match(/(?<![\w$])__[A-Z_]+__/g), null);
});

// Names that do something together.
const together = {
  "own and choices": { own: ["choices", "details", "policy"], choices: "javascript:window.evil=1" },
  "pages": { pages: { choices: "javascript:window.evil=1", storage: "javascript:window.evil=1" }, choices: "javascript:window.evil=1" },
  "records and endpoint": { records: true, endpoint: "/evil/records" },
  "others": { others: { en: "/evil/site.json", de: "/evil/site.json" } },
  "site and later": { site: "/evil/site.json", later: "/evil/later.json", files: { choices: "/evil/choices.json" } },
  "base": { base: "/evil/", script: "/evil/app.js", wasm: "/evil/app.wasm", styles: "/evil/app.css" },
  "uk and jurisdiction": { uk: ["media", "analytics", "counting"], jurisdiction: "uk" },
  "exempt": { exempt: ["media", "analytics", "counting"] },
  "nonce and src": { nonce: "evil", src: "/evil/one.js", href: "javascript:window.evil=1" },
  "an id and what was sent": { id: "evil", sent: "2026-01-01T00:00:00Z", credentials: "include" },
};
for (const [what, added] of Object.entries(together)) {
  const head = `<script>Object.assign(Object.prototype, ${JSON.stringify(added)}); const undo = () => { for (const name of ${JSON.stringify(Object.keys(added))}) delete Object.prototype[name] };</script>`;
  test(`${what} on every object: “Choose” and “Reject all” lead nowhere else`, { ...visit({ head, tag: '<script src="/courtesy/courtesy.js"></script>' }) }, async ({ widget, server }) => {
    // Without the driver's help, which would read the same names.
    await settled();
    await widget.run(`const press = (selector) => document.querySelector("courtesy-host")?.shadowRoot.querySelector(selector)?.click();
      press(arguments[0]); setTimeout(() => press(arguments[1]), 700)`, NOTICE.choices, NOTICE.refuse);
    await settled(1_500);
    await widget.run("window.undo?.()");
    assert.deepEqual([await widget.run("return [window.evil ?? 0, window.ran ?? []]"), fetched(server), server.log.filter((path) => path.includes("evil")), server.posts], [[0, []], [], [], []]);
  });
}

run();
