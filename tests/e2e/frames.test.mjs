// Embedded frames: until they are granted a placeholder stands in their place, as large as they are, that says what it is, where it
// comes from and what for. Showing one once stores nothing; showing it always is a choice like any other.

import assert from "node:assert/strict";
import { ADVERTISING, becomes, events, frame, framed as visit, loaded, openChoices, placeholders, press, ready, status, there } from "./optional.mjs";
import { run, test } from "./suite.mjs";

const films = (server) => server.log.filter((path) => path.startsWith("/film"));

test("nothing is asked of the frame's server before a yes, and its placeholder says what, from where and what for", visit(), async ({ widget, server }) => {
  await there(widget, 1);
  const [{ name, text, buttons }] = await placeholders(widget);
  assert.equal(name, "Film one (from Teatube)");
  assert.equal(text, `Loading this connects you to ${new URL(server.origin).host}. Purpose: Films.`);
  assert.deepEqual(buttons, ["Show once", "Always show"]);
  assert.deepEqual(films(server), []);
  assert.deepEqual(await widget.storage(), {});
});

test("without a service the purpose is named, and a frame from elsewhere names that host", visit(frame("one", "")), async ({ widget }) => {
  await there(widget, 1);
  assert.equal((await placeholders(widget))[0].name, "Film one (from Films)");
  await widget.run(`
    const frame = document.createElement("iframe");
    Object.assign(frame.dataset, { purpose: "films", service: "potcast", src: "https://www.potcast.example:8443/talk?of=tea" });
    document.querySelector("main").append(frame)`);
  await there(widget, 2);
  const { name, text } = (await placeholders(widget))[1];
  assert.equal(name, "Potcast");
  assert.match(text, /^Loading this connects you to www\.potcast\.example:8443\. /);
});

test("“once” loads this one and no other, stores nothing, and is over with the page", visit(frame("one") + frame("two")), async ({ widget, server }) => {
  await there(widget, 2);
  await press(widget, "once");
  await loaded(widget, "one");
  await there(widget, 1);
  await widget.hasFocus("one");
  assert.deepEqual(films(server), ["/film-one"]);
  assert.deepEqual(await widget.storage(), {});
  assert.equal(await status(widget, "films/teatube"), "undecided");
  assert.equal(await widget.visible(".notice"), true, "the notice still asks");
  await widget.reload();
  await there(widget, 2);
  assert.deepEqual(films(server), ["/film-one"]);
});

test("“always” is a choice for that service: recorded, for its frames, now and later", visit(frame("one") + frame("two", 'data-service="potcast"') + frame("three")), async ({ widget, server }) => {
  await there(widget, 3);
  await press(widget, "always");
  await loaded(widget, "one");
  await loaded(widget, "three");
  await there(widget, 1);
  await widget.hasFocus("one");
  assert.deepEqual(films(server).sort(), ["/film-one", "/film-three"]);
  assert.deepEqual(await events(widget), [["granted", "films/teatube", "placeholder"]]);
  assert.deepEqual((await widget.record()).choices, { "films/teatube": "granted" });
  assert.deepEqual([await status(widget, "films"), await status(widget, "films/potcast"), await status(widget, "statistics")], ["undecided", "undecided", "undecided"]);
  await widget.reload();
  await loaded(widget, "one");
  await loaded(widget, "three");
  await there(widget, 1);
  await widget.noticeShows();
});

test("“always” without a service is a choice for the purpose", visit(frame("one", "")), async ({ widget }) => {
  await there(widget, 1);
  await press(widget, "always");
  await loaded(widget, "one");
  assert.deepEqual(await events(widget), [["granted", "films,films/teatube,films/potcast", "placeholder"]]);
});

test("accepting shows every frame, once each; withdrawing puts the placeholders back, and what was loaded is gone", visit(frame("one") + frame("two", "")), async ({ widget, server }) => {
  await there(widget, 2);
  await widget.click('.notice [data-act="accept-all"]');
  await loaded(widget, "one");
  await loaded(widget, "two");
  await there(widget, 0);
  assert.deepEqual(films(server).sort(), ["/film-one", "/film-two"]);
  await widget.click('.reopen [data-act="withdraw"]');
  await becomes(widget, "films", "withdrawn");
  await there(widget, 2);
  const [one, two] = await widget.run(`return ["one", "two"].map((id) => { const frame = document.getElementById(id); return [frame.hasAttribute("src"), frame.contentDocument?.body?.textContent ?? ""] })`);
  assert.deepEqual([one, two], [[false, ""], [false, ""]]);
  await widget.reload();
  await there(widget, 2);
  assert.equal(films(server).length, 2, "nothing was asked for again");
  await press(widget, "always");
  await loaded(widget, "one");
});

test("refusing leaves the placeholders, and one still shows its frame once", visit(), async ({ widget, server }) => {
  await there(widget, 1);
  await widget.click('.notice [data-act="reject-all"]');
  await widget.hides(".notice");
  await there(widget, 1);
  assert.deepEqual(films(server), []);
  const before = await widget.record();
  await press(widget, "once");
  await loaded(widget, "one");
  assert.deepEqual(await widget.record(), before);
});

test("frames that come later have placeholders, and those that go take theirs along", visit("<div id=room></div>"), async ({ widget, server }) => {
  await ready(widget);
  const add = (id) => widget.run(`document.getElementById("room").insertAdjacentHTML("beforeend", arguments[0])`, frame(id));
  await add("one");
  await there(widget, 1);
  await add("two");
  await there(widget, 2);
  await widget.run(`document.getElementById("one").remove()`);
  await add("three");
  await there(widget, 2);
  assert.deepEqual(films(server), []);
  await widget.click('.notice [data-act="accept-all"]');
  await loaded(widget, "two");
  await loaded(widget, "three");
  await there(widget, 0);
  await widget.run(`document.getElementById("room").replaceChildren()`);
  await add("one");
  await loaded(widget, "one");
});

test("a frame that names nothing that is declared stays shut, and the console says so once", { ...visit(frame("one").replace('"films"', '"filsm"')), console: [/asks for no purpose or service .+filsm\/teatube/] }, async ({ widget, server }) => {
  await widget.until("the console says so", "return said.length");
  assert.equal((await widget.run("return said")).length, 1);
  await widget.click('.notice [data-act="accept-all"]');
  await ready(widget);
  assert.deepEqual(films(server), []);
});

test("where the signal keeps a purpose off, its placeholder leads to the choices, and offers no way round them",
  visit(frame("one", "").replace('"films"', '"advertising"'), { purposes: [ADVERTISING], fields: { sells: true, shares: true, services: [] }, at: "/?gpc=true" }), async ({ widget, server }) => {
    await there(widget, 1);
    assert.deepEqual((await placeholders(widget))[0].buttons, ["Choose"]);
    await press(widget, "choose");
    await widget.shows("dialog[open] .choices");
    await widget.leaveDetails();
    assert.deepEqual(films(server), []);
    await widget.until("the focus is back on the button", `return document.activeElement?.shadowRoot?.activeElement?.dataset.do === "choose"`);
  });

test("the choices show what a placeholder granted", visit(), async ({ widget }) => {
  await there(widget, 1);
  await press(widget, "always");
  await loaded(widget, "one");
  await openChoices(widget);
  const on = await widget.inside(`return [...root.querySelectorAll("dialog label.choice")].filter((label) => label.querySelector("input").checked).map(({ textContent }) => textContent.trim())`);
  assert.deepEqual(on, ["Teatube"]);
});

run();
