// The preview, as Trunk builds it: five believable sites with the widget in its generic form, and a look behind it.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { folder, run, test } from "./suite.mjs";

const PREVIEW = { form: "built", folders: { "/": folder("target/preview-built/") }, pages: {} };
const panel = (selector) => `return [...document.querySelectorAll("aside ${selector}")].map((element) => element.textContent)`;

for (const [site, name] of Object.entries({ mazoon: "Mazoon", mjpro: "mjpro.ai", nanoflux: "NanoFlux", quillhaven: "Quillhaven" })) {
  test(`${name}: the notice, its details, a dismissal that is remembered, and the way back`, { ...PREVIEW, at: `/?site=${site}` },
    async ({ widget, server, session }) => {
      await widget.noticeShows();
      assert.equal(await widget.run("return document.querySelectorAll('h1').length"), 1);
      assert.deepEqual(await widget.storage(), {});
      assert.ok(!server.log.some((path) => path.endsWith(".wasm")), "nothing of the app before it is asked for");
      await widget.openDetails();
      assert.equal(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog h2").textContent`), "What we store on your device");
      assert.equal((await widget.items()).at(-1).facts.Name, `courtesy:${site}`);
      await widget.leaveDetails();
      await widget.dismiss();
      await widget.hides(".notice");
      const [record] = await widget.run(panel("pre:last-of-type, div pre")).then((texts) => texts.filter((text) => text.includes("courtesy/1")));
      assert.deepEqual(JSON.parse(record), await widget.record(), "the panel shows what is stored");
      const events = await widget.run(panel("ol code:not([class])"));
      assert.deepEqual(events.reverse(), ["ready", "shown", "shown", "closed", "decided", "closed"].map((event) => "courtesy:" + event));
      server.log.length = 0;
      await widget.reload();
      await widget.until("the widget is ready", "return window.courtesy?.ready.then(() => true)");
      assert.equal(await widget.visible(".notice"), false);
      assert.ok(!server.log.some((path) => path.includes("app")), "a returning visitor fetches nothing of the app");
      const own = await widget.run("return document.querySelector('footer [data-courtesy]')");
      if (own) await widget.run("arguments[0].scrollIntoView(); arguments[0].click()", own);
      else await widget.click(".reopen");
      await widget.shows(own ? "dialog[open]" : ".notice");
    });
}

test("Mediux AI: the notice asks, and nothing is on before it is answered", { ...PREVIEW, at: "/?site=mediux" }, async ({ widget }) => {
  await widget.noticeShows();
  for (const act of ["accept-all", "reject-all", "choices"]) assert.equal(await widget.visible(`.notice [data-act="${act}"]`), true);
  assert.equal(await widget.run("return courtesy.allows('analytics')"), false);
});

/** The panel's rows on the gates: script, template, iframe. */
const statuses = (widget) => widget.run(`return [...document.querySelectorAll(".gate")].map((row) => row.querySelector(".gate-status").textContent)`);
const tells = async (widget, ...patterns) => {
  let last;
  for (let tries = 0; tries < 400; tries++) {
    last = await statuses(widget);
    if (last.length === patterns.length && patterns.every((pattern, place) => pattern.test(last[place]))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail(`the panel says ${JSON.stringify(last)}, not ${patterns.join(", ")}`);
};
const SHUT = [/^Shut: nothing was fetched/, /^Shut: inert/, /^(Shut|Placeholder): nothing was fetched/];
const gatedRequests = ({ log }) => log.filter((path) => path.startsWith("/preview/stand-in/"));

test("Mediux AI: three gates are shut until they are granted, and the panel says so", { ...PREVIEW, at: "/?site=mediux" }, async ({ widget, server }) => {
  await widget.until("the widget is ready", "return window.courtesy?.ready.then(() => true)");
  await tells(widget, ...SHUT);
  assert.deepEqual(gatedRequests(server), []);
  assert.deepEqual(await widget.storage(), {});
  assert.equal(await widget.run("return window.standIn"), null);
});

test("Mediux AI: a yes opens the three gates, and nothing is stored but the record", { ...PREVIEW, at: "/?site=mediux" }, async ({ widget, server }) => {
  await widget.until("all is granted", "return window.courtesy?.ready.then(() => courtesy.decide('accept-all')).then(() => true)");
  await tells(widget, /^Open: ran at/, /^Open: shown since/, /^Open: shown since/);
  assert.equal(await widget.run("return document.querySelector('.left-off').checkVisibility()"), true);
  await widget.until("the tour is there", "return frames[0]?.document.readyState === 'complete' && frames[0].document.querySelector('svg') != null");
  assert.deepEqual(gatedRequests(server).sort(), ["/preview/stand-in/analytics.js", "/preview/stand-in/tour.css", "/preview/stand-in/tour.html"]);
  assert.deepEqual(Object.keys(await widget.storage()), ["localStorage.courtesy"]);
});

test("Mediux AI: after a withdrawal the panel says that what ran is shut at the next load, and so it is", { ...PREVIEW, at: "/?site=mediux" }, async ({ widget }) => {
  await widget.until("all is granted", "return window.courtesy?.ready.then(() => courtesy.decide('accept-all')).then(() => true)");
  await tells(widget, /^Open: ran at/, /^Open/, /^Open/);
  await widget.until("the tour is there", "return frames[0]?.document.readyState === 'complete' && performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/tour.html'))");
  await widget.run("return courtesy.withdraw().then(() => true)");
  await tells(widget, /^Was running; shut at the next load/, /at the next load|^Shut again/, /at the next load|^(Shut|Placeholder); it was fetched/);
  await widget.reload();
  await widget.until("the widget is ready", "return window.courtesy?.ready.then(() => true)");
  await tells(widget, ...SHUT);
});

for (const site of ["mazoon", "mediux", "quillhaven"]) {
  test(`${site}: the panel lists what visitors cannot find, as check reports it`, { ...PREVIEW, at: `/?site=${site}` }, async ({ widget }) => {
    const { findings } = JSON.parse(readFileSync(folder(`target/preview-built/sites/${site}/gaps.json`), "utf8"));
    const gaps = findings.filter(({ gap }) => gap);
    const facts = new Set(gaps.flatMap(({ places }) => places.map(({ field }) => field))).size;
    assert.ok(facts > 1, "an example site lacks something");
    const listed = await widget.until("the list is filled", `
      const rows = [...document.querySelectorAll(".panel-gap")];
      return rows.length > 0 && rows.map((row) => ({ first: row.querySelector("code").textContent, help: row.lastChild.textContent }))`);
    assert.deepEqual(listed, gaps.map(({ places, fix }) => ({ first: places[0].field, help: `Help: ${fix}` })));
    assert.equal(await widget.run("return document.querySelector('.panel-fold summary').textContent"), `What your visitors cannot find here${facts} facts`);
    assert.ok(!readdirSync(folder(`target/preview-built/sites/${site}/`)).some((name) => name !== "gaps.json" && /gaps/.test(name)), "nothing of it is in a site's own files");
  });
}

test("without the widget the page's gates stay shut, and the panel says that too", { ...PREVIEW, at: "/?site=mediux", rules: { "/courtesy.js": { status: 503 } }, console: [/courtesy\.js/] }, async ({ widget }) => {
  await tells(widget, ...SHUT);
  assert.match(await widget.run("return document.querySelector('.gate-key').textContent"), /no widget here/);
});

for (const [chosen, signal] of Object.entries({ on: true, off: false, absent: null })) {
  test(`jurisdiction and Global Privacy Control (${chosen}) are chosen by the address, and go along to another site`, { ...PREVIEW, at: `/?site=mediux&jurisdiction=us-ca&gpc=${chosen}` }, async ({ widget }) => {
    await widget.until("the widget is ready", "return window.courtesy?.ready.then(() => true)");
    assert.equal(await widget.run("return document.querySelector('script[data-site]').dataset.jurisdiction"), "us-ca");
    assert.equal(await widget.run("return navigator.globalPrivacyControl"), signal);
    const links = await widget.run("return [...document.querySelectorAll('.tool-sites a')].map((link) => link.search)");
    assert.ok(links.every((link) => link.endsWith(`&jurisdiction=us-ca&gpc=${chosen}`)), links.join(" "));
  });
}

test("the tour asks for nothing but its own look", { ...PREVIEW, at: "/preview/stand-in/tour.html" }, async ({ widget, server }) => {
  await widget.until("it is drawn", "return document.querySelector('svg').getBoundingClientRect().height > 50");
  assert.deepEqual(gatedRequests(server), ["/preview/stand-in/tour.html", "/preview/stand-in/tour.css"]);
  assert.equal(server.log.length, 2);
  assert.deepEqual(await widget.storage(), {});
});

test("the tag is the one that a stranger would write", { ...PREVIEW }, async ({ widget }) => {
  await widget.noticeShows();
  assert.equal(await widget.run("return document.querySelector('script[data-site]').outerHTML"), '<script async="" src="/courtesy.js" data-site="/sites/mazoon/site.json" data-audit="off"></script>');
});

test("site, theme, language and direction are switched by the address", { ...PREVIEW, at: "/?site=quillhaven&theme=dark&language=de&dir=rtl" }, async ({ widget }) => {
  await widget.noticeShows();
  const found = await widget.run(`
    const { lang, dir } = document.documentElement;
    const host = document.querySelector("courtesy-host"), notice = host.shadowRoot.querySelector(".notice");
    const { left, right } = notice.getBoundingClientRect();
    return { lang, dir, notice: notice.lang, text: notice.dir, theme: host.dataset.theme, atEnd: innerWidth - right < left }`);
  assert.deepEqual(found, { lang: "de", dir: "rtl", notice: "de", text: "ltr", theme: "dark", atEnd: true });
});

test("another site is a click away, and an unknown one is Mazoon", { ...PREVIEW, at: "/?site=nowhere" }, async ({ widget, session }) => {
  await widget.noticeShows();
  assert.equal(await widget.run("return document.querySelector('[aria-current]').textContent"), "Mazoon");
  await widget.run("[...document.querySelectorAll('nav a')].find((link) => link.textContent === 'NanoFlux').click()");
  await session.wait(async () => (await session.getCurrentUrl()).includes("site=nanoflux"), 20_000);
  await widget.noticeShows();
});

test("forgetting the choice brings the notice back", { ...PREVIEW }, async ({ widget }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  await widget.run("[...document.querySelectorAll('button')].find((button) => button.textContent === 'Forget my choice').click()");
  await widget.noticeShows();
  assert.deepEqual(await widget.storage(), {});
});

test("a letter is shown, and no mail program is opened", { ...PREVIEW, at: "/sites/mediux/request.html" }, async ({ widget, session, server }) => {
  await widget.run("[...document.querySelectorAll('a')].find((link) => link.href.includes('subject=California%20Privacy%20Request')).click()");
  const letter = await widget.until("the letter shows", `
    const hosts = [...document.querySelectorAll("*")].filter((element) => element.shadowRoot);
    return [document, ...hosts.map((host) => host.shadowRoot)].map((root) => root.querySelector("dialog[open]")?.innerText).find(Boolean)`);
  assert.match(letter, /privacy@mediuxai\.com/);
  assert.match(letter, /California Privacy Request/);
  assert.equal(await session.getCurrentUrl(), `${server.origin}/sites/mediux/request.html`);
});

for (const site of ["mazoon", "mjpro", "nanoflux", "mediux"]) {
  test(`${site}: the composed policy, in the dialog and as a page`, { ...PREVIEW, at: `/?site=${site}` }, async ({ widget, session, server }) => {
    await widget.until("the widget is there", "return window.courtesy?.ready.then(() => true)");
    const own = await widget.run("return document.querySelector('footer [data-courtesy=policy]')");
    if (own) await widget.run("arguments[0].scrollIntoView(); arguments[0].click()", own);
    else await widget.run("courtesy.open('policy')");
    await widget.shows("dialog[open] #policy-rights");
    await session.get(`${server.origin}/sites/${site}/privacy.html#rights`);
    await widget.until("its part has the focus", "return document.activeElement?.name === 'rights'");
  });
}

test("what Trunk builds is the thin program with link-time optimisation", { ...PREVIEW, only: ["chromium"] }, async () => {
  const { size } = statSync(folder("target/preview-built/app_bg.wasm"));
  assert.ok(size < 280_000, `${size} bytes; without it they are 40 % more`);
});

run();
