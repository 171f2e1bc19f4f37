// What tag vendors hear, in which order: Google's commands and the event for tag managers, Microsoft's queue and Clarity.

import assert from "node:assert/strict";
import { test } from "node:test";

const DENIED = { ad_storage: "denied", ad_user_data: "denied", ad_personalization: "denied", analytics_storage: "denied" };
const GOOGLE = { ad_storage: ["ads"], ad_user_data: [], ad_personalization: [], analytics_storage: ["analytics"] };
let imports = 0;

/** A page whose site declares these signals; gives what its visitor does, and what was said. */
const page = async ({ google, microsoft, keys = ["analytics", "analytics/plausible", "media"], record = null, on = [], window: there = {}, ready = {} }) => {
  const listeners = {};
  const state = { record, on: new Set(on) };
  const courtesy = {
    allows: (key) => state.on.has(key),
    record: () => state.record,
    on: (name, call) => (listeners[name] ??= []).push(call),
  };
  Object.assign(globalThis, { window: { ...there }, __COURTESY_SIGNALS__: google, __COURTESY_KEYS__: keys, __COURTESY_MICROSOFT__: microsoft });
  const before = () => structuredClone((window.dataLayer ?? []).map((entry) => ("length" in entry ? [...entry] : entry)));
  // In a page all of it is one script, so what it puts off runs after the widget is there.
  const [later, { queueMicrotask }] = [[], globalThis];
  globalThis.queueMicrotask = (act) => later.push(act);
  for (const [is, file] of [[google, "consent-mode"], [microsoft, "microsoft-consent"]]) {
    if (is) await import(`../../www/loader/effects/${file}.js?${(imports += 1)}`);
  }
  const first = before();
  globalThis.queueMicrotask = queueMicrotask;
  window.courtesy = courtesy;
  later.forEach((act) => act());
  const emit = (name, detail) => listeners[name]?.forEach((call) => call(detail));
  emit("ready", { mode: "consent", reason: null, ...ready });
  if (state.on.size) emit("changed", { granted: [...state.on], withdrawn: [] });
  return {
    first,
    layer: before,
    events: () => before().filter(({ event }) => event),
    decide: (keys) => {
      state.record = { choices: {} };
      state.on = new Set(keys);
      emit("decided", {});
      emit("changed", {});
    },
    elsewhere: (keys, kept = { choices: {} }) => {
      state.record = kept;
      state.on = new Set(keys);
      emit("changed", {});
    },
  };
};
const FIRST = { reason: "first-visit" };
const event = (courtesy) => ({ event: "courtesy_consent", courtesy });
const OFF = { analytics: "denied", "analytics/plausible": "denied", media: "denied" };

test("a first visit hears the default and no event until there is an answer", async () => {
  const { first, layer } = await page({ google: GOOGLE, ready: FIRST });
  assert.deepEqual(first, [["consent", "default", DENIED]]);
  assert.deepEqual(layer(), first);
});

test("after a yes there is the update, then one event with each purpose and service", async () => {
  const { layer, decide } = await page({ google: GOOGLE, ready: FIRST });
  decide(["analytics"]);
  assert.deepEqual(layer().slice(1), [["consent", "update", { ...DENIED, analytics_storage: "granted" }], event({ ...OFF, analytics: "granted" })]);
});

test("after a no, and after a withdrawal, the event says that all is denied", async () => {
  const { events, decide } = await page({ google: GOOGLE, ready: FIRST });
  decide([]);
  decide(["media"]);
  decide([]);
  assert.deepEqual(events(), [event(OFF), event({ ...OFF, media: "granted" }), event(OFF)]);
});

test("at each page view with an answer there is one event: after a yes and after a no", async () => {
  const yes = await page({ google: GOOGLE, record: {}, on: ["analytics"] });
  assert.deepEqual(yes.layer().slice(1), [["consent", "update", { ...DENIED, analytics_storage: "granted" }], event({ ...OFF, analytics: "granted" })]);
  const no = await page({ google: GOOGLE, record: {} });
  assert.deepEqual(no.layer().slice(1), [event(OFF)]);
});

test("what is left of an earlier answer is an event, though something is asked again; without any yes there is none", async () => {
  const some = await page({ google: GOOGLE, record: {}, on: ["media"], ready: { reason: "undecided" } });
  assert.deepEqual(some.events(), [event({ ...OFF, media: "granted" })]);
  const none = await page({ google: GOOGLE, record: {}, ready: { reason: "expired" } });
  assert.deepEqual(none.events(), []);
});

test("what another tab decides is one event, and so is what ends", async () => {
  const { events, elsewhere } = await page({ google: GOOGLE, ready: FIRST });
  elsewhere(["analytics"]);
  elsewhere(["analytics"]);
  elsewhere([], null);
  assert.deepEqual(events(), [event({ ...OFF, analytics: "granted" }), event(OFF)]);
});

test("what is on without an answer, in the United Kingdom, is no event until there is one", async () => {
  const { events, decide } = await page({ google: GOOGLE, on: ["analytics"], ready: FIRST });
  assert.deepEqual(events(), []);
  decide(["analytics"]);
  assert.deepEqual(events(), [event({ ...OFF, analytics: "granted" })]);
});

test("a site that asks nothing has no event, and a page's own dataLayer that refuses harms nothing", async () => {
  const { events, decide } = await page({ google: GOOGLE, keys: [], record: {} });
  decide([]);
  assert.deepEqual(events(), []);
  await page({ google: GOOGLE, window: { dataLayer: Object.freeze([]) } });
});

const heard = () => [[...(window.uetq ?? [])], (window.clarity?.q ?? []).map((call) => [...call])];
const BOTH = { ad_storage: ["ads"], analytics_storage: ["analytics"] };

test("Microsoft hears denied before its tags, then each decision", async () => {
  const { decide } = await page({ microsoft: BOTH, ready: FIRST });
  assert.deepEqual(heard(), [["consent", "default", { ad_storage: "denied" }], [["consentv2", { ad_Storage: "denied", analytics_Storage: "denied" }]]]);
  decide(["analytics"]);
  decide(["analytics", "ads"]);
  decide([]);
  const [uet, clarity] = heard();
  assert.deepEqual(uet.slice(3), ["denied", "granted", "denied"].flatMap((ad_storage) => ["consent", "update", { ad_storage }]));
  assert.deepEqual(clarity.slice(1).map(([, now]) => now), [
    { ad_Storage: "denied", analytics_Storage: "granted" }, { ad_Storage: "granted", analytics_Storage: "granted" }, { ad_Storage: "denied", analytics_Storage: "denied" },
  ]);
  assert.equal("dataLayer" in window, false, "Google is not declared");
});

test("without analytics_storage Clarity is never defined", async () => {
  const { decide } = await page({ microsoft: { ad_storage: ["ads"] } });
  decide(["ads"]);
  assert.equal("clarity" in window, false);
  assert.deepEqual(heard()[0].at(-1), { ad_storage: "granted" });
});

test("queues that the page has are its own, and what cannot be called harms nothing", async () => {
  const calls = [];
  const uetq = ["theirs"];
  await page({ microsoft: BOTH, window: { uetq, clarity: (...call) => calls.push(call) } });
  assert.equal(window.uetq, uetq);
  assert.deepEqual([uetq.length, calls.length], [4, 1]);
  await page({ microsoft: BOTH, window: { uetq: Object.freeze([]), clarity: { tagName: "DIV" } } });
});

test("both vendors are told, and a signal of several purposes needs all of them", async () => {
  const { layer, decide } = await page({ google: GOOGLE, microsoft: { ad_storage: ["ads", "media"] } });
  decide(["ads"]);
  assert.deepEqual([layer().filter(Array.isArray).at(-1)[2].ad_storage, heard()[0].at(-1).ad_storage], ["granted", "denied"]);
});

test("an element of the page that has the widget's name has said nothing; a second tag has", async () => {
  const element = await page({ google: GOOGLE, window: { courtesy: { on: "an element" } } });
  assert.equal(element.first.length, 1);
  const second = await page({ google: GOOGLE, window: { courtesy: { on: () => {} } } });
  assert.deepEqual([second.first, second.layer()], [[], []]);
});
