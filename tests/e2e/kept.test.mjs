// Your requests: stored only where the visitor says so, under a key of its own that the details list, and erased with one action.

import assert from "node:assert/strict";
import { ANN, ask, desk, live, look, looked, openForm, write } from "./asking.mjs";
import { run, test } from "./suite.mjs";

const KEY = "localStorage.courtesy-requests";
const KEEP = "Keep a copy in this browser";
const FORGET = "Delete your requests";
const pages = { "/": desk({ on: "2026-11-21" }) };

const told = (widget, text) => widget.until(`it says “${text}”`, `
  const said = document.querySelector("courtesy-host").shadowRoot.querySelector(".request [role=status]");
  return said?.textContent.startsWith(arguments[0])`, text);

const keep = async (widget) => {
  await widget.use(KEEP);
  await told(widget, "Kept under “Your requests”, in this browser only.");
};

/** What stands under "Your requests". */
const mine = (widget) => widget.inside(`
  const list = [...root.querySelectorAll(".request h3")].find(({ textContent }) => textContent === "Your requests")?.parentElement.querySelector(".entries");
  return list ? [...list.children].map((entry) => ({ title: entry.querySelector("h4").textContent, said: entry.querySelector("p").textContent,
    days: [...entry.querySelectorAll(".days li strong")].map(({ textContent }) => textContent) })) : []`);

test("nothing is stored before the visitor asks for it, and then what was asked, where and when, but nothing that was written", { pages }, async ({ widget, server }) => {
  await write(widget, "gdpr", "Have your data deleted", { ...ANN, text: "My user name is ann" });
  assert.deepEqual(await widget.storage(), {});
  const before = server.log.length;
  await keep(widget);
  assert.deepEqual(Object.keys(await widget.storage()), [KEY]);
  const { [KEY]: text } = await widget.storage();
  const { schema, requests: [{ id, ...request }, ...more] } = JSON.parse(text);
  assert.deepEqual([schema, more], ["courtesy-requests/1", []]);
  assert.match(id, /^[0-9a-f]{32}$/);
  assert.deepEqual(request, { on: "2026-11-21", site: "Mazoon", right: "Have your data deleted", to: "amrbakry@mazoonai.com", received: false,
    clocks: ["gdpr-answer", "gdpr-extension"], promise: "P30D" });
  assert.equal(server.log.length, before, "it is never sent");
  await keep(widget);
  assert.equal(JSON.parse((await widget.storage())[KEY]).requests.length, 1, "the same one is remembered once");
});

test("my requests stand in the form, also for the next visit: what, when, to whom, and the days", { pages }, async ({ widget }) => {
  await write(widget, "gdpr", "Have your data deleted");
  await keep(widget);
  await widget.use("Edit");
  await widget.use("Back");
  await live(widget, "ccpa");
  await ask(widget, "Opt out of sale and sharing");
  await look(widget);
  await keep(widget);
  const both = [
    { title: "Mazoon: Have your data deleted", said: "Written on 21 November 2026, to amrbakry@mazoonai.com", days: ["21 December 2026", "21 December 2026", "22 February 2027"] },
    { title: "Mazoon: Opt out of sale and sharing", said: "Written on 21 November 2026, to amrbakry@mazoonai.com", days: ["11 December 2026"] },
  ];
  await widget.reload();
  await openForm(widget);
  assert.deepEqual(await mine(widget), both);
  await ask(widget, "Data export");
  assert.equal(await widget.inside(`return root.querySelector("[name=name]").value`), "", "who asked is not remembered");
});

test("the reminders are a calendar of every day on which something is due", { pages }, async ({ widget }) => {
  await write(widget, "gdpr", "Have your data deleted");
  await keep(widget);
  await widget.use("Edit");
  await widget.use("Back");
  await widget.use("Download reminders (.ics)");
  const [{ name, type, text }] = await widget.until("it is saved", "return saved.length && Promise.all(saved)");
  assert.deepEqual([name, type], ["requests.ics", "text/calendar"]);
  assert.doesNotMatch(text.replaceAll("\r\n", ""), /[\r\n]/);
  for (const line of text.split("\r\n")) assert.ok(Buffer.byteLength(line) <= 75, line);
  const lines = text.replaceAll("\r\n ", "").split("\r\n");
  const all = (field) => lines.filter((line) => line.startsWith(field)).map((line) => line.slice(field.length));
  assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ["BEGIN:VCALENDAR", "END:VCALENDAR", ""]);
  assert.deepEqual(all("DTSTART;VALUE=DATE:"), ["20261221", "20261221", "20270222"]);
  assert.deepEqual(all("SUMMARY:"), Array(3).fill("Mazoon: Have your data deleted"));
  assert.equal(new Set(all("UID:")).size, 3);
  for (const stamp of all("DTSTAMP:")) assert.match(stamp, /^20261121T\d{6}Z$/);
  const said = all("DESCRIPTION:").filter((line) => !line.startsWith("Mazoon"));
  assert.deepEqual([said[0], said[1]], ["the legal deadline for our answer\\, one month from receipt (GDPR Article 12(3))", "our own promise to answer by this day"]);
  assert.doesNotMatch(text, /Ann|ann@/);
});

const kept = (title) => title === "Your requests";

test("the key is listed in the details once it exists, and no longer once it is erased", { pages }, async ({ widget }) => {
  await widget.openDetails();
  assert.deepEqual((await widget.items()).map(({ title }) => title).filter(kept), []);
  await widget.leaveDetails();
  await write(widget, "gdpr", "Have your data deleted");
  await keep(widget);
  await widget.leaveDetails();
  await widget.openDetails();
  const { facts } = (await widget.items()).find(({ title }) => kept(title));
  assert.deepEqual([facts.Name, facts.Type, facts["Set by"], facts["Kept for"]], ["courtesy-requests:mazoon", "Local storage", "Mazoon", "until you or your browser deletes it"]);
  await widget.click('dialog .links [data-act="rights"]');
  await widget.use("Edit");
  await widget.use("Back");
  await widget.use(FORGET);
  await told(widget, "Your requests are deleted from this browser.");
  assert.deepEqual(await widget.storage(), {});
  await widget.leaveDetails();
  await widget.openDetails();
  assert.deepEqual((await widget.items()).map(({ title }) => title).filter(kept), []);
});

test("one action erases all of them, says so, and leaves the notice's record alone", { pages }, async ({ widget }) => {
  await widget.dismiss();
  await widget.shows(".reopen");
  await write(widget, "gdpr", "Have your data deleted");
  await keep(widget);
  await widget.use("Edit");
  await widget.use("Back");
  await widget.use(FORGET);
  await told(widget, "Your requests are deleted from this browser.");
  await widget.hasFocus("Your requests are deleted from this brow");
  assert.deepEqual([await mine(widget), Object.keys(await widget.storage())], [[], ["localStorage.courtesy"]]);
  await ask(widget, "Have your data deleted");
  await look(widget);
  await told(widget, "Nothing has been sent from this page.");
});

const blocked = (getter) => desk({ head: `<script>Object.defineProperty(window, "localStorage", { configurable: true, get() { ${getter} } })</script>` });
for (const [what, at] of Object.entries({
  "is blocked": blocked('throw new DOMException("blocked", "SecurityError")'),
  "is null": blocked("return null"),
  "is full": desk({ head: "<script>Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }</script>" }),
})) {
  test(`where storage ${what} the form works, and says that the request is not remembered`, { pages: { "/": at } }, async ({ widget }) => {
    await write(widget, "gdpr", "Data export");
    await widget.use(KEEP);
    await told(widget, "We could not keep a copy.");
    assert.ok((await looked(widget)).mail, "and it can be sent all the same");
    await widget.use("Edit");
    await widget.use("Back");
    assert.deepEqual(await mine(widget), []);
  });
}

for (const [what, text] of Object.entries({
  "no JSON": "yes", "another version's": '{"schema":"courtesy-requests/9","all":"else"}', "somebody else's": '["a","list"]',
})) {
  test(`what stands under the key and is ${what} is neither shown nor written over`,
    { pages: { "/": desk({ head: `<script>localStorage["courtesy-requests:mazoon"] = ${JSON.stringify(text)}</script>` }) } },
    async ({ widget }) => {
      await write(widget, "gdpr", "Data export");
      await widget.use(KEEP);
      await told(widget, "We could not keep a copy.");
      assert.equal((await widget.storage())[KEY], text);
      await widget.use("Edit");
      await widget.use("Back");
      assert.deepEqual(await mine(widget), []);
      await widget.use(FORGET);
      await told(widget, "Your requests are deleted from this browser.");
      assert.deepEqual(await widget.storage(), {});
    });
}

const HALF = JSON.stringify({ schema: "courtesy-requests/1", requests: [
  { id: "a", on: "2026-02-30", site: "Mazoon", right: "R", to: "t@t.t", received: false, clocks: [] }, 7, null, { id: "b" },
  { id: "c", on: "2026-01-31", site: "<b>Mazoon</b>", right: "R", to: "t@t.t", received: false, clocks: ["gdpr-answer", "no-clock"], promise: "soon" },
] });
test("a damaged list is not shown in part, and can be erased", { pages: { "/": desk({ head: `<script>localStorage["courtesy-requests:mazoon"] ??= ${JSON.stringify(HALF)}</script>` }) } }, async ({ widget }) => {
  await openForm(widget);
  assert.deepEqual(await mine(widget), []);
  await widget.use(FORGET);
  assert.deepEqual(await widget.storage(), {});
});

run();
