// How often a gate's script runs: an address once per document, however its markup comes back; an inline script each time its markup is new.
// And no script holds up the gates after it for longer than some seconds.

import assert from "node:assert/strict";
import { accepted, at, fetched, ran } from "./gated.mjs";
import { run, settled, test } from "./suite.mjs";

const SHOW = `<div id="view"></div>`;
/** Shows a view of the page, as a router does, so often: `text` replaces what was there. */
const show = async (widget, text, count = 1) => {
  for (let time = 0; time < count; time++) {
    await widget.run("document.getElementById('view').replaceChildren(document.createRange().createContextualFragment(arguments[0]))", text);
    await settled();
  }
};
const gate = (attributes, text = "", purpose = "media") => `<script type="text/plain" data-purpose="${purpose}" ${attributes}>${text}</script>`;
const visit = (more) => at(SHOW, more);

const same = {
  "the same markup each time": ['src="/gated/one.js"', 'src="/gated/one.js"', 'src="/gated/one.js"'],
  "its whole address and its short one": ['src="/gated/one.js"', 'src="gated/one.js"', 'src="./gated/../gated/one.js"'],
  "src and data-courtesy-src": ['src="/gated/one.js"', 'data-courtesy-src="/gated/one.js"', 'data-src="/gated/one.js"'],
  "as a module and as none": ['src="/gated/one.js"', 'src="/gated/one.js" data-type="module"', 'src="/gated/one.js" async'],
  "with other attributes": ['src="/gated/one.js"', 'src="/gated/one.js" crossorigin="anonymous"', 'src="/gated/one.js" defer id="other"'],
};
for (const [what, attributes] of Object.entries(same)) {
  test(`an address runs once per document: ${what}`, visit(), async ({ widget, server }) => {
    await accepted(widget);
    for (const each of attributes) await show(widget, gate(each));
    await ran(widget, "one");
    assert.deepEqual(fetched(server), ["/gated/one.js"]);
  });
}

test("an address runs once per document: for two purposes, and in a template", visit(), async ({ widget, server }) => {
  await accepted(widget);
  await show(widget, gate('src="/gated/one.js"') + gate('src="/gated/one.js"', "", "analytics") + '<template data-purpose="media"><i>Text.</i><script src="/gated/one.js"></script></template>', 3);
  await settled();
  await widget.until("the template is open", "return document.querySelector('#view > i')");
  await settled();
  await ran(widget, "one");
  assert.deepEqual([fetched(server), await widget.run("return document.querySelectorAll('#view > i').length")], [["/gated/one.js"], 1]);
});

test("an address runs once per document: also where the first was withdrawn and granted again", visit(), async ({ widget }) => {
  await accepted(widget);
  await show(widget, gate('src="/gated/one.js"'));
  await ran(widget, "one");
  await widget.run("return courtesy.withdraw().then(() => courtesy.decide('accept-all')).then(() => true)");
  await show(widget, gate('src="/gated/one.js"'));
  await settled();
  await ran(widget, "one");
});

test("another query is another address", visit(), async ({ widget }) => {
  await accepted(widget);
  await show(widget, gate('src="/gated/one.js?a"'));
  await ran(widget, "one");
  await show(widget, gate('src="/gated/one.js?b"'));
  await ran(widget, "one", "one");
});

test("with data-every-time an address runs each time its markup is new, and not when it is moved", visit(), async ({ widget }) => {
  await accepted(widget);
  for (const names of [["one"], ["one", "one"], ["one", "one", "one"]]) {
    await show(widget, gate('src="/gated/one.js" data-every-time'));
    await ran(widget, ...names);
  }
  await widget.run("document.body.append(document.querySelector('#view script'))");
  await settled();
  await ran(widget, "one", "one", "one");
});

test("an inline script runs each time its markup is new, and not when it is moved", visit(), async ({ widget }) => {
  await accepted(widget);
  for (const names of [["inline"], ["inline", "inline"], ["inline", "inline", "inline"]]) {
    await show(widget, gate("", "ran.push('inline')"));
    await ran(widget, ...names);
  }
  await widget.run("document.body.append(document.querySelector('#view script'))");
  await settled();
  await ran(widget, "inline", "inline", "inline");
});

test("a template shows its content each time, runs its inline scripts each time, and an address once", visit(), async ({ widget }) => {
  await accepted(widget);
  for (const times of [1, 2, 3]) {
    await show(widget, '<template data-purpose="media"><b>Text.</b><script>ran.push("inline")</script><script src="/gated/one.js"></script></template>');
    await widget.until("it is open", "return ran.filter((name) => name === 'inline').length === arguments[0] && ran.includes('one') && document.querySelector('#view > b')", times);
  }
  assert.deepEqual((await widget.run("return ran")).sort(), ["inline", "inline", "inline", "one"]);
});

test("an address that could not be fetched is tried when its markup comes again", visit({ server: { rules: { "/gated/one.js": { status: 503, times: 1 } } },
  test: { console: [/courtesy: a script for .{0,2}media.{0,2} could not be fetched/, /Failed to load resource/, /uncaught: .*one\.js/, /gated\/one\.js/] } }), async ({ widget }) => {
  await accepted(widget);
  await show(widget, gate('src="/gated/one.js"'));
  await widget.until("it is said", "return said.some((line) => line.includes('could not be fetched'))");
  await show(widget, gate('src="/gated/one.js"'));
  await ran(widget, "one");
});

// One that cannot run, or never ends.
const AFTER = gate("", 'ran.push("after")') + gate("", 'ran.push("others")', "analytics") + '<iframe data-purpose="media" data-courtesy-src="/gated/film.html" title="Film"></iframe>';
const inTemplate = (script) => `<template data-purpose="media">${script}<script>ran.push("rest")</script></template>`;
const dead = {
  "module-shim in a template": inTemplate('<script type="module-shim" src="/gated/two.js"></script>'),
  "a type of Rocket Loader's": inTemplate('<script type="abc123-text/javascript" src="/gated/two.js"></script>'),
  "a module of Rocket Loader's": inTemplate('<script type="abc123-module" src="/gated/two.js"></script>'),
  "the type of another consent tool": inTemplate('<script type="didomi/javascript" src="/gated/two.js"></script><script type="blocked/javascript" src="/gated/two.js"></script>'),
  "a gate with for and event": gate('for="x" event="y" src="/gated/two.js"'),
  "a gate for old browsers": gate('nomodule src="/gated/two.js"'),
  "data in a template": inTemplate('<script type="application/ld+json" src="/gated/two.js"></script>'),
  "a gate with a type that is none": gate('data-type="text/nothing" src="/gated/two.js"'),
};
for (const [what, markup] of Object.entries(dead)) {
  for (const [how, put] of [["in the page", null], ["by innerHTML", "document.getElementById('view').innerHTML = arguments[0]"]]) {
    test(`${what}, ${how}: the gates after it open`, put ? visit() : at(markup + AFTER), async ({ widget }) => {
      await accepted(widget);
      if (put) await widget.run(put, markup + AFTER);
      await widget.until("the rest opens", "return ran.includes('after') && ran.includes('others') && [...document.querySelectorAll('iframe')].some(({ contentDocument }) => contentDocument?.title === 'Film')");
      assert.ok(!(await widget.run("return ran")).includes("two"));
    });
  }
}

/** When the yes was given and each script given up, in turns of the page, which a busy machine delays alike; and what ran soon after the yes. */
const NOTES = `<script>
  window.when = [];
  let turns = 0;
  setInterval(() => turns++, 50);
  const { warn } = console;
  console.warn = (...all) => { if (/has not loaded/.test(all)) when.push(turns); warn(...all); };
  addEventListener("courtesy:decided", () => { when.push(turns); setTimeout(() => (window.soon = [...ran]), 1_500); }, true);</script>`;

test("a server that does not answer holds up the gates for some seconds, which is said, and a second one for less",
  { ...at(gate('src="/gated/one.js"') + gate('src="/gated/two.js"') + AFTER, { head: NOTES, server: { rules: { "/gated/one.js": { wait: 40_000 }, "/gated/two.js": { wait: 40_000 } } } }),
    console: [/courtesy: a script for .{0,2}media.{0,2} has not loaded after some seconds.*gated\/(one|two)\.js/] }, async ({ widget }) => {
    await accepted(widget);
    await ran(widget, "after", "others");
    const { soon, when: [begun, first, second] } = await widget.run("return { soon, when }");
    assert.deepEqual(soon, [], "their order is held for a while");
    assert.ok(second - first < (first - begun) / 2, `the second one for less: ${[begun, first, second]}`);
    assert.equal((await widget.said()).filter((line) => line.includes("has not loaded")).length, 2);
  });

test("a script that its page takes out while it is fetched holds up nobody", at(gate('id="first" src="/gated/one.js"') + AFTER, { server: { rules: { "/gated/one.js": { wait: 1_000 } } } }), async ({ widget }) => {
  await accepted(widget);
  await widget.run("document.getElementById('first')?.remove()");
  await widget.until("the rest opens", "return ran.includes('after') && ran.includes('others')");
});

run();
