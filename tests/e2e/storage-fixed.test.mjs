// Storage that cannot be changed any more: a yes in it could not be withdrawn, so it counts for nothing, and the visitor reads that nothing is
// remembered. And how long a record counts, whatever it says of its end.

import assert from "node:assert/strict";
import { everyGate, isOff, open, openedByYes } from "./every-gate.mjs";
import { GARDEN, PILL, accepted, asks } from "./gated.mjs";
import { CLOCK, early, gated, leave, ran, ready, status } from "./optional.mjs";
import { built, rebuilt } from "./sites.mjs";
import { run, settled, test } from "./suite.mjs";

/** How storage is beyond change; the page asks for it by sessionStorage, from its next view on. */
const fixed = {
  "writing and removing throw": "Storage.prototype.setItem = Storage.prototype.removeItem = () => { throw new DOMException('x', 'QuotaExceededError') }",
  "writing, removing and clearing throw": "for (const name of ['setItem', 'removeItem', 'clear']) Storage.prototype[name] = () => { throw new DOMException('x', 'SecurityError') }",
  "it is an object of the page's that throws": `const text = localStorage["courtesy:garden"]; const fail = () => { throw new Error("read only") };
    Object.defineProperty(window, "localStorage", { value: { getItem: (name) => (name === "courtesy:garden" ? text : null), setItem: fail, removeItem: fail, key: () => null, length: 0 } })`,
  "it is frozen": `const kept = { ...localStorage }; Object.defineProperty(window, "localStorage", { value: new Proxy({ getItem: (name) => kept[name] ?? null }, { get: (to, name) => (name === "getItem" ? to.getItem : () => { throw new TypeError("frozen") }), set: () => false }) })`,
  "only writing throws": "Storage.prototype.setItem = () => { throw new DOMException('x', 'QuotaExceededError') }",
};
const FIXED = `<script>{ const how = ${JSON.stringify(fixed).replaceAll("<", "\\u003c")}[sessionStorage.getItem("how")]; if (how) (0, eval)("{" + how + "}") }</script>`;
const unremembered = (widget) => widget.until("it says so", `return /does not let us remember/.test(document.querySelector("courtesy-host").shadowRoot.querySelector(".notice").innerText)`);

for (const what of Object.keys(fixed)) {
  test(`where ${what}: a stored yes counts for nothing, nothing opens, and the notice says why`, everyGate({ head: FIXED }), async (visit) => {
    const { widget, server } = visit;
    await openedByYes(widget);
    await widget.run("sessionStorage.setItem('how', arguments[0])", what);
    server.log.length = 0;
    await widget.reload();
    await asks(widget);
    await unremembered(widget);
    await settled();
    assert.deepEqual(await widget.run("return [ran, courtesy.allows('media'), courtesy.status('media')]"), [[], false, "undecided"]);
    assert.deepEqual(server.log.filter((path) => path.startsWith("/every/") && !path.endsWith(".svg")), []);
  });

  test(`where ${what}: a yes that is given there counts for nothing, and the notice says why`, everyGate({ head: FIXED }), async (visit) => {
    const { widget, server } = visit;
    await accepted(widget);
    await widget.run("sessionStorage.setItem('how', arguments[0])", what);
    await widget.reload();
    await asks(widget);
    server.log.length = 0;
    await widget.click('.notice [data-act="accept-all"]');
    await unremembered(widget);
    await settled();
    assert.deepEqual(await widget.run("return [ran, courtesy.allows('media'), courtesy.status('media')]"), [[], false, "undecided"]);
    assert.deepEqual(server.log.filter((path) => path.startsWith("/every/")), []);
  });

  test(`where ${what} from the middle of a page view on: a withdrawal counts there and at the next view`, everyGate({ head: FIXED }), async (visit) => {
    const { widget } = visit;
    await openedByYes(widget);
    await widget.run("sessionStorage.setItem('how', arguments[0]); (0, eval)('{' + arguments[1] + '}')", what, fixed[what]);
    await widget.click(PILL.withdraw);
    await isOff(widget);
    await widget.until("it says so", `return /does not let us remember/.test(document.querySelector("courtesy-host").shadowRoot.textContent)`);
    assert.equal(await widget.inside(`return root.querySelector(".said").textContent`), "Done. We’ll ask again on your next page.");
    await widget.reload();
    await asks(widget);
    await settled();
    assert.deepEqual(await widget.run("return [ran, courtesy.allows('media')]"), [[], false]);
  });
}

test("where it can be changed again nothing is on but what is granted then", everyGate({ head: FIXED }), async (visit) => {
  const { widget } = visit;
  await accepted(widget);
  await widget.run("sessionStorage.setItem('how', arguments[0])", "only writing throws");
  await widget.reload();
  await asks(widget);
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await widget.run("sessionStorage.removeItem('how')");
  await widget.reload();
  await asks(widget);
  await settled();
  assert.deepEqual(await widget.run("return [ran, courtesy.allows('media')]"), [[], false], "what was refused did not come back");
});

// How long it counts.
const lasting = (expiresAfter) => {
  const out = built({ ...GARDEN, notice: { expiresAfter } });
  // Each engine begins with the site as it was before: the one that ran last has left it as it became.
  return { out, made: () => (rebuilt(out, { notice: { expiresAfter } }), { folders: { "/courtesy/": out }, early: early(CLOCK), pages: { "/": gated(["media"]) } }) };
};
const accept = async (widget) => {
  await ready(widget);
  await widget.run("return courtesy.decide('accept-all').then(() => true)");
};
/** The page so many days later, after the site was built anew; its script is fetched anew, too. */
const later = async (widget, go, days, query = "") => {
  await leave(widget, go, `/?ahead=${days}${query}`);
  await widget.run("return fetch('/courtesy/courtesy.js', { cache: 'reload' }).then(() => true)");
  await widget.reload();
  await ready(widget);
};
const isAsked = async (widget, what) => assert.deepEqual([await status(widget, "media"), await ran(widget), await widget.visible(".notice")], ["undecided", [], true], what);
const isOn = async (widget, what) => assert.deepEqual([await status(widget, "media"), await widget.visible(".notice")], ["granted", false], what);

for (const [before, after, at, what] of [
  ["P24M", "P6M", 22 * 30, "22 months"], ["P24M", "P6M", 200, "200 days"], ["P12M", "P30D", 40, "40 days"], ["P6M", "P1D", 2, "2 days"], ["P24M", "P1M", 35, "35 days"],
]) {
  const { out, made } = lasting(before);
  test(`after ${before} became ${after}, a yes of ${what} ago is asked for again`, { made, form: "built" }, async ({ widget, go }) => {
    await accept(widget);
    await later(widget, go, at);
    await isOn(widget, "before");
    rebuilt(out, { notice: { expiresAfter: after } });
    await later(widget, go, at);
    await isAsked(widget, "after");
  });
}

const forever = {
  "its end is the year 9999": `record.expires = "9999-12-31T23:59:59Z"`,
  "its end is a year too late": `record.expires = record.expires.replace(/^\\d+/, (year) => Number(year) + 1)`,
  "its events are ahead of the clock, and its end": `record.events.forEach((event) => { event.at = event.at.replace(/^\\d+/, (year) => Number(year) + 3) }); record.expires = "9999-12-31T23:59:59Z"`,
};
for (const [what, change] of Object.entries(forever)) {
  test(`a record counts no longer than the site says: ${what}`, { ...lasting("P6M"), form: "built" }, async ({ widget, go }) => {
    await accept(widget);
    await widget.run(`const record = JSON.parse(localStorage["courtesy:garden"]); ${change}; localStorage["courtesy:garden"] = JSON.stringify(record)`);
    await leave(widget, go, "/?ahead=200");
    await ready(widget);
    await isAsked(widget, what);
  });
}
for (const [what, change] of Object.entries({
  "refuse": `record.events.forEach((event) => { event.state = "refused" })`, "withdraw": `record.events.push({ ...record.events[0], state: "withdrawn" })`,
  "do not name it": `record.events.forEach((event) => { event.purposes = ["analytics"] })`, "name nothing": "record.events.forEach((event) => { event.purposes = [] })",
})) {
  test(`a yes that no event gave counts for nothing: events that ${what}`, { ...lasting("P6M"), form: "built" }, async ({ widget, go }) => {
    await accept(widget);
    await widget.run(`const record = JSON.parse(localStorage["courtesy:garden"]); ${change}; localStorage["courtesy:garden"] = JSON.stringify(record)`);
    await leave(widget, go, "/?ahead=1");
    await ready(widget);
    await isAsked(widget, what);
  });
}

run();
