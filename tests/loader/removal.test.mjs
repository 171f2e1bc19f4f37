// Which names an item's pattern has, with the same answers as src/site/pattern.rs; and that a removal by pattern takes nothing else.

import assert from "node:assert/strict";
import { test } from "node:test";
import { matches, remove } from "../../www/loader/effects/removal.js";
import { fixture } from "./fixtures.mjs";

const sent = ({ name, match, parts }) => ({ name, ...(match === "prefix" ? { prefix: true } : match === "pattern" ? { parts } : {}) });

test("a name matches as the table says", () => {
  for (const row of fixture("names.json").rows) {
    for (const found of row.has) assert.equal(matches(sent(row), found), true, `${row.name} has ${found}`);
    for (const found of row.lacks) assert.equal(matches(sent(row), found), false, `${row.name} lacks ${found}`);
  }
});

/** Storage as a browser has it: its own keys are the items. */
const storage = (items) => Object.assign(Object.create({ removeItem(name) { delete this[name]; } }), items);

/** Removes the keys of a purpose that is off, where `cookies`, localStorage and sessionStorage have these names; gives what is left. */
const left = async (items, { cookies = [], local = [], session = [], databases = [] }, on = ["essential"]) => {
  const jar = new Set(cookies);
  const named = (names) => storage(Object.fromEntries(names.map((name) => [name, "1"])));
  const dbs = new Set(databases);
  Object.assign(globalThis, {
    location: { hostname: "shop.example", pathname: "/", protocol: "https:" },
    document: { get cookie() { return [...jar].map((name) => name + "=1").join("; "); }, set cookie(text) { jar.delete(text.split("=")[0]); } },
    localStorage: named(local), sessionStorage: named(session),
    indexedDB: {
      databases: async () => [...dbs].map((name) => ({ name })),
      deleteDatabase: (name) => { const request = {}; dbs.delete(name); queueMicrotask(() => request.onsuccess()); return request; },
    },
  });
  const said = await remove(items, ["a"], (key) => on.includes(key));
  return { cookies: [...jar], local: Object.keys(localStorage), session: Object.keys(sessionStorage), databases: [...dbs], ...said };
};
const pattern = (kind, parts, more) => ({ key: "a", title: `${kind} ${parts.join("*")}`, kind, name: parts.join("*"), parts, ...more });

test("in each store what a pattern matches goes, and nothing else", async () => {
  const names = ["my_token", "my_tokens", "token", "MY_TOKEN", "_token"];
  const kinds = { cookie: "cookies", localStorage: "local", sessionStorage: "session", indexedDB: "databases" };
  for (const [kind, list] of Object.entries(kinds)) {
    const result = await left([pattern(kind, ["", "_token"])], { [list]: names });
    assert.deepEqual(result[list], ["my_tokens", "token", "MY_TOKEN"], kind);
    assert.deepEqual(result.removed, [`${kind} *_token`]);
  }
});

test("what an essential item may have as well is spared, and so is what another purpose that is on uses", async () => {
  const essential = { key: "essential", kind: "localStorage", name: "app_", prefix: true };
  const other = { key: "b", kind: "localStorage", name: "*_b_token", parts: ["", "_b_token"] };
  const local = ["app_token", "my_token", "x_b_token"];
  const items = [pattern("localStorage", ["", "_token"]), essential, other];
  assert.deepEqual((await left(items, { local }, ["essential", "b"])).local, ["app_token", "x_b_token"]);
  assert.deepEqual((await left(items, { local })).local, ["app_token"]);
});

test("no pattern takes Courtesy's own keys, of this site or another on the origin", async () => {
  const local = ["courtesy:a", "courtesy:other_token", "courtesy-requests:x_token", "my_token"];
  assert.deepEqual((await left([pattern("localStorage", ["", "_token"]), pattern("localStorage", ["courtesy", "a"])], { local })).local, local.slice(0, 3));
});

test("a pattern of pieces is no regular expression, and long keys take no time", async () => {
  const long = "a".repeat(200_000);
  const started = performance.now();
  assert.equal(matches({ name: "", parts: ["a", "a", "a", "a", "b"] }, long), false);
  assert.ok(performance.now() - started < 1000);
  assert.deepEqual((await left([pattern("localStorage", ["", ".x"])], { local: ["axx", "a.x"] })).local, ["axx"]);
});
