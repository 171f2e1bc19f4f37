// Gates that come as markup: however they came into the page they open, once, in its order; what the page's policy refuses stays shut.

import assert from "node:assert/strict";
import { answer, asks, at, fetched, ran } from "./gated.mjs";
import { page, run, settled, test } from "./suite.mjs";

const INLINE = '<script type="text/plain" data-purpose="media" nonce="right">ran.push("inline")</script>';
const BY_SRC = '<script type="text/plain" data-purpose="media" src="/gated/one.js" nonce="right"></script>';
const BY_DATA = '<script type="text/plain" data-purpose="media" data-courtesy-src="/gated/two.js" nonce="right"></script>';
const SHEET = '<template data-purpose="media"><p id="within">Within.</p><script nonce="right">ran.push("sheet")</script><script src="/gated/three.js" nonce="right"></script></template>';
const FRAME = '<iframe data-purpose="media" data-courtesy-src="/gated/film.html" title="Film"></iframe>';
const MARKUP = INLINE + BY_SRC + BY_DATA + SHEET + FRAME;
const RAN = ["inline", "one", "two", "sheet", "three"];

/** How markup comes into a page; `place` is where, `text` is the markup. */
const ways = {
  "innerHTML": "place.innerHTML = text",
  "outerHTML": "place.outerHTML = '<div id=place>' + text + '</div>'",
  "insertAdjacentHTML": "place.insertAdjacentHTML('beforeend', text)",
  "insertAdjacentHTML behind it": "place.insertAdjacentHTML('afterend', text)",
  "a template's innerHTML, its content moved": "const made = document.createElement('template'); made.innerHTML = text; place.append(made.content)",
  "a template's innerHTML, its content cloned": "const made = document.createElement('template'); made.innerHTML = text; place.append(made.content.cloneNode(true))",
  "a template's innerHTML, its content imported": "const made = document.createElement('template'); made.innerHTML = text; place.append(document.importNode(made.content, true))",
  "DOMParser": "place.append(...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('body > *, head > *'))",
  "DOMParser and importNode": "for (const each of new DOMParser().parseFromString(text, 'text/html').querySelectorAll('body > *, head > *')) place.append(document.importNode(each, true))",
  "DOMParser and adoptNode": "for (const each of new DOMParser().parseFromString(text, 'text/html').querySelectorAll('body > *, head > *')) place.append(document.adoptNode(each))",
  "createHTMLDocument": "const made = document.implementation.createHTMLDocument(''); made.body.innerHTML = text; place.append(...made.body.childNodes)",
  "a contextual fragment": "place.append(document.createRange().createContextualFragment(text))",
  "an element that is filled before it is put in": "const made = document.createElement('div'); made.innerHTML = text; place.append(made)",
  "a clone of what innerHTML made": "const made = document.createElement('div'); made.innerHTML = text; place.append(made.cloneNode(true))",
  "setHTMLUnsafe, where there is that": "place.setHTMLUnsafe ? place.setHTMLUnsafe(text) : (place.innerHTML = text)",
  "document.write in a frame, and moved": `const frame = document.createElement('iframe'); place.before(frame); frame.contentDocument.write('<body>' + text); frame.contentDocument.close();
    place.append(...[...frame.contentDocument.body.childNodes].map((node) => document.adoptNode(node))); frame.remove()`,
  "jQuery's way: a fragment of a div, scripts among it": `const made = document.createDocumentFragment().appendChild(document.createElement('div')); made.innerHTML = text;
    const all = document.createDocumentFragment(); all.append(...made.childNodes); place.append(all)`,
  "an answer that is fetched": "return fetch('/part.html').then((answer) => answer.text()).then((part) => { place.innerHTML = part; })",
};
const PLACE = '<div id="place"></div>';
const put = (widget, way, text = MARKUP) => widget.run(`const [place, text] = [document.getElementById("place"), arguments[0]]; ${way}`, text);
const opened = async (widget, server) => {
  await widget.until("all ran", "return ran.length >= arguments[0]", RAN.length);
  await widget.until("the frame is there", "return [...document.querySelectorAll('iframe')].some(({ contentDocument }) => contentDocument?.title === 'Film')");
  await settled();
  await ran(widget, ...RAN);
  for (const name of ["one", "two"]) assert.equal(fetched(server).filter((path) => path === `/gated/${name}.js`).length, 1);
  assert.equal(await widget.run("return document.querySelectorAll('#within').length"), 1);
};
const options = (more = {}) => at(PLACE, { ...more, server: { ...more.server, rules: { "/part.html": { status: 200, headers: { "content-type": "text/html" }, body: MARKUP } } } });

for (const [what, way] of Object.entries(ways)) {
  test(`by ${what}: shut before a yes, open after it`, options(), async ({ widget, server }) => {
    await asks(widget);
    await put(widget, way);
    await settled();
    // Firefox fetches ahead what is in a template (gates.test.mjs).
    assert.deepEqual([await widget.run("return ran"), fetched(server).filter((path) => path !== "/gated/three.js")], [[], []]);
    await answer(widget);
    await opened(widget, server);
  });

  test(`by ${what}, after a yes: open`, options(), async ({ widget, server }) => {
    await asks(widget);
    await answer(widget);
    await put(widget, way);
    await opened(widget, server);
  });
}

test("what is put into a template element itself opens with it, and that it was not inert is said once", at(PLACE, { test: { console: [/courtesy: .+template> for .{0,2}media.{0,2} is no gate: what stands in this template is not inert/] } }), async ({ widget }) => {
  await asks(widget);
  await put(widget, `const made = document.createElement("template"); made.dataset.purpose = "media"; const script = document.createElement("script"); script.type = "text/plain"; script.text = "ran.push('child')";
    made.append(Object.assign(document.createElement("p"), { id: "within", textContent: "Within." }), script); place.append(made)`);
  await settled();
  assert.deepEqual(await widget.run("return ran"), []);
  await answer(widget);
  await ran(widget, "child");
  assert.equal(await widget.run("return document.getElementById('within').parentNode.id"), "place");
  assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
});

// What a policy makes of it.
const STRICT = "default-src 'none'; connect-src 'self'; style-src 'self'; img-src 'self'; frame-src 'self'; script-src 'nonce-right' 'strict-dynamic' 'wasm-unsafe-eval'";
const nonced = (src) => `<script src="${src}" nonce="right"></script>`;
const pageOf = (policy, console = []) => at("", {
  pages: { "/": page({ head: nonced("/ran.js"), tag: nonced("/courtesy/courtesy.js"), body: PLACE }) }, server: { headers: { "content-security-policy": policy } }, test: { console },
});

test("under a nonce and 'strict-dynamic': with the nonce of the page's scripts it opens", pageOf(STRICT), async ({ widget, server }) => {
  await asks(widget);
  await put(widget, ways.innerHTML);
  await answer(widget);
  await opened(widget, server);
});

const NEEDS_NONCE = /courtesy: a gate for .{0,2}media.{0,2} stays shut: it came as markup .* needs the nonce of this page's scripts; give it the same/;
const REFUSED = [/violation: (script-src|require-trusted-types-for|trusted-types)/, /Content.Security.Policy|inline script|TrustedScript|TrustedHTML|Trusted ?Type/i];
for (const [what, markup] of Object.entries({
  "an inline script": INLINE, "a script by address": BY_SRC, "a script by data-courtesy-src": BY_DATA, "the scripts of a template": SHEET,
  "an inline script and one by address": INLINE + BY_SRC,
})) {
  for (const [which, text] of [["without a nonce", markup.replaceAll(' nonce="right"', "")], ["with a nonce that is another's", markup.replaceAll('"right"', '"wrong"')]]) {
    test(`under a nonce and 'strict-dynamic', ${which}: ${what} by innerHTML stays shut, and that is said once`, pageOf(STRICT, [NEEDS_NONCE, ...REFUSED]), async ({ widget, server }) => {
      await asks(widget);
      await put(widget, ways.innerHTML, text);
      await answer(widget);
      await widget.until("it is said", "return said.some((line) => line.includes('needs the nonce'))");
      await settled();
      assert.deepEqual([await widget.run("return ran"), fetched(server).filter((path) => path !== "/gated/three.js")], [[], []]);
      assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
    });
  }
}

const TYPED = `${STRICT}; require-trusted-types-for 'script'`;
/** A way past Trusted Types, as the page's sanitiser may have. */
const sanitized = `const make = trustedTypes.createPolicy("page", { createHTML: (text) => text }); place.innerHTML = make.createHTML(text)`;
test("where Trusted Types are enforced and name courtesy, markup opens", { ...pageOf(`${TYPED}; trusted-types courtesy page`), only: ["chromium"] }, async ({ widget, server }) => {
  await asks(widget);
  await put(widget, sanitized);
  await answer(widget);
  await opened(widget, server);
});
test("where Trusted Types are enforced and every name is allowed, markup opens", { ...pageOf(TYPED), only: ["chromium"] }, async ({ widget, server }) => {
  await asks(widget);
  await put(widget, sanitized);
  await answer(widget);
  await opened(widget, server);
});
const ADD = /courtesy: a gate for .{0,2}media.{0,2} stays shut: .*add courtesy there/;
for (const [what, markup] of Object.entries({ "an inline script": INLINE, "a script by address": BY_SRC, "a script by data-courtesy-src": BY_DATA, "a template": SHEET })) {
  test(`where Trusted Types do not name courtesy, ${what} that came as markup stays shut, and it is said once what to add`, {
    ...pageOf(`${TYPED}; trusted-types page`, [ADD, ...REFUSED]), only: ["chromium"],
  }, async ({ widget, server }) => {
    await asks(widget);
    await put(widget, sanitized, markup);
    await answer(widget);
    await widget.until("it is said", "return said.some((line) => line.includes('add courtesy'))");
    await settled();
    assert.deepEqual([await widget.run("return ran"), fetched(server)], [[], []]);
    assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
  });
}

test("under 'self' alone an address that came as markup runs, and an inline one is refused, which is said once",
  at(PLACE, { server: { headers: { "content-security-policy": "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'" } },
    test: { console: [/courtesy: a gate for .{0,2}media.{0,2} stays shut: it came as markup .* is refused by this page's script-src/, ...REFUSED] } }), async ({ widget }) => {
    await asks(widget);
    await put(widget, ways.innerHTML, (INLINE + BY_SRC + BY_DATA).replaceAll(' nonce="right"', ""));
    await answer(widget);
    await ran(widget, "one", "two");
    await widget.until("it is said", "return said.some((line) => line.includes('is refused by this page'))");
    assert.equal((await widget.said()).filter((line) => line.includes("courtesy: ")).length, 1);
  });

run();
