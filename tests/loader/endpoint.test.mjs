// The copies that an endpoint is sent: each event at least once, the same key for the same text, and nothing that blocks or is lost.

import assert from "node:assert/strict";
import { test } from "node:test";
import { copyOf, endpoint, unsent } from "../../www/loader/effects/endpoint.js";
import { stamp } from "../../www/loader/consent/record.js";

const event = (at, state = "granted", purposes = ["analytics"]) => ({ at, state, purposes, method: "choices", language: "en" });
const record = (events, more = {}) => ({
  schema: "courtesy/1", ...more, mode: "consent", notice: { version: "1", facts: { analytics: "aaaaaaaa" }, seen: null },
  choices: { analytics: "granted" }, events, expires: "2027-05-22T12:00:00Z", gpc: null,
});
const OLD = event("2026-11-20T12:00:00Z");
const NEW = event("2026-11-21T12:00:00Z", "withdrawn");

/** A page with a record; `answers` are statuses, errors, or functions that give one of them while the request is under way. */
const page = (stored, answers = []) => {
  const [posts, problems, waiting] = [[], [], []];
  const state = { stored };
  globalThis.addEventListener = (type, listener) => waiting.push([type, listener]);
  globalThis.fetch = async (address, options) => {
    posts.push({ address, ...options, body: JSON.parse(options.body), text: options.body });
    let answer = answers.shift() ?? 204;
    if (typeof answer === "function") answer = await answer(state);
    if (answer instanceof Error) throw answer;
    return { ok: answer >= 200 && answer < 300, status: answer };
  };
  const core = {
    current: () => state.stored ?? "first-visit",
    remember: (next) => (state.stored = next),
    problem: (code, message) => problems.push([code, message]),
  };
  const facts = async () => ({ endpoint: "https://tea.example/records", site: "Teahouse" });
  return { ...endpoint(core, facts), state, posts, problems, waiting };
};

test("what is new is sent once, under an id that is made then, and what arrived is not sent again", async () => {
  const { send, state, posts, problems } = page(record([OLD]));
  await send();
  await send();
  const [{ address, method, headers, body, keepalive, credentials, redirect, referrerPolicy }, ...more] = posts;
  assert.deepEqual([address, method, keepalive, credentials, redirect, referrerPolicy, more], ["https://tea.example/records", "POST", true, "omit", "manual", "no-referrer", []]);
  assert.match(state.stored.id, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.deepEqual([headers["idempotency-key"], body.key], Array(2).fill(`${state.stored.id}/${OLD.at}/1`));
  assert.deepEqual([body.schema, body.site, body.events], ["courtesy-record/1", "Teahouse", [OLD]]);
  assert.deepEqual(Object.keys(state.stored), ["schema", "id", "sent", "mode", "notice", "choices", "events", "expires", "gpc"], "the record keeps its order");
  assert.equal(state.stored.sent, OLD.at);
  assert.equal("sent" in body.record, false);
  assert.deepEqual(problems, []);
});

for (const failure of [new TypeError("Failed to fetch"), 500, 503, 429, 404, 400, 302, 0]) {
  test(`after ${failure} nothing is marked, one line says so, nothing is thrown, and the next attempt is the same to the byte`, async () => {
    const { send, state, posts, problems } = page(record([OLD, NEW], { id: "an-id", sent: OLD.at }), [failure, failure, 201]);
    await send();
    await send();
    assert.equal(state.stored.sent, OLD.at);
    assert.deepEqual(problems.map(([code]) => code), ["records", "records"]);
    assert.match(problems[0][1], /is tried again/);
    await send();
    assert.equal(state.stored.sent, NEW.at);
    assert.equal(new Set(posts.map(({ text }) => text)).size, 1);
    assert.equal(new Set(posts.map(({ headers }) => headers["idempotency-key"])).size, 1);
    assert.deepEqual(posts[0].body.events, [NEW]);
  });
}

test("once the browser is online again it is tried without waiting for a page", async () => {
  const { send, state, waiting } = page(record([OLD]), [new TypeError("offline")]);
  await send();
  const [[type, listener]] = waiting;
  assert.equal(type, "online");
  await listener();
  assert.equal(state.stored.sent, OLD.at);
});

test("what is decided while one is sent is sent after it, and asked for twice it is sent once", async () => {
  const decides = (state) => {
    state.stored = { ...state.stored, events: [...state.stored.events, NEW] };
    return 204;
  };
  const { send, state, posts } = page(record([OLD]), [decides]);
  await Promise.all([send(), send(), send()]);
  assert.deepEqual(posts.map(({ body }) => body.events), [[OLD], [NEW]]);
  assert.equal(state.stored.sent, NEW.at);
});

test("a decision in the very second of what was sent is not taken for sent", async () => {
  const now = stamp(Date.now());
  const [first, second] = [event(now), event(now, "withdrawn")];
  const decides = (state) => {
    state.stored = { ...state.stored, events: [...state.stored.events, second] };
    return 204;
  };
  const { send, state, posts } = page(record([first]), [decides]);
  await send();
  assert.deepEqual(posts.map(({ body }) => body.events), [[first], [first, second]], "rather one twice than one never");
  assert.notEqual(posts[0].body.key, posts[1].body.key);
  assert.equal(state.stored.sent, now);
  assert.ok(Date.now() >= Date.parse(now) + 1000, "marked only when no other event can bear that time");
});

test("a clock that was set back loses nothing and is not waited for", async () => {
  const ahead = event(stamp(Date.now() + 86_400_000 * 3));
  const behind = event(stamp(Date.now() - 5_000), "withdrawn");
  const { send, state, posts } = page(record([ahead, behind], { id: "an-id", sent: ahead.at }));
  await send();
  assert.deepEqual(posts.map(({ body }) => body.events), [[behind]]);
  assert.equal(state.stored.sent, behind.at);
  const begun = Date.now();
  const other = page(record([ahead]));
  await other.send();
  assert.ok(Date.now() - begun < 500);
  assert.equal(other.state.stored.sent, ahead.at);
});

test("what is erased while it is sent stays erased, and another record is not marked with it", async () => {
  const erases = (state) => {
    state.stored = null;
    return 204;
  };
  const first = page(record([OLD]), [erases]);
  await first.send();
  assert.equal(first.state.stored, null);
  const replaces = (state) => {
    state.stored = record([NEW]);
    return 204;
  };
  const second = page(record([OLD]), [replaces]);
  await second.send();
  assert.equal(second.state.stored.id === second.posts[0].body.record.id, false);
});

test("a decision that comes before the address is known is not overwritten", async () => {
  const made = page(record([OLD]));
  const sending = made.send();
  made.state.stored = record([OLD, NEW]);
  await sending;
  assert.deepEqual(made.state.stored.events, [OLD, NEW]);
  assert.deepEqual(made.posts[0].body.events, [OLD, NEW]);
});

test("without a record, and where all was sent, nothing is", async () => {
  for (const stored of [null, record([OLD], { id: "an-id", sent: OLD.at })]) {
    const { send, posts } = page(stored);
    await send();
    assert.deepEqual(posts, []);
  }
});

test("where the last event that arrived is no longer there, all are sent", () => {
  assert.deepEqual(unsent(record([OLD, NEW], { id: "an-id", sent: "2025-01-01T00:00:00Z" })), [OLD, NEW]);
});

test("what would not outlive its page goes without the old events, and what still would not is sent by a page that stays", () => {
  const keys = Array.from({ length: 40 }, (_, place) => `a-purpose-with-a-long-name-${place}`);
  const many = Array.from({ length: 50 }, (_, place) => event(`2026-11-21T12:00:${String(place).padStart(2, "0")}Z`, "granted", keys));
  const size = ({ text }) => new TextEncoder().encode(text).length;
  const all = record(many, { id: "an-id", sent: many[48].at });
  const one = copyOf(all, unsent(all), "Teahouse");
  assert.deepEqual([one.keepalive, size(one) < 48_000, JSON.parse(one.text).record.events], [true, true, [many[49]]]);
  const none = copyOf(all, many, "Teahouse");
  assert.equal(none.keepalive, false);
  assert.deepEqual(JSON.parse(none.text).events, many);
});
