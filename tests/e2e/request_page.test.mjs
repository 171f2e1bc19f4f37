// request.html with JavaScript: the app's form in the letters' place; and where it fails, the letters, with one console line that says so.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { WORDS, asking, stated, wordsOf } from "./form.mjs";
import { folder, may, page, run, settled, siteFolder, test } from "./suite.mjs";

const AT = "/courtesy/request.html";
const AXE = readFileSync(folder("tests/node_modules/axe-core/axe.min.js"), "utf8");
const { ask: ASK, review: SAID, fault: FAULT } = WORDS;

/** What axe finds on the page, all rules on. */
const violations = async (widget) => {
  await widget.run(AXE);
  return widget.run(`return axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html, failureSummary }) => html + " " + failureSummary).join(" | ")))`);
};

/** Which of the two is in sight. */
const shown = (widget) => widget.run(`return ["form", "letters"].filter((id) => document.getElementById(id)?.getClientRects().length)`);
const formShows = (widget) => widget.until("the form is there", `return document.querySelector("#form .request fieldset")?.getClientRects().length`);

for (const [site, language] of [
  ...["mazoon", "mjpro", "nanoflux", "mediux"].map((site) => [site, "en"]),
  ...["en", "de", "ar"].map((language) => ["quillhaven", language]),
]) {
  const at = language === "en" ? AT : AT.replace("request.", `request.${language}.`);

  test(`${site}, ${language}: the form takes the letters' place, with the same rights in the same words; axe finds nothing in it`, { site, at }, async ({ widget }) => {
    await formShows(widget);
    assert.deepEqual(await shown(widget), ["form"]);
    assert.deepEqual(await widget.run("return [document.documentElement.lang, getComputedStyle(document.querySelector('#form .request')).direction]"), [language, language === "ar" ? "rtl" : "ltr"]);
    const titles = await widget.run(`return [...document.querySelector("#form .entries").querySelectorAll("h4")].map((title) => title.textContent)`);
    assert.deepEqual(titles, stated(site, language, "other"));
    assert.equal(await widget.run("return document.querySelector('#form legend').textContent"), wordsOf(language).form.choose.place);
    assert.deepEqual(await violations(widget), []);
    assert.deepEqual(await widget.storage(), {});
  });

  test(`${site}, ${language}: axe finds nothing in the letters, wherever one lives`,
    { site, at, rules: { "/courtesy/request-": { status: 200, body: " ", headers: { "content-type": "text/javascript" } } } },
    async ({ widget }) => {
      assert.deepEqual(await shown(widget), ["letters"]);
      for (const place of ["eu", "us-ca"]) {
        await widget.run("document.querySelector(`#letters [value=${arguments[0]}]`).click(); for (const more of document.querySelectorAll('details')) more.open = true", place);
        assert.deepEqual(await violations(widget), []);
      }
    });
}

const LOST = /courtesy: the form did not load \(.+\); the letters on this page do the same/;
const NETWORK = /Failed to load resource|net::ERR/;
const WASM = `/courtesy/${readdirSync(siteFolder("mazoon")).find((name) => name.endsWith(".wasm"))}`;

for (const [what, { why = "", lines = [], ...options }] of Object.entries({
  // WebKit alone says of an import that it failed.
  "a script that is not there": { rules: { "/courtesy/app-": { status: 404 } }, lines: [may(/module script/)] },
  "wasm that is not there": { rules: { [WASM]: { status: 404 } } },
  "wasm that is none": { rules: { [WASM]: { status: 200, body: "<html>", headers: { "content-type": "application/wasm" } } } },
  "a server that fails": { rules: { "/courtesy/rights-": { status: 500 } }, why: "rights-.*answered 500" },
  "rights that are no JSON": { rules: { "/courtesy/rights-": { status: 200, body: "<html>" } } },
  "rights of another version": { rules: { "/courtesy/rights-": { status: 200, body: '{"places":[]}' } }, why: "different versions: run courtesy build again" },
  "a browser without WebAssembly": { early: "delete window.WebAssembly" },
  "a policy of the server that forbids wasm": { headers: { "content-security-policy": "default-src 'self'" }, lines: [/violation: script-src/, /Content Security Policy/i] },
})) {
  test(`with ${what} the letters stay, and one line says so`, { at: AT, ...options, console: [LOST, NETWORK, ...lines] }, async ({ widget }) => {
    await widget.until("it is said", "return said.some((line) => line.includes('courtesy: '))");
    const ours = (await widget.said()).filter((line) => line.includes("courtesy: "));
    assert.equal(ours.length, 1);
    assert.match(ours[0], new RegExp(why));
    assert.deepEqual(await shown(widget), ["letters"]);
    await widget.run("document.querySelector('#letters [value=eu]').click()");
    assert.ok(await widget.run("return document.querySelector('.local.eu').getClientRects().length"));
  });
}

test("where not even the page's own script is there the letters stay", { at: AT, rules: { "/courtesy/request-": { status: 404 } }, console: [NETWORK, /uncaught: .*\/request-/] },
  async ({ widget }) => {
    await widget.run("document.querySelector('#letters [value=eu]').click()");
    assert.ok(await widget.run("return document.querySelector('.local.eu').getClientRects().length"));
    assert.deepEqual(await shown(widget), ["letters"]);
  });

test("until the form is there the letters are, and can be used", { at: AT, rules: { [WASM]: { wait: 4_000 } } }, async ({ widget }) => {
  assert.deepEqual(await shown(widget), ["letters"]);
  await widget.run("document.querySelector('#letters [value=eu]').click()");
  assert.ok(await widget.run("return document.querySelector('.local.eu').getClientRects().length"));
  await formShows(widget);
  assert.deepEqual(await shown(widget), ["form"]);
});

test("letters that somebody has begun to use are not taken from under their hands", { at: AT, rules: { [WASM]: { wait: 4_000 } } }, async ({ widget, server }) => {
  await widget.run("document.querySelector('#letters [value=uk]').focus()");
  await widget.until("the app is there", "return performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('.wasm') && responseEnd)");
  await settled();
  assert.deepEqual(await shown(widget), ["letters"]);
  assert.ok(server.log.some((path) => path.endsWith(".wasm")));
});

test("320 pixels wide no step of the form scrolls sideways, and axe finds nothing in any",
  { site: "mediux", pages: { "/": page({ tag: "", body: `<iframe title="form" src="${AT}" width="320" height="600" style="border:0"></iframe>` }) }, at: "/" },
  async (visit) => {
    const { session, widget } = visit;
    await session.switchTo().frame(0);
    const fits = async () => {
      const [wide, inner] = await widget.run("return [document.documentElement.scrollWidth, innerWidth]");
      assert.ok(inner === 320 && wide <= 320, `${wide} of ${inner}`);
      assert.deepEqual(await violations(widget), []);
    };
    await formShows(widget);
    const ask = await asking(visit);
    await fits();
    await ask.choose("Right to delete", 2);
    await ask.press(ASK.review);
    await fits();
    await ask.write({ name: "Ada".repeat(40), email: `${"ada".repeat(40)}@mail.example`, text: "x".repeat(300) });
    await ask.press(ASK.review);
    await fits();
    await session.switchTo().defaultContent();
  });

test("what is wrong is said at its field, which keeps what was written and gets the focus", { site: "mazoon", at: AT }, async (visit) => {
  const ask = await asking(visit);
  await ask.choose("Have your data deleted");
  await ask.write({ name: "Ada", email: "ada at mail" });
  await ask.press(ASK.review);
  await visit.widget.hasFocus("field-email");
  const [value, said] = await ask.inForm(`const field = form.querySelector("[name=email]");
    return [field.value, field.getAttribute("aria-describedby").split(" ").map((id) => document.getElementById(id).textContent)]`);
  assert.deepEqual([value, said[0]], ["ada at mail", FAULT.email]);
  await ask.write({ email: "ada@mail.example" });
  assert.equal(await ask.inForm("return form.querySelectorAll('[aria-invalid]').length"), 0);
});

test("a deletion is looked over before it goes anywhere: going back is what has the focus, and keeps what was written", { site: "mazoon", at: AT }, async (visit) => {
  const ask = await asking(visit);
  const answers = { name: "Ada", email: "ada@mail.example", text: "One & two\nBcc: eve@mail.example\n&bcc=eve@mail.example 🫖" };
  await ask.prepare(answers);
  await visit.widget.hasFocus(SAID.change);
  assert.equal(await ask.status(), SAID.unsent);
  assert.deepEqual([await ask.offers(SAID.send), await ask.inForm("return form.querySelector('.warning').textContent")], [false, SAID.final]);
  const [letter, href] = [await ask.letter(), await ask.inForm("return form.querySelector('a.button').getAttribute('href')")];
  assert.ok(letter.includes(answers.text) && letter.includes("GDPR Article 17"), letter);
  assert.deepEqual(href.split(/[?&]/).map(decodeURIComponent),
    ["mailto:amrbakry@mazoonai.com", "subject=Request to delete my personal data", `body=${letter.replaceAll("\n", "\r\n")}`]);
  await ask.press(SAID.change);
  assert.deepEqual(await ask.inForm("return ['name', 'email', 'text'].map((name) => form.querySelector('[name=' + name + ']').value)"), Object.values(answers));
  assert.deepEqual(await visit.widget.storage(), {});
});

test("a letter that is too long for a link is there to copy, whole", { site: "mazoon", at: AT }, async (visit) => {
  const ask = await asking(visit);
  const text = "Fifty characters of a text that is rather long. ♥\n".repeat(200) + "end";
  await ask.prepare({ name: "مها 👩🏽‍🚀", email: "ada@mail.example", text });
  assert.ok((await ask.letter()).includes(text));
  assert.deepEqual([await ask.offers(SAID.mail), await ask.offers(SAID.copy)], [true, true]);
  assert.ok((await ask.inForm("return form.textContent")).includes(SAID.long));
});

test("only what is asked to be remembered is stored, and nothing of what was written", { site: "mazoon", at: AT }, async (visit) => {
  const ask = await asking(visit);
  await ask.prepare({ name: "Ada Lovelace", email: "ada@mail.example", text: "My secret." });
  assert.deepEqual(await visit.widget.storage(), {});
  await ask.press(SAID.keep);
  await ask.says(SAID.kept);
  const stored = await visit.widget.storage();
  assert.deepEqual(Object.keys(stored), ["localStorage.courtesy-requests"]);
  assert.doesNotMatch(Object.values(stored)[0], /Ada|ada@|secret/);
  await visit.widget.reload();
  await ask.press(WORDS.mine.forget);
  assert.deepEqual(await visit.widget.storage(), {});
});

run();
