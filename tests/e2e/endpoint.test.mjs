// A declared endpoint, in the dialog and on the page: one POST of the published shape for each press, and no word but what was answered.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { freePort } from "./ports.mjs";
import { WAYS, WORDS, asking, declared } from "./form.mjs";
import { serve } from "./server.mjs";
import { faults } from "./shape.mjs";
import { folder, run, test } from "./suite.mjs";

const SHAPE = JSON.parse(readFileSync(folder("www/request.schema.json"), "utf8"));
const ADA = { name: "Ada Lovelace", email: "ada@mail.example", text: "My user name is ada." };
const { ask: ASK, review: SAID } = WORDS;
const CLAIMS = new RegExp(SAID.received.split("{")[0]);
const NETWORK = /Failed to load resource|net::ERR/;

/** Opens the form and writes a request as far as the letter. */
const prepared = async (visit, open, answers = ADA) => {
  const ask = await asking(visit);
  await open(visit.widget);
  await ask.prepare(answers);
  return ask;
};

const requests = ({ posts }) => posts.map(({ body }) => JSON.parse(body));

for (const [where, way] of Object.entries(WAYS)) {
  for (const status of [200, 201, 204]) {
    test(`${where}: what is answered with ${status} was sent once, in the published shape, and only then is it received`,
      { made: () => declared({ status, wait: 300 }, way) },
      async (visit) => {
        const ask = await prepared(visit, way.open);
        assert.equal(await ask.status(), SAID.unsent);
        assert.equal(await ask.offers(SAID.mail), false, "mail is for when the endpoint fails");
        assert.deepEqual(visit.server.posts, []);
        await ask.inForm(`window.turns = []; new MutationObserver(() => turns.push(form.querySelector("[role=status]")?.textContent))
          .observe(form, { subtree: true, childList: true, characterData: true })`);
        await ask.press(SAID.send);
        await ask.says(SAID.received);
        assert.equal((await visit.widget.run("return turns"))[0], SAID.sending);
        assert.equal(await ask.offers(SAID.send), false);
        const [{ path, headers, body }, ...more] = visit.server.posts;
        const request = JSON.parse(body);
        assert.deepEqual([path, headers["content-type"], headers["idempotency-key"], more], ["/requests", "application/json", request.id, []]);
        assert.deepEqual(faults(request, SHAPE), []);
        const { kind, law, place, who, name, email, text, to, site, language } = request;
        assert.deepEqual({ kind, law, place, who, name, email, text, to, site, language },
          { kind: "deletion", law: "gdpr", place: "eu", who: "oneself", ...ADA, to: "tea@house.example", site: "Teahouse", language: "en" });
        assert.match(request.id, /^[0-9a-f]{32}$/);
        assert.equal(request.letter, await ask.letter());
        assert.deepEqual(await visit.widget.storage(), {});
      });
  }

  for (const [what, answer, sentence, lines] of [
    ["500", { status: 500 }, SAID.refused.replace("{status}", "500"), [NETWORK]],
    ["413", { status: 413 }, SAID.refused.replace("{status}", "413"), [NETWORK]],
    ["a redirection to a page that answers 200", { status: 302, headers: { location: "/thanks" } }, SAID.refused.replace("{status}", "3xx"), []],
    ["a connection that ends", { ends: true }, SAID.unanswered, [NETWORK]],
  ]) {
    test(`${where}: after ${what} nothing is received, the text stays, the mail is offered, and sending again works`,
      { console: lines, made: async () => ({ ...(await declared([answer, { status: 201 }], way)), pages: { "/": (await declared([], way)).pages["/"], "/thanks": "<h1>Thanks</h1>" } }) },
      async (visit) => {
        const ask = await prepared(visit, way.open);
        const letter = await ask.letter();
        // A browser that finds a kept connection ended asks again by itself.
        visit.server.hangUp();
        await ask.press(SAID.send);
        assert.equal(await ask.says(sentence), sentence);
        assert.equal(await ask.letter(), letter);
        assert.deepEqual([visit.server.posts.length, visit.server.log.includes("/thanks")], [1, false]);
        const href = await ask.inForm(`return [...form.querySelectorAll("a")].find(({ textContent }) => textContent === arguments[0]).getAttribute("href")`, SAID.mail);
        const [address, , body] = href.split(/[?&]/).map(decodeURIComponent);
        assert.deepEqual([address, body], ["mailto:tea@house.example", `body=${letter.replaceAll("\n", "\r\n")}`]);
        assert.deepEqual(await visit.widget.storage(), {});
        await ask.press(SAID.send);
        await ask.says(SAID.received);
        assert.equal(await ask.offers(SAID.mail), false);
        const [first, again, ...more] = requests(visit.server);
        assert.deepEqual([again, more], [first, []]);
        assert.deepEqual(visit.server.posts.map(({ headers }) => headers["idempotency-key"]), [first.id, first.id]);
      });
  }

  test(`${where}: a server that says nothing for 20 seconds leaves open whether it arrived`,
    { console: [NETWORK], made: () => declared({ status: 201, wait: 5_000 }, way, {
      early: "const real = AbortSignal.timeout.bind(AbortSignal); AbortSignal.timeout = (time) => (window.patience = time, real(time / 40));" }) },
    async (visit) => {
      const ask = await prepared(visit, way.open);
      await ask.press(SAID.send);
      assert.equal(await ask.says(SAID.unanswered), SAID.unanswered);
      assert.equal(await visit.widget.run("return patience"), 20_000);
      assert.equal(await ask.offers(SAID.mail), true);
    });

  test(`${where}: nothing of a draft is stored at any time, neither as it is written nor when it fails nor when it is received`,
    { console: [NETWORK], made: () => declared([{ status: 500 }, { status: 201 }], way, {
      early: "window.kept = []; const put = Storage.prototype.setItem; Storage.prototype.setItem = function (...all) { kept.push(all); put.apply(this, all) };" }) },
    async (visit) => {
      const ask = await prepared(visit, way.open);
      for (const sentence of [SAID.refused, SAID.received]) {
        await ask.press(SAID.send);
        await ask.says(sentence);
      }
      await ask.press(SAID.change);
      await ask.write({ text: "More." });
      assert.deepEqual([await visit.widget.run("return kept"), await visit.widget.storage()], [[], {}]);
    });

  test(`${where}: pressed twice quickly it is sent once`, { made: () => declared({ status: 201, wait: 500 }, way) }, async (visit) => {
    const ask = await prepared(visit, way.open);
    await visit.session.actions().doubleClick(await ask.find(SAID.send)).perform();
    await ask.says(SAID.received);
    assert.equal(visit.server.posts.length, 1);
  });

  test(`${where}: another request has another key, and going back keeps what was written`, { made: () => declared({ status: 201 }, way) }, async (visit) => {
    const ask = await prepared(visit, way.open);
    await ask.press(SAID.send);
    await ask.says(SAID.received);
    await ask.press(SAID.change);
    assert.deepEqual(await ask.inForm("return ['name', 'email', 'text'].map((name) => form.querySelector('[name=' + name + ']').value)"), Object.values(ADA));
    await ask.write({ text: "And one thing more." });
    await ask.press(ASK.review);
    assert.equal(await ask.status(), SAID.unsent);
    await ask.press(SAID.send);
    await ask.says(SAID.received);
    const [first, second] = requests(visit.server);
    assert.notEqual(first.id, second.id);
    assert.equal(second.text, "And one thing more.");
  });

  const ORIGIN = { "access-control-allow-origin": "*", "access-control-allow-headers": "content-type, idempotency-key" };
  for (const [what, headers, sentence, count, lines] of [
    ["that lets this page send is sent to once", ORIGIN, SAID.received, 1, []],
    ["that does not know this page is not known to have it", {}, SAID.unanswered, 0, [NETWORK, /CORS|Access-Control|access control/i]],
  ]) {
    test(`${where}: an endpoint of another origin ${what}`,
      { console: lines, made: async () => declared([], way, { origin: `http://127.0.0.1:${(other = await freePort())}` }) },
      async (visit) => {
        const server = await serve({ port: other, rules: { "/requests": { status: 201, headers } } });
        try {
          const ask = await prepared(visit, way.open);
          await ask.press(SAID.send);
          await ask.says(sentence);
          assert.deepEqual([server.posts.length, visit.server.posts.length], [count, 0]);
          assert.equal(await ask.offers(SAID.send), count === 0);
        } finally {
          await server.close();
        }
      });
  }

  test(`${where}: 10,000 characters with emoji, line breaks and “&bcc=” arrive as they are, and where it fails are there to copy`,
    { console: [NETWORK], made: () => declared({ status: 500 }, way) },
    async (visit) => {
      const text = "One 🫖\nBcc: eve@mail.example\n&bcc=eve@mail.example \u202Eمها\u202C <b>\n".repeat(200) + "end";
      const name = "مها 👩🏽‍🚀&bcc=eve@mail.example";
      const ask = await prepared(visit, way.open, { ...ADA, name, text });
      await ask.press(SAID.send);
      assert.doesNotMatch(await ask.says(SAID.refused), CLAIMS);
      const [request] = requests(visit.server);
      assert.ok(text.length > 10_000 && request.text === text, "each character");
      assert.equal(request.name, name);
      assert.deepEqual(faults(request, SHAPE), []);
      assert.equal(await ask.offers(SAID.mail), true, "to paste it into a mail that is addressed");
      assert.ok((await ask.inForm("return form.textContent")).includes(SAID.long));
      assert.ok((await ask.letter()).includes(text));
    });

  test(`${where}: what it does with what is written stands by the button, with a link to the policy`, { made: () => declared({ status: 201 }, way) }, async (visit) => {
    const ask = await prepared(visit, way.open);
    const [text, href] = await ask.inForm("const link = form.querySelector('.hint a'); return [link.closest('.hint').textContent, link.href]");
    assert.match(text, /We receive it at 127\.0\.0\.1:\d+\./);
    assert.equal(href, `${visit.server.origin}/courtesy/privacy.html`);
  });
}

let other;

run();
