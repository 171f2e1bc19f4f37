// Storage that is blocked, null, full or holds something else: the widget works, remembers what it can, and throws nothing.

import assert from "node:assert/strict";
import { page, run, test } from "./suite.mjs";

const withStorage = (getter) => page({ head: `<script>Object.defineProperty(window, "localStorage", { configurable: true, get() { ${getter} } })</script>` });

/** What few visitors need to be told comes with the second half of the loader. */
const remembersNothing = (widget) =>
  widget.until("it says so", `return /does not let us remember/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".notice").innerText)`);

/** A page of no origin may fetch no module: the second half is another origin's to it. */
const NO_ORIGIN = /later-.*\.js|blocked by CORS policy|courtesy: .*(import|module|fetch|script load denied)/i;

for (const [name, getter] of Object.entries({
  "that throws": 'throw new DOMException("blocked", "SecurityError")',
  "that is null": "return null",
})) {
  test(`with storage ${name} the notice works and says that it cannot be remembered`, { pages: { "/": withStorage(getter) } },
    async ({ widget, session }) => {
      await widget.noticeShows();
      await remembersNothing(widget);
      await widget.dismiss();
      await widget.shows(".reopen");
      assert.equal((await widget.run("return courtesy.record()")).events.length, 1, "the page view knows");
      await widget.click(".reopen");
      await widget.openDetails();
      assert.equal(await widget.visible("dialog .foot button"), false, "what is closed already need not be closed");
      await widget.leaveDetails();
      await widget.dismiss();
      await widget.shows(".reopen");
      await widget.reload();
      await widget.noticeShows();
    });
}

test("on a page of no origin, where the browser itself blocks storage, the notice works",
  { form: "built", headers: { "content-security-policy": "sandbox allow-scripts" }, console: [NO_ORIGIN] },
  async ({ widget }) => {
    await widget.noticeShows();
    await widget.dismiss();
    await widget.shows(".reopen");
  });

test("with storage that is full the notice closes, and is not remembered",
  { pages: { "/": page({ head: "<script>Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }</script>" }) } },
  async ({ widget, session }) => {
    await widget.dismiss();
    await widget.shows(".reopen");
    assert.deepEqual(await widget.storage(), {});
    await widget.click(".reopen");
    await widget.noticeShows();
    await remembersNothing(widget);
    await widget.reload();
    await widget.noticeShows();
  });

const UNREADABLE = /courtesy: what is stored under .{1,2}courtesy:mazoon.{1,2} was not written by it, so it counts as nothing/;
for (const [name, text] of Object.entries({
  "no JSON": "yes",
  "an empty text": "",
  "half a record": '{"schema":"courtesy/1",',
  "a record of a newer version": '{"schema":"courtesy/9","all":"else"}',
  "somebody else's grants": '{"analytics":true}',
  "a megabyte of nothing": "x".repeat(1 << 20),
})) {
  test(`with ${name} in storage it is a first visit, and a dismissal fixes it`,
    { console: text.includes("courtesy/9") ? [] : [UNREADABLE],
      pages: { "/": page({ head: `<script>sessionStorage.done ??= (localStorage["courtesy:mazoon"] = ${JSON.stringify(text)}, 1)</script>` }) } },
    async ({ widget, session }) => {
      await widget.noticeShows();
      assert.equal(await widget.run("return courtesy.record()"), null);
      if (!text.includes("courtesy/9")) await widget.until("it is said", "return said.some((line) => /not written by it/.test(line))");
      await widget.dismiss();
      await widget.shows(".reopen");
      assert.equal((await widget.record()).schema, "courtesy/1");
      await widget.reload();
      await widget.shows(".reopen");
      assert.equal(await widget.visible(".notice"), false);
      assert.ok((await widget.said()).filter((line) => UNREADABLE.test(line)).length <= 1, "once, and not again once it is fixed");
    });
}

test("a record of another site of the same origin is not taken for this one's", {}, async ({ widget, session }) => {
  await widget.dismiss();
  await widget.shows(".reopen");
  await widget.run(`const record = JSON.parse(localStorage["courtesy:mazoon"]); record.notice.facts.site = "00000000"; localStorage["courtesy:mazoon"] = JSON.stringify(record)`);
  await widget.reload();
  await widget.noticeShows();
});

test("after six months the notice comes back, and can be closed from the details", {}, async ({ widget }) => {
  await widget.dismiss();
  await widget.shows(".reopen");
  await widget.run(`const record = JSON.parse(localStorage["courtesy:mazoon"]); record.expires = "2026-01-01T00:00:00Z"; localStorage["courtesy:mazoon"] = JSON.stringify(record)`);
  await widget.reload();
  await widget.noticeShows();
  await widget.openDetails();
  assert.ok(await widget.visible("dialog .entries button"), "what stands there can be erased");
  await widget.click("dialog .foot button");
  await widget.shows(".reopen");
  assert.equal((await widget.record()).events.length, 2);
});

run();
