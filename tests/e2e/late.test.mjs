// What a late answer and a press too many may not do.

import assert from "node:assert/strict";
import { WAYS, WORDS, asking, declared } from "./form.mjs";
import { run, settled, test } from "./suite.mjs";

const { ask: ASK, review: SAID } = WORDS;
const NETWORK = /Failed to load resource|net::ERR/;

for (const [where, way] of Object.entries(WAYS)) {
  const prepared = async (visit) => {
    const ask = await asking(visit);
    await way.open(visit.widget);
    await ask.prepare({ name: "Ada", email: "ada@mail.example", text: "One." });
    return ask;
  };
  const promise = (name, rules, check) => test(`${where}: ${name}`, { console: [NETWORK], made: () => declared(rules, way) }, async (visit) => check(visit, await prepared(visit)));

  promise("nothing about a request changes while it is on its way", { status: 201, wait: 6_000 }, async ({ server, widget }, ask) => {
    await ask.press(SAID.send);
    await widget.run("arguments[0].click()", await ask.find(SAID.change));
    await ask.says(SAID.received);
    assert.deepEqual([server.posts.length, await ask.offers(SAID.send)], [1, false]);
  });

  promise("two clicks in one turn send once", { status: 201, wait: 300 }, async ({ server, widget }, ask) => {
    await widget.run("arguments[0].click(); arguments[0].click()", await ask.find(SAID.send));
    await ask.says(SAID.received);
    assert.equal(server.posts.length, 1);
  });

  promise("what is on its way is not sent again by copying it", { status: 201, wait: 2_000 }, async (_, ask) => {
    await ask.press(SAID.send);
    await ask.press(SAID.save);
    await settled();
    assert.equal(await ask.offers(SAID.send), false);
    assert.doesNotMatch(await ask.status(), new RegExp(SAID.unsent));
  });

  promise("what is received is not said to be unsent after saving it", { status: 201 }, async (_, ask) => {
    await ask.press(SAID.send);
    await ask.says(SAID.received);
    await ask.press(SAID.save);
    await settled();
    assert.doesNotMatch(await ask.status(), new RegExp(SAID.unsent));
  });

  promise("after a failure the mail is offered also once the letter was copied or saved", { status: 500 }, async (_, ask) => {
    await ask.press(SAID.send);
    await ask.says(SAID.refused);
    await ask.press(SAID.save);
    await settled();
    assert.equal(await ask.offers(SAID.mail), true);
  });

  promise("what was looked at again and left as it was is the same request", [{ ends: true }, { status: 201 }], async ({ server }, ask) => {
    await ask.press(SAID.send);
    await ask.says(SAID.unanswered);
    await ask.press(SAID.change);
    await ask.press(ASK.review);
    await ask.press(SAID.send);
    await ask.says(SAID.received);
    const [first, again] = server.posts.map(({ body }) => JSON.parse(body).id);
    assert.equal(again, first);
  });
}

run();
