// A visit: the notice shows, is dismissed, stays away, and can be brought back.

import assert from "node:assert/strict";
import { Key } from "selenium-webdriver";
import { page, run, test } from "./suite.mjs";

const KEYS = { only: ["chromium", "firefox"] };

test("a first visit stores nothing and asks nobody before the click", { form: "built" }, async ({ widget, server }) => {
  await widget.noticeShows();
  assert.deepEqual(await widget.storage(), {});
  assert.deepEqual(server.log, ["/", "/courtesy/courtesy.js"]);
});

test("a dismissal stores one key that holds no identifier", {}, async ({ widget }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  assert.deepEqual(Object.keys(await widget.storage()), ["localStorage.courtesy"]);
  const { notice, events, expires, ...rest } = await widget.record();
  assert.deepEqual(rest, { schema: "courtesy/1", mode: "notice", choices: {}, gpc: rest.gpc });
  assert.match(notice.facts.site, /^[\w-]{8}$/);
  assert.equal(events.length, 1);
  const [{ at, ...event }] = events;
  assert.deepEqual(event, { state: "not_required", purposes: [], method: "dismiss", language: "en" });
  assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000 && Date.parse(expires) > Date.now());
});

test("a reload shows no notice and asks for the page and the script alone", {}, async ({ widget, server, session }) => {
  await widget.dismiss();
  await widget.hides(".notice");
  server.log.length = 0;
  await widget.reload();
  await widget.shows(".reopen");
  assert.equal(await widget.visible(".notice"), false);
  const allowed = ["/", "/courtesy/courtesy.js"];
  assert.deepEqual(server.log.filter((path) => !allowed.includes(path)), []);
});

test("the button brings the notice back, and the notice everything else", {}, async ({ widget }) => {
  await widget.dismiss();
  await widget.click(".reopen");
  await widget.noticeShows();
  await widget.hasFocus("title");
  assert.equal(await widget.visible(".reopen"), false);
  await widget.openDetails();
  assert.ok((await widget.items()).length > 1);
  await widget.leaveDetails();
  await widget.dismiss();
  await widget.shows(".reopen");
  await widget.hasFocus("BODY", "a pointer dismissed it, so the next key is the page's");
  assert.equal((await widget.record()).events.length, 2, "each dismissal is an event of the same record");
});

test("after a dismissal by keyboard the focus goes to what had it before", { ...KEYS, pages: { "/": page({ body: "<input id=name>" }) } },
  async ({ widget }) => {
    await widget.noticeShows();
    await widget.run("document.getElementById('name').focus()");
    await widget.run("document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=dismiss]').focus()");
    await widget.press(Key.ENTER);
    await widget.hides(".notice");
    await widget.hasFocus("name");
  });

test("else to the page's own control, which keeps the widget's button away",
  { ...KEYS, pages: { "/": page({ body: '<footer><a id="ours" href="/courtesy/privacy.html" data-courtesy="details">Storage</a></footer>' }) } },
  async ({ widget }) => {
    await widget.noticeShows();
    await widget.run("document.querySelector('courtesy-host').shadowRoot.querySelector('[data-act=dismiss]').focus()");
    await widget.press(Key.ENTER);
    await widget.hides(".notice");
    await widget.hasFocus("ours");
    assert.equal(await widget.visible(".reopen"), false);
    await widget.run("document.getElementById('ours').click()");
    await widget.shows("dialog[open]");
    await widget.leaveDetails();
    await widget.hasFocus("ours");
    assert.equal(await widget.visible(".notice"), false);
  });

test("Esc closes the details, decides nothing and gives the focus back", {}, async ({ widget }) => {
  await widget.noticeShows();
  await widget.openDetails();
  await widget.hasFocus("dialog-title");
  assert.equal(await widget.visible(".notice"), false);
  await widget.leaveDetails();
  await widget.noticeShows();
  await widget.hasFocus("details");
  assert.deepEqual(await widget.storage(), {});
});

test("OK in the details dismisses as OK in the notice does", {}, async ({ widget }) => {
  await widget.noticeShows();
  await widget.openDetails();
  await widget.click("dialog .foot button");
  await widget.hides("dialog");
  await widget.hides(".notice");
  await widget.shows(".reopen");
  const { events, notice } = await widget.record();
  assert.deepEqual(events.map(({ state, method, language }) => [state, method, language]), [["not_required", "dismiss", "en"]]);
  assert.equal(notice.seen, null);
  await widget.hasFocus("BODY", "a pointer dismissed it");
});

test("the record can be deleted, and the notice comes back", {}, async ({ widget, session }) => {
  await widget.dismiss();
  await widget.click(".reopen");
  await widget.openDetails();
  await widget.click("dialog .entries button");
  await widget.until("the status says so", `return /^Deleted\\. The next page/.test(document.querySelector("courtesy-host").shadowRoot.querySelector("dialog [role=status]").textContent)`);
  assert.deepEqual(await widget.storage(), {});
  await widget.hasFocus("dialog-title", "the button that had the focus is gone");
  await widget.reload();
  await widget.noticeShows();
});

test("nothing moves on the page while the notice comes and goes", { only: ["chromium"] }, async ({ widget }) => {
  await widget.run(`window.shifts = []; new PerformanceObserver((list) => shifts.push(...list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value)))
    .observe({ type: "layout-shift", buffered: true })`);
  await widget.dismiss();
  await widget.shows(".reopen");
  assert.deepEqual(await widget.run("return shifts"), []);
});

run();
