// The page contract: the tag in both forms, its attributes, the page's own controls, window.courtesy and its events.

import assert from "node:assert/strict";
import { folder, page, run, siteFolder, test } from "./suite.mjs";

const GENERIC = { "/widget/": folder("dist/"), "/files/": siteFolder("quillhaven") };
const generic = (attributes = "") => page({ tag: `<script async src="/widget/courtesy.js" data-site="/files/site.json" ${attributes}></script>` });
const text = (selector) => `return document.querySelector("courtesy-host").shadowRoot.querySelector("${selector}").textContent`;

test("generic: one tag and a site file are enough, and a returning visitor fetches those two alone",
  { folders: GENERIC, pages: { "/": generic() } },
  async ({ widget, server, session }) => {
    await widget.noticeShows();
    assert.deepEqual(server.log, ["/", "/widget/courtesy.js", "/files/site.json"]);
    await widget.openDetails();
    assert.ok((await widget.items()).length > 3);
    await widget.click("dialog .foot button");
    await widget.hides("dialog");
    await widget.until("it is remembered", 'return !!localStorage["courtesy:quillhaven"]');
    server.log.length = 0;
    await widget.reload();
    await widget.until("it is ready", "return courtesy.ready.then(() => true)");
    assert.equal(await widget.visible(".notice"), false);
    const allowed = ["/", "/widget/courtesy.js", "/files/site.json"];
    assert.deepEqual(server.log.filter((path) => !allowed.includes(path)), []);
  });

const links = (widget, of) =>
  widget.run(`return [...document.querySelector("courtesy-host").shadowRoot.querySelectorAll("${of}")].map((link) => link.href)`);

test("generic: pages stand beside the site file, the app beside the script", { at: "/shop/item", folders: GENERIC, pages: { "/shop/item": generic() } },
  async ({ widget, server }) => {
    await widget.noticeShows();
    assert.deepEqual(await links(widget, ".notice a"), [`${server.origin}/files/privacy.html#storage`, `${server.origin}/files/request.html`]);
    await widget.openDetails();
    assert.deepEqual(await links(widget, "dialog .links a"), [`${server.origin}/files/privacy.html#storage`, `${server.origin}/files/request.html`]);
    assert.ok(server.log.some((path) => /^\/widget\/app-.*\.wasm$/.test(path)) && server.log.some((path) => /^\/files\/words-en-/.test(path)));
  });

test("built: the policy is a click away, and the form for requests in the dialog, from the notice and from the details, on a page of any folder",
  { at: "/shop/item", pages: { "/shop/item": page() } },
  async ({ widget, server, session }) => {
    for (const opens of [false, true]) {
      await widget.noticeShows();
      if (opens) await widget.openDetails();
      const link = `${opens ? "dialog" : ".notice"} .links a:last-child`;
      assert.deepEqual(await links(widget, link), [`${server.origin}/courtesy/request.html`]);
      await widget.click(link);
      await widget.shows("dialog[open] .request");
      assert.equal(await widget.run(text("#dialog-title")), "Your privacy rights");
      assert.equal(await session.getCurrentUrl(), `${server.origin}/shop/item`);
      await widget.leaveDetails();
    }
    await widget.click(".notice .links a:first-child");
    await session.wait(async () => (await session.getCurrentUrl()) === `${server.origin}/courtesy/privacy.html#storage`, 20_000);
    await session.wait(async () => /Mazoon/.test(await session.getTitle()), 20_000);
  });

for (const [form, folders, tag] of [
  ["built", { "/courtesy/": siteFolder("quillhaven") }, '<script async src="/courtesy/courtesy.js"'],
  ["generic", GENERIC, '<script async src="/widget/courtesy.js" data-site="/files/site.json"'],
]) {
  for (const [language, direction, ok, by, html, attributes] of [
    ["de", "ltr", "OK", "the tag", "<html lang=\"en\"", 'data-language="de"'],
    ["ar", "rtl", "حسنًا", "the page", '<html lang="ar-EG" dir="rtl"', ""],
    ["en", "ltr", "OK", "nothing else that is declared", '<html lang="fr"', 'data-language="fr"'],
  ]) {
    test(`${form}: the language is ${language} by ${by}, in the notice and in the details`,
      { folders, pages: { "/": page({ tag: `${tag} ${attributes}></script>` }).replace('<html lang="en"', html) } },
      async ({ widget }) => {
        await widget.noticeShows();
        assert.equal(await widget.run(text("[data-act=dismiss]")), ok);
        const attribute = (selector, name) => widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector("${selector}").getAttribute("${name}")`);
        assert.deepEqual([await attribute(".notice", "lang"), await attribute(".notice", "dir")], [language, direction]);
        await widget.openDetails();
        assert.deepEqual([await attribute("dialog", "lang"), await attribute("dialog", "dir")], [language, direction]);
        await widget.click("dialog .foot button");
        await widget.until("the dialog has told of its end", 'return !!localStorage["courtesy:quillhaven"]');
        assert.equal((await widget.record()).events[0].language, language);
      });
  }
}

test("a language that cannot be fetched leaves the first one, and says so",
  { form: "built", folders: { "/courtesy/": siteFolder("quillhaven") }, rules: { "/courtesy/notice-de": { status: 404 } },
    pages: { "/": page({ tag: '<script async src="/courtesy/courtesy.js" data-language="de"></script>' }) },
    console: [/courtesy: shown in the first language: .*notice-de-.* answered 404/, /Failed to load resource/] },
  async ({ widget }) => {
    await widget.noticeShows();
    assert.equal(await widget.run(`return document.querySelector("courtesy-host").shadowRoot.querySelector(".notice").lang`), "en");
  });

const HEARD = `<script>window.heard = []; for (const name of ["ready", "shown", "decided", "changed", "closed", "problem"])
  document.addEventListener("courtesy:" + name, ({ detail }) => heard.push([name, detail?.view ?? detail?.method ?? detail?.mode]))</script>`;

test("events come once each and in order, with what happened", { pages: { "/": page({ head: HEARD }) } }, async ({ widget, session }) => {
  await widget.noticeShows();
  await widget.openDetails();
  await widget.leaveDetails();
  await widget.dismiss();
  await widget.shows(".reopen");
  assert.deepEqual(await widget.run("return heard"), [
    ["ready", "notice"], ["shown", "notice"], ["shown", "details"], ["closed", "details"], ["decided", "dismiss"], ["closed", "notice"],
  ]);
  await widget.reload();
  await widget.shows(".reopen");
  assert.deepEqual(await widget.run("return heard"), [["ready", "notice"]]);
});

test("window.courtesy is there from the script on; late listeners hear the present state; calls are kept",
  { pages: { "/": page({ tag: `<script async src="/courtesy/courtesy.js" onload="opened = courtesy.open('details')"></script>` }) } },
  async ({ widget }) => {
    await widget.shows("dialog[open]");
    const state = await widget.run(`return opened.then(() => courtesy.receipt()).then((receipt) => new Promise((resolve) => {
      const late = [];
      for (const name of ["ready", "shown", "decided", "closed"]) courtesy.on(name, (detail) => late.push([name, detail.view ?? detail.mode]));
      setTimeout(() => resolve({ late, version: courtesy.version, mode: courtesy.mode, record: courtesy.record(), receipt,
        status: ["essential", "preferences", "analytics", "toString"].map(courtesy.status), allows: courtesy.allows("essential") }), 50);
    }))`);
    assert.deepEqual(state, {
      late: [["ready", "notice"], ["shown", "details"]], version: "0.1.0", mode: "notice", record: null, receipt: null,
      status: ["not_required", "not_required", "undecided", "undecided"], allows: true,
    });
    await widget.run("return courtesy.close()");
    await widget.hides("dialog");
    await widget.noticeShows();
  });

test("a listener can stop, and one that throws harms only its own page", { console: [/uncaught: (.*ours|Script error)/, /Uncaught Error: ours/] }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.run(`window.heard = 0; const stop = courtesy.on("closed", () => heard++); stop(); courtesy.on("decided", () => { throw new Error("ours") })`);
  await widget.dismiss();
  await widget.shows(".reopen");
  assert.equal(await widget.run("return heard"), 0);
  assert.equal((await widget.record()).events.length, 1);
});

test("where nothing is asked, deciding does nothing and says so once", { console: [/courtesy: this site asks for nothing/] }, async ({ widget }) => {
  await widget.noticeShows();
  assert.deepEqual(await widget.run(`return Promise.all([courtesy.decide("accept-all"), courtesy.decide({ analytics: true }), courtesy.withdraw()])`), [false, false, false]);
  assert.deepEqual(await widget.storage(), {});
  assert.equal((await widget.said()).length, 1);
});

const LINKS = ["notice", "details", "choices", "policy", "rights"].map((view) => `<p><a id="${view}" href="/elsewhere#${view}" data-courtesy="${view}">${view}</a></p>`).join("");

test("the page's own controls open views, also those that come later, and stay links for another tab", { pages: { "/": page({ body: LINKS }) } },
  async ({ widget, session, server }) => {
    await widget.dismiss();
    await widget.hides(".notice");
    await widget.run("document.getElementById('notice').click()");
    await widget.noticeShows();
    await widget.dismiss();
    for (const view of ["details", "choices", "policy", "rights"]) {
      await widget.run(`document.getElementById('${view}').click()`);
      await widget.shows("dialog[open]");
      await widget.leaveDetails();
    }
    await widget.run(`const late = document.getElementById("details").cloneNode(true); late.id = "late"; document.body.append(late); late.click()`);
    await widget.shows("dialog[open]");
    await widget.leaveDetails();
    assert.equal(await session.getCurrentUrl(), server.origin + "/");
    const followed = await widget.run(`
      const followed = [];
      addEventListener("click", (event) => { followed.push(!event.defaultPrevented); event.preventDefault(); });
      for (const modifier of ["ctrlKey", "metaKey", "shiftKey", "altKey"])
        document.getElementById("rights").dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, [modifier]: true }));
      return followed`);
    assert.deepEqual(followed, [true, true, true, true]);
    assert.equal(await widget.visible("dialog[open]"), false);
  });

test("what is asked for in the moment of closing opens all the same", { pages: { "/": page({ body: LINKS }) } }, async ({ widget }) => {
  await widget.openDetails();
  for (const close of ['root.querySelector("dialog").close()', 'root.querySelector(".close").click()', 'root.querySelector(".foot button").click()']) {
    await widget.run(`const root = document.querySelector("courtesy-host").shadowRoot; window.told = [];
      for (const name of ["closed", "shown"]) document.addEventListener("courtesy:" + name, () => told.push(name), { once: true });
      ${close}; document.getElementById("details").click()`);
    await widget.until("it was closed and opened", "return told.join() === 'closed,shown'");
    await widget.shows("dialog[open]");
  }
  assert.equal((await widget.record()).events.length, 1, "OK counted");
});

test("the theme follows the tag", { pages: { "/": page({ tag: '<script async src="/courtesy/courtesy.js" data-theme="dark"></script>' }) } }, async ({ widget }) => {
  await widget.noticeShows();
  const colours = await widget.run(`const { backgroundColor, color } = getComputedStyle(document.querySelector("courtesy-host").shadowRoot.querySelector(".notice")); return [backgroundColor, color]`);
  assert.deepEqual(colours, ["rgb(29, 32, 38)", "rgb(236, 238, 242)"]);
});

run();
