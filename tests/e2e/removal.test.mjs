// What was stored goes with a withdrawal as far as a script reaches, and no further; what stays is named.

import assert from "node:assert/strict";
import { RULES, SCRIPTS, UNFRAMED as plain, accepted, afterwards, answer, asks, garden, gatedPage } from "./gated.mjs";
import { run, settled, test } from "./suite.mjs";

const item = (kind, name, purpose, more = {}) => ({ kind, name, purpose, description: `${kind} ${name}.`, ...more });
const ITEMS = [
  item("cookie", "here", "analytics"), item("cookie", "_fig", "analytics", { match: "prefix" }), item("cookie", "deep", "analytics", { path: "/shop/cart" }),
  item("cookie", "hidden", "analytics"), { kind: "cookie", purpose: "analytics", description: "Some cookie." },
  item("local-storage", "counts", "analytics", { setBy: "counter" }), item("local-storage", "map.", "analytics", { match: "prefix", setBy: "maps" }),
  item("session-storage", "visit", "analytics"), item("indexed-db", "figures", "analytics"), item("indexed-db", "never-there", "analytics"),
  item("cookie", "film", "media"), item("local-storage", "films", "media"),
  item("cookie", "session", "essential"), item("local-storage", "basket", "essential"),
];
// Cookies know no ports: what a test leaves would be there for the next.
const inShop = (name, check) => test(name, shop(), async (visit) => {
  await check(visit).finally(() => visit.session.manage().deleteAllCookies());
});
const shop = () => ({
  made: () => ({ folders: { "/courtesy/": garden({ items: ITEMS }) }, scripts: SCRIPTS, at: "/shop/cart/item",
    pages: { "/shop/cart/item": gatedPage(plain), "/": gatedPage(plain) },
    rules: { ...RULES, "/set-hidden": { status: 204, headers: { "set-cookie": "hidden=1; Path=/; HttpOnly" } } } }),
});

inShop("what was declared goes, from every path and store; what no script reaches is named; what is needed stays", async ({ widget }) => {
  await accepted(widget);
  await widget.run(`document.cookie = "here=1"; document.cookie = "here=1; path=/"; document.cookie = "_fig1=1; path=/shop"; document.cookie = "_fig2=1; path=/shop/"; document.cookie = "deep=1; path=/shop/cart";
    document.cookie = "film=1; path=/"; document.cookie = "session=1; path=/"; document.cookie = "figure=1; path=/"; document.cookie = "theirs=1; path=/";
    Object.assign(localStorage, { counts: 1, "map.one": 1, "map.two": 1, mapped: 1, films: 1, basket: 1 }); sessionStorage.visit = 1; sessionStorage.other = 1;
    const open = (name) => new Promise((done) => { const request = indexedDB.open(name); request.onsuccess = () => (request.result.close(), done()); });
    return Promise.all([fetch("/set-hidden"), open("figures"), open("theirs")]).then(() => true)`);
  await widget.run("return courtesy.withdraw('analytics').then(() => true)");
  const { said } = await afterwards(widget);
  const left = await widget.storage();
  assert.deepEqual(left.cookie.split("; ").sort(), ["figure=1", "film=1", "session=1", "theirs=1"]);
  assert.deepEqual(Object.keys(left).filter((key) => key !== "cookie").sort(), ["localStorage.basket", "localStorage.courtesy", "localStorage.films", "localStorage.mapped", "sessionStorage.other"]);
  if (await widget.run("return !!indexedDB.databases")) assert.deepEqual(await widget.run("return indexedDB.databases().then((all) => all.map(({ name }) => name))"), ["theirs"]);
  const [off, removed, stays] = said;
  assert.equal(off, "Turned off: Figures.");
  for (const name of ["here, cookie", "_fig…, cookie", "deep, cookie", "counts, local storage", "map.…, local storage", "visit, session storage", "figures, database"]) assert.ok(removed.includes(name), `${name}: ${removed}`);
  for (const name of ["film", "basket", "session.", "never-there"]) assert.ok(!removed.includes(name) || name === "session.", `${name}: ${removed}`);
  for (const name of ["hidden, cookie", "Some cookie."]) assert.ok(stays.includes(name), stays);
  assert.ok(!stays.includes("film") && !stays.includes("here, cookie"), stays);
  await widget.run("return courtesy.withdraw('media').then(() => true)");
  await widget.until("the film goes too", "return !document.cookie.includes('film=') && !('films' in localStorage)");
});

const PATTERNS = [
  item("cookie", "*_set", "analytics", { match: "pattern" }), item("local-storage", "amp_*_test", "analytics", { match: "pattern" }),
  item("session-storage", "*_token", "analytics", { match: "pattern" }), item("indexed-db", "db-*-v1", "analytics", { match: "pattern" }),
  item("cookie", "user_", "essential", { match: "prefix" }), item("session-storage", "csrf", "essential"),
];
test("a name that changes before its end goes from each store, and what is essential or looks alike stays", { made: () => ({
  ...shop().made(), folders: { "/courtesy/": garden({ items: PATTERNS }) } }) }, async ({ widget, session }) => {
  await accepted(widget);
  await widget.run(`for (const name of ["8_set", "user_set", "my_Set", "a_sets"]) document.cookie = name + "=1; path=/";
    Object.assign(localStorage, { amp_1_test: 1, amp_test: 1 }); Object.assign(sessionStorage, { my_token: 1, csrf: 1, token: 1 });
    const open = (name) => new Promise((done) => { const request = indexedDB.open(name); request.onsuccess = () => (request.result.close(), done()); });
    return Promise.all([open("db-7-v1"), open("db-7-v2")]).then(() => true)`);
  await widget.run("return courtesy.withdraw('analytics').then(() => true)");
  await afterwards(widget);
  const left = await widget.storage();
  assert.deepEqual(left.cookie.split("; ").sort(), ["a_sets", "my_Set", "user_set"].map((name) => name + "=1"));
  assert.deepEqual(Object.keys(left).filter((key) => key !== "cookie").sort(), ["localStorage.amp_test", "localStorage.courtesy", "sessionStorage.csrf", "sessionStorage.token"]);
  if (await widget.run("return !!indexedDB.databases")) assert.deepEqual(await widget.run("return indexedDB.databases().then((all) => all.map(({ name }) => name))"), ["db-7-v2"]);
  await session.manage().deleteAllCookies();
});

inShop("a service's own things go with it, and not another's", async ({ widget }) => {
  await accepted(widget);
  await widget.run(`Object.assign(localStorage, { counts: 1, "map.one": 1, basket: 1 }); document.cookie = "here=1; path=/"`);
  await widget.run("return courtesy.withdraw('analytics/maps').then(() => true)");
  await afterwards(widget);
  assert.deepEqual(Object.keys(await widget.run("return { ...localStorage }")).sort(), ["basket", "counts", "courtesy:garden"]);
});

inShop("a refusal removes nothing and says no more than that it is saved", async ({ widget }) => {
  await asks(widget);
  await widget.run("localStorage.counts = 1");
  await answer(widget, "refuse");
  await settled();
  assert.deepEqual([await widget.visible(".afterwards"), await widget.run("return localStorage.counts")], [false, "1"]);
});

inShop("what cannot be removed, because the browser refuses, is named and stops nothing", async ({ widget }) => {
  await accepted(widget);
  await widget.run(`localStorage.counts = 1; sessionStorage.visit = 1;
    Object.defineProperty(window, "sessionStorage", { get() { throw new DOMException("blocked", "SecurityError"); } });
    const open = indexedDB.open("figures"); return new Promise((done) => open.onsuccess = () => { window.held = open.result; done(true); })`);
  await widget.run("return courtesy.withdraw().then(() => true)");
  const { said } = await afterwards(widget);
  const stays = said.at(-2);
  for (const name of ["visit, session storage", "figures, database"]) assert.ok(stays.includes(name), said.join(" | "));
  assert.ok(!("counts" in (await widget.run("return { ...localStorage }"))));
});

run();
