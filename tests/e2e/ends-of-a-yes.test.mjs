// The other ends of a yes: the browser's signal, a record that is over or gone. What was on goes off and is shut; nothing is recorded for it,
// no card says that somebody turned it off, and the question comes back. And how long a no counts.

import assert from "node:assert/strict";
import { EVERY, everyGate, requested, openedByYes, shown } from "./every-gate.mjs";
import { GARDEN, afterwards, asks } from "./gated.mjs";
import { ADVERTISING, CLOCK, COUNTING, FILMS, SIGNAL, STATISTICS, early, gated, inTab, leave, ran, ready, site, status } from "./optional.mjs";
import { run, settled, test } from "./suite.mjs";

const KEY = "courtesy:garden";
const seen = (widget) => widget.run(`document.dispatchEvent(new Event("visibilitychange", { bubbles: true }))`);
/** In another tab; what is stored then reaches this one in its time. */
const elsewhere = (what) => async ({ widget, session, server }) => {
  let left;
  await inTab(session, server.origin + "/blank", async () => (left = await session.executeScript(`${what}; return localStorage["${KEY}"] ?? null`)));
  await widget.until("this tab sees it", `return (localStorage["${KEY}"] ?? null) === arguments[0]`, left);
};
const here = (what) => async ({ widget }) => {
  await widget.run(what);
  await seen(widget);
};
const rewritten = (change) => `const record = JSON.parse(localStorage["${KEY}"]); ${change}; localStorage["${KEY}"] = JSON.stringify(record)`;

const ends = {
  "the site's data is cleared on this page": here("localStorage.clear()"),
  "the record is removed on this page": here(`localStorage.removeItem("${KEY}")`),
  "the site's data is cleared in another tab": elsewhere("localStorage.clear()"),
  "the record alone is removed in another tab": elsewhere(`localStorage.removeItem("${KEY}")`),
  "the record is emptied in another tab": elsewhere(`localStorage["${KEY}"] = ""`),
  "the record is garbled in another tab": elsewhere(`localStorage["${KEY}"] = "{}"`),
  "its time is over": here("window.ahead = 200"),
  "years go by": here("window.ahead = 4000"),
  "its date is ahead of the clock": here("window.ahead = -30"),
  "its end is rewritten": here(rewritten(`record.expires = "2020-01-01T00:00:00Z"`)),
  "it is of another version of the notice": here(rewritten(`record.notice.version = "0"`)),
  "it is of another version of Courtesy": here(rewritten(`record.schema = "courtesy/9"`)),
  "it was given for other facts": here(rewritten(`for (const key in record.notice.facts) record.notice.facts[key] = "AAAAAAAA"`)),
};
const pages = { "/blank": "<!doctype html><html lang=en><head><title>Blank</title></head><body>Blank.</body></html>" };
const HEARD = `<script>window.heard = []; for (const name of ["decided", "changed"]) document.addEventListener("courtesy:" + name, ({ detail }) => heard.push([name, detail]))</script>`;

for (const [what, does] of Object.entries(ends)) {
  test(`where ${what}, gates and frames close, nothing is recorded, and the question comes back`,
    everyGate({ head: HEARD, pages, server: { early: early(CLOCK) } }), async (visit) => {
      const { widget, server } = visit;
      await openedByYes(widget);
      await widget.run("ran.length = heard.length = 0");
      server.log.length = 0;
      await does(visit);
      const stored = await widget.run(`return localStorage["${KEY}"]`);
      await asks(widget);
      await widget.until("the frames are shut", "return ![...document.querySelectorAll('iframe')].some((frame) => frame.getAttribute('src')) && !document.querySelector('.within')");
      await widget.until("both have their placeholder", "return document.querySelectorAll('courtesy-placeholder').length === 2");
      await settled();
      assert.deepEqual(await widget.run("return [ran, courtesy.allows('media'), courtesy.status('media')]"), [[], false, "undecided"]);
      assert.deepEqual(requested(server), []);
      assert.equal(await widget.run(`return localStorage["${KEY}"]`), stored, "nothing is recorded");
      assert.equal(await widget.visible(".afterwards"), false, "nobody turned it off");
      const [[name, { granted, withdrawn }], ...more] = await widget.run("return heard");
      assert.deepEqual([name, granted, withdrawn.includes("media"), more], ["changed", [], true, []], "the page is told");
      assert.equal(await widget.run("return document.querySelectorAll('courtesy-placeholder').length"), 2);
    });
}

test("after such an end a new yes opens the frames again, and runs nothing twice", everyGate(), async (visit) => {
  const { widget } = visit;
  await openedByYes(widget);
  await here("localStorage.clear(); ran.length = 0")(visit);
  await asks(widget);
  await widget.click('.notice [data-act="accept-all"]');
  await shown(widget);
  assert.deepEqual(await widget.run("return ran"), []);
});

const SOLD = { ...GARDEN.purposes[1], saleOrShare: true };

test("by the browser's signal a sale ends, with an objection on record and a word on it; what is no sale stays", everyGate({
  body: EVERY + '<script type="text/plain" data-purpose="analytics">ran.push("analytics")</script>',
  more: { purposes: [GARDEN.purposes[0], SOLD], sells: true }, server: { early: early(SIGNAL) },
}), async (visit) => {
  const { widget, go, server } = visit;
  await asks(widget);
  await widget.run("return courtesy.decide({ analytics: true, media: true }).then(() => true)");
  await widget.until("all ran", "return ran.includes('analytics') && ran.length === 8");
  await shown(widget);
  server.log.length = 0;
  await leave(widget, go, "/later?gpc=true");
  await ready(widget);
  await widget.until("what is no sale ran", "return ran.length && ran");
  const { said } = await afterwards(widget);
  assert.match(said[0], /Films/);
  await settled();
  assert.deepEqual(await widget.run("return [ran, courtesy.status('media'), courtesy.status('analytics')]"), [["analytics"], "objected", "granted"]);
  assert.deepEqual([requested(server), (await widget.record()).choices.media], [[], "objected"]);
  assert.deepEqual(await widget.run("return Object.keys(localStorage).filter((name) => name.startsWith('reel'))"), [], "what it stored is removed");
  assert.equal(await widget.visible(".notice"), false);
});

const visit = (purposes, fields, attributes) => ({
  made: () => ({ folders: { "/courtesy/": site(purposes, fields) }, early: early(SIGNAL, CLOCK), pages: { "/": gated(purposes.map(({ id }) => id), { attributes }) } }),
});
const decide = (widget, what) => widget.run("return courtesy.ready.then(() => courtesy.decide(arguments[0])).then(() => true)", what);
/** The effect of a no so many days later: the status, and whether the notice shows. */
const noes = [
  ["a refusal is asked about again after its time, and is a refusal meanwhile", [STATISTICS, FILMS], "reject-all", [[100, "refused", false], [200, "refused", true], [4000, "refused", true]]],
  ["a withdrawal is asked about again after its time, and is one meanwhile", [STATISTICS], "withdraw", [[100, "withdrawn", false], [200, "withdrawn", true]]],
  ["an objection in the United Kingdom stays, and is never asked about", [COUNTING], "reject-all", [[200, "objected", false], [4000, "objected", false]], "uk"],
  ["a sale that was refused is asked about after twelve months, not before", [ADVERTISING], "reject-all", [[200, "refused", false], [360, "refused", false], [370, "refused", true]]],
  ["a sale that was withdrawn is asked about after twelve months, not before", [ADVERTISING], "withdraw", [[200, "withdrawn", false], [360, "withdrawn", false], [370, "withdrawn", true]]],
  ["a refusal beside a sale is asked about by itself", [STATISTICS, ADVERTISING], "reject-all", [[200, "refused", true]]],
  ["a shorter period makes a refusal come back earlier, and a sale no earlier", [ADVERTISING], "reject-all", [[40, "refused", false]], undefined, { notice: { expiresAfter: "P1M" } }],
];
for (const [what, purposes, how, then, jurisdiction, fields = { sells: purposes.includes(ADVERTISING) }] of noes) {
  test(what, visit(purposes, { ...fields, ...(purposes.includes(ADVERTISING) && { sells: true }) }, jurisdiction && `data-jurisdiction="${jurisdiction}"`), async ({ widget, go }) => {
    await ready(widget);
    if (how === "withdraw") {
      await decide(widget, "accept-all");
      await widget.run("return courtesy.withdraw().then(() => true)");
    } else await decide(widget, how);
    for (const [days, state, isAsked] of then) {
      await leave(widget, go, `/?ahead=${days}`);
      await ready(widget);
      const [first] = purposes;
      assert.deepEqual([await status(widget, first.id), await widget.visible(".notice"), await ran(widget)], [state, isAsked, []], `after ${days} days`);
    }
  });
}

test("while the signal is on a sale is never asked about, however long ago it was refused", visit([ADVERTISING], { sells: true }), async ({ widget, go }) => {
  await ready(widget);
  await decide(widget, "reject-all");
  await leave(widget, go, "/?ahead=900&gpc=true");
  await ready(widget);
  assert.deepEqual([await widget.visible(".notice"), await ran(widget)], [false, []]);
});

run();
