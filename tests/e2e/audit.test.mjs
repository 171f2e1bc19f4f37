// On a loopback address, and where the tag has data-audit, the console names what a page stores without a yes, and what the site file
// does not declare; elsewhere nothing of this is fetched.

import assert from "node:assert/strict";
import { answer, asks, garden, gatedPage } from "./gated.mjs";
import { linked, snippets, under } from "./served.mjs";
import { run, settled, siteFolder, test } from "./suite.mjs";

const item = (kind, name, purpose, more = {}) => ({ kind, name, purpose, description: `${kind} ${name}.`, ...more });
const ITEMS = [
  item("cookie", "_pa", "analytics"), item("cookie", "session", "essential"),
  item("local-storage", "film", "media"), item("local-storage", "basket", "essential"),
  item("session-storage", "map.", "analytics", { match: "prefix", setBy: "maps" }), item("indexed-db", "db-*-v1", "analytics", { match: "pattern" }),
];

/** What the page stores as it is read: something of each kind and of each sort. */
const STORE = `
  document.cookie = "_pa=1; path=/"; document.cookie = "session=1; path=/"; document.cookie = "theirs=1; path=/";
  Object.assign(localStorage, { film: 1, basket: 1, "courtesy:neighbour": "{}" }); sessionStorage["map.zoom"] = 1;`;
/** Databases, each opened and closed; the page says when they exist. */
const DATABASES = `
  for (const name of ["db-7-v1", "unknown"]) { const request = indexedDB.open(name); request.onsuccess = () => (request.result.close(), window.stored = (window.stored ?? 0) + 1); }`;

const UNGATED = /courtesy: stored without a yes: /;
const UNDECLARED = /courtesy: stored, but not in the site file: /;

/** The options of a test at a page that runs this as it is read. Cookies know no ports, so they end with the test. */
const visit = (script, { body = "", attributes = "", head = "", pages = {}, ...more } = {}) => ({
  made: () => ({
    folders: { "/courtesy/": garden({ items: ITEMS }) },
    pages: { "/": gatedPage(`${body}<script nonce="right">${script}</script>`, head, `<script async src="/courtesy/courtesy.js" nonce="right" ${attributes}></script>`), ...pages },
    scripts: { "/ran.js": "window.ran = [];" },
    audits: true,
    ...more,
  }),
});
const audited = (name, options, check) => {
  const { console: lines = [], ...more } = options;
  test(name, { ...more, console: lines }, (given) => check(given).finally(() => given.session.manage().deleteAllCookies()));
};

/** The lines of the audit, in the order of the console. */
const lines = async (widget) => (await widget.said()).filter((line) => line.includes("courtesy: stored")).map((line) => line.replace("courtesy: ", ""));
const reported = (widget, count) =>
  widget.until(`${count} lines`, "return said.filter((line) => line.includes('courtesy: stored')).length === arguments[0]", count);
/** Longer than the audit waits for an idle page, and after a decision. */
const WAITS = 6000;

const OFF = 'data-audit="off" turns this check off';
const undeclared = (...names) => `warn: stored, but not in the site file: ${names.join(", ")}. Declare it under "items", or remove what stores it. ${OFF}`;
const ungated = (names, ...gates) => `warn: stored without a yes: ${names.join(", ")}. Put what stores it behind a gate: ${gates.join(", ")}`;

const FINDINGS = [
  ungated(['cookie "_pa"', 'local-storage "film"', 'session-storage "map.zoom"'], 'data-purpose="analytics"', 'data-purpose="media"', 'data-purpose="analytics" data-service="maps"'),
  undeclared('cookie "theirs"'),
];

audited("two lines name what is stored without a yes, and what is not declared; what is needed and what is the widget's is in none",
  { ...visit(STORE), console: [UNGATED, UNDECLARED] }, async ({ widget }) => {
    await asks(widget);
    await reported(widget, 2);
    assert.deepEqual(await lines(widget), FINDINGS);
    assert.match((await widget.storage()).cookie, /_pa=1/, "nothing is removed");
  });

audited("databases are named where the browser lists them",
  { ...visit(DATABASES), console: [UNGATED, UNDECLARED] }, async ({ widget }) => {
    await widget.until("the databases exist", "return window.stored === 2");
    await reported(widget, 2);
    assert.deepEqual(await lines(widget), [ungated(['indexed-db "db-7-v1"'], 'data-purpose="analytics"'), undeclared('indexed-db "unknown"')]);
  });

audited("where the browser lists no databases, the other stores are read",
  { ...visit(STORE + DATABASES, { early: "delete IDBFactory.prototype.databases;" }), console: [UNGATED, UNDECLARED] }, async ({ widget }) => {
    await reported(widget, 2);
    assert.deepEqual(await lines(widget), FINDINGS);
  });

audited("a finding is reported once per page view, and what a decision brings is looked at",
  { ...visit(STORE, { body: '<script type="text/plain" data-purpose="media">localStorage.other = 1; localStorage.film = 2</script>' }), console: [UNGATED, UNDECLARED] },
  async ({ widget }) => {
    await asks(widget);
    await reported(widget, 2);
    await answer(widget);
    await reported(widget, 3);
    assert.deepEqual(await lines(widget), [...FINDINGS, undeclared('local-storage "other"')]);
    await widget.run("return courtesy.withdraw().then(() => localStorage.setItem('film', 3)).then(() => true)");
    await settled(WAITS);
    assert.equal((await lines(widget)).length, 3, "what was on may go on until the page is loaded again");
    await widget.reload();
    await reported(widget, 2);
  });

audited("what was accepted is in no line", visit("document.cookie = '_pa=1; path=/'", { attributes: 'data-audit="off"', pages: { "/audited": gatedPage("") } }), async ({ widget, go }) => {
  await answer(widget);
  await go("/audited");
  await widget.until("the second half has come", "return performance.getEntriesByType('resource').some(({ name }) => /audit-/.test(name))");
  await settled(WAITS);
  assert.deepEqual(await lines(widget), []);
});

const STRICT = "default-src 'none'; script-src 'self' 'nonce-right'; connect-src 'self'; style-src 'self'; img-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
audited("under a strict policy it works, and nothing is violated",
  { ...visit(STORE, { headers: { "content-security-policy": STRICT } }), console: [UNGATED, UNDECLARED] }, async ({ widget }) => {
    await reported(widget, 2);
    assert.deepEqual(await lines(widget), FINDINGS);
  });

for (const [name, tag, csp] of [["with integrity", "tag-integrity", "csp"], ["with integrity under Trusted Types", "tag-trusted", "csp-trusted"]]) {
  const made = () => {
    const text = snippets(siteFolder("mediux"));
    return { folders: { "/courtesy/": siteFolder("mediux") }, pages: { "/": linked(text[tag]) }, headers: under(text[csp]), early: "document.cookie = 'theirs=1; path=/';", audits: true };
  };
  audited(`${name} its files are checked, and it works`, { form: "built", made, console: [UNDECLARED] }, async ({ widget }) => {
    await reported(widget, 1);
    assert.deepEqual(await lines(widget), [undeclared('cookie "theirs"')]);
  });
}

for (const [name, getter] of [["that throws", 'throw new DOMException("blocked", "SecurityError")'], ["that is null", "return null"]]) {
  const BLOCKED = ["localStorage", "sessionStorage", "indexedDB"].map((store) => `Object.defineProperty(window, "${store}", { configurable: true, get() { ${getter} } });`).join("");
  audited(`with storage ${name} the cookies are read, and nothing is thrown`,
    { ...visit("document.cookie = 'theirs=1; path=/'", { early: BLOCKED }), console: [UNDECLARED] }, async ({ widget }) => {
      await reported(widget, 1);
      assert.deepEqual(await lines(widget), [undeclared('cookie "theirs"')]);
    });
}

audited("what a page adds to Object.prototype is no part of a declaration",
  { ...visit(STORE, { head: `<script nonce="right">Object.assign(Object.prototype, { match: "prefix", kind: "cookie", name: "theirs", prefix: true, parts: [""], setBy: "maps", audit: "off" })</script>` }), console: [UNGATED, UNDECLARED] },
  async ({ widget }) => {
    await reported(widget, 2);
    assert.deepEqual(await lines(widget), FINDINGS);
  });

const fetched = ({ log }) => log.filter((path) => /\/(later|audit)-|site\.json/.test(path));
for (const value of ["off", "false"]) {
  audited(`with data-audit="${value}" nothing of it is fetched`, { form: "built", ...visit(STORE, { attributes: `data-audit="${value}"` }) }, async ({ widget, server }) => {
    await asks(widget);
    await settled(WAITS);
    assert.deepEqual(fetched(server), []);
  });
}

/** A host that is this computer and no loopback address by its name; Firefox opens no page there. tests/loader/audit.test.mjs has other hosts. */
const elsewhere = ({ server }) => server.origin.replace("127.0.0.1", "0.0.0.0");
const EMPTY = { "/empty": "<!doctype html><html lang=en><head><title>Empty</title></head><body></body></html>" };
audited("on another host nothing of it is fetched", { form: "built", only: ["chromium"], ...visit(STORE, { pages: EMPTY, at: "/empty" }) }, async (given) => {
  await given.session.get(elsewhere(given) + "/");
  await asks(given.widget);
  await settled(WAITS);
  assert.deepEqual(fetched(given.server), []);
});
for (const attribute of ["data-audit", 'data-audit="true"']) {
  audited(`on another host it works with ${attribute}`, { only: ["chromium"], ...visit(STORE, { attributes: attribute, pages: EMPTY, at: "/empty" }), console: [UNGATED, UNDECLARED] }, async (given) => {
    await given.session.get(elsewhere(given) + "/");
    await reported(given.widget, 2);
    assert.deepEqual(await lines(given.widget), FINDINGS);
  });
}

audited("without the built site file one line says what is needed",
  { form: "built", ...visit(STORE, { rules: { "/courtesy/site.json": { status: 404 } } }), console: [/courtesy: the check of stored items needs the site file: .*site\.json answered 404/, /Failed to load resource/] },
  async ({ widget }) => {
    await widget.until("one line names it", "return said.some((line) => line.includes('needs the site file'))");
    assert.deepEqual(await lines(widget), []);
  });

run();
