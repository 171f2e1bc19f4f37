// The ways to the form for requests: from the page, the notice, the details and the policy; the page of its own where the dialog cannot be.

import assert from "node:assert/strict";
import { ask, desk, fill, held, openForm } from "./asking.mjs";
import { built } from "./sites.mjs";
import { page, run, settled, test } from "./suite.mjs";

const LINK = '<footer><a id="ours" href="/courtesy/request.html" data-courtesy="rights">Your rights</a></footer>';
const linked = { "/": page({ body: LINK }) };

const opened = async (widget) => {
  await widget.shows("dialog[open] .request legend");
  assert.equal(await widget.inside(`return root.querySelector("#dialog-title").textContent`), "Your privacy rights");
  await widget.hasFocus("dialog-title");
};

/** What the links below the dialog say and where they lead. */
const foot = (widget) => widget.inside(`return [...root.querySelectorAll("dialog .foot a")].map((link) => [link.textContent, new URL(link.href).pathname, link.dataset.act ?? null])`);

const FOOT = [["Privacy policy", "/courtesy/privacy.html", "policy"]];

test("window.courtesy, the page's own link and the notice open it, and the focus goes back to each", { pages: linked }, async ({ widget, session, server }) => {
  for (const [from, back] of [
    [() => widget.run(`document.getElementById("ours").focus(); return courtesy.open("rights")`), "ours"],
    [() => widget.run(`document.getElementById("ours").focus(); document.getElementById("ours").click()`), "ours"],
    [() => widget.click('.notice [data-act="rights"]'), "rights"],
  ]) {
    await widget.noticeShows();
    await from();
    await opened(widget);
    assert.deepEqual(await foot(widget), FOOT);
    assert.equal(await widget.visible(".notice"), false);
    await widget.leaveDetails();
    await widget.hasFocus(back);
    assert.equal(await widget.inside(`return root.querySelector('.notice [data-act="rights"]').textContent`), "Your privacy rights");
  }
  await widget.noticeShows();
  assert.equal(await session.getCurrentUrl(), server.origin + "/");
  assert.deepEqual(await widget.storage(), {});
});

test("from the details and from the policy it is another view of the dialog, and every link keeps its name", { pages: linked }, async ({ widget }) => {
  await widget.openDetails();
  const details = await foot(widget);
  await widget.click('dialog .foot [data-act="rights"]');
  await opened(widget);
  assert.deepEqual(await foot(widget), FOOT);
  await widget.click('dialog .foot [data-act="policy"]');
  await widget.shows("#policy-rights");
  const policy = await foot(widget);
  assert.deepEqual(policy.map(([name]) => name), ["Details", "Your privacy rights", "Open as a page"]);
  await widget.use("Use our request form");
  await opened(widget);
  assert.deepEqual(await foot(widget), FOOT);
  await widget.click('dialog .foot [data-act="policy"]');
  await widget.shows("#policy-rights");
  assert.deepEqual(await foot(widget), policy);
  await widget.click('dialog .foot [data-act="details"]');
  await widget.until("the details are there", `return document.querySelector("courtesy-host").shadowRoot.querySelector("dialog h2").textContent.startsWith("What")`);
  assert.deepEqual(await foot(widget), details);
  await widget.leaveDetails();
  await widget.hasFocus("details");
});

test("what was written is still there after a look at the policy", { pages: { "/": desk() } }, async ({ widget }) => {
  await openForm(widget, "gdpr");
  await ask(widget, "Data export");
  await fill(widget, { name: "Ann Example" });
  await widget.click('dialog .foot [data-act="policy"]');
  await widget.shows("#policy-rights");
  await widget.use("Your privacy rights");
  await widget.shows("dialog[open] form");
  assert.equal((await held(widget)).name, "Ann Example");
});

test("a click for another tab is the browser's", { pages: linked }, async ({ widget }) => {
  await widget.noticeShows();
  const followed = await widget.inside(`
    const followed = [];
    addEventListener("click", (event) => { followed.push(!event.defaultPrevented); event.preventDefault(); });
    for (const modifier of ["ctrlKey", "metaKey", "shiftKey", "altKey"])
      root.querySelector('.notice [data-act="rights"]').dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true, [modifier]: true }));
    return followed`);
  assert.deepEqual(followed, [true, true, true, true]);
  assert.equal(await widget.visible("dialog[open]"), false);
});

test("where the form cannot be fetched the page of its own answers, and one line says what to change",
  { rules: { "/courtesy/rights-": { status: 404 } }, console: [/courtesy: the details did not load/, /courtesy: the form did not load/, /Failed to load resource/] },
  async ({ widget, session, server }) => {
    await widget.noticeShows();
    await widget.click('.notice [data-act="rights"]');
    await session.wait(async () => (await session.getCurrentUrl()) === `${server.origin}/courtesy/request.html`, 20_000);
  });

test("an owner's own page for requests is gone to from everywhere, and no form is written", { made: () => ({
  folders: { "/courtesy/": built({ requests: { url: "/our-requests" } }) },
  pages: { ...linked, "/our-requests": "<!doctype html><html><head><title>Ours</title></head><body><h1>Ours</h1></body></html>" },
}) }, async ({ widget, session, server, go }) => {
  const there = () => session.wait(async () => (await session.getCurrentUrl()) === `${server.origin}/our-requests`, 20_000);
  for (const from of [() => widget.run(`courtesy.open("rights")`), () => widget.run(`document.getElementById("ours").click()`), () => widget.click('.notice [data-act="rights"]')]) {
    await go("/");
    await widget.noticeShows();
    await from();
    await there();
  }
  await go("/");
  await widget.openDetails();
  await widget.click('dialog .foot [data-act="rights"]');
  await there();
  assert.deepEqual(server.log.filter((path) => path.includes("/rights-")), []);
});

test("a click while it opens changes nothing, and the link has its name again", { rules: { "/courtesy/rights-": { wait: 3_000 } } }, async ({ widget }) => {
  await widget.noticeShows();
  await widget.doubleClick('.notice [data-act="rights"]');
  assert.equal(await widget.inside(`return root.querySelector('.notice [data-act="rights"]').textContent`), "Opening…");
  await opened(widget);
  await settled(1_000);
  assert.equal(await widget.inside(`return root.querySelector('.notice [data-act="rights"]').textContent`), "Your privacy rights");
});

test("a control that was approached has fetched all that its view needs: the click asks for nothing", { site: "mediux" }, async ({ widget, server }) => {
  await widget.noticeShows();
  await widget.inside(`root.querySelector("[data-act=choices]").dispatchEvent(new PointerEvent("pointermove", { bubbles: true, composed: true }))`);
  const needed = [/\/app[^/]*\.js$/, /\.wasm$/, /\.css$/, /\/words-/, /\/details-/, /\/choices-/];
  for (let tries = 0; tries < 200 && !needed.every((name) => server.log.some((path) => name.test(path))); tries++) await new Promise((resolve) => setTimeout(resolve, 50));
  await settled();
  const before = server.log.length;
  assert.ok(server.log.some((path) => path.includes("/choices-")), "the choices are there");
  await widget.click("[data-act=choices]");
  await widget.shows("dialog[open]");
  assert.deepEqual(server.log.slice(before), []);
});

run();
