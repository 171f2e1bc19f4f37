// Pages that write themselves anew, take the names that the widget uses, and send it events that are none: answers count, a withdrawal always
// works, nothing optional runs without a yes, and nothing is thrown into the page.

import assert from "node:assert/strict";
import { EACH, NOTICE, PILL, accepted, answer, asks, at, fetched, ran } from "./gated.mjs";
import { inTab } from "./optional.mjs";
import { run, settled, test } from "./suite.mjs";

const TAG = '<script src="/courtesy/courtesy.js"></script>';
const SCRIPT = '<script type="text/plain" data-purpose="media">window.ran = [...(window.ran ?? []), "new"]</script>';
const FILM = '<iframe data-purpose="media" data-courtesy-src="/gated/film.html" title="Film"></iframe>';
const anew = (head = TAG) => `<!doctype html><html lang="en"><head><title>New</title>${head}</head><body><h1>New</h1>${SCRIPT}${FILM}</body></html>`;

/** How a page is written anew; `text` is what is written. */
const writes = {
  "document.open, write, close": "document.open(); document.write(text); document.close()",
  "document.write alone": "document.write(text); document.close()",
  "document.writeln, in parts": "for (const part of text.match(/[^]{1,40}/g)) document.write(part); document.close()",
  "document.open that is never closed": "document.open(); document.write(text)",
  "document.open twice": "document.open(); document.open(); document.write(text); document.close()",
  "a new root element": "const made = new DOMParser().parseFromString(text, 'text/html').documentElement; document.documentElement.replaceWith(document.adoptNode(made))",
  "innerHTML of the root": "document.documentElement.innerHTML = text.replace(/.*<html[^>]*>|<\\/html>/g, '')",
};
const write = async (widget, how, text) => {
  await widget.run(`const text = arguments[0]; setTimeout(() => { ${how}; document.title = "Written"; }); `, text);
  await widget.until("it is written anew", "return document.title === 'Written' && document.querySelector('h1')?.textContent === 'New'");
  await settled();
};
const isGone = (widget) => widget.until("the frame is shut", "return ![...document.querySelectorAll('iframe')].some((frame) => frame.getAttribute('src'))");

for (const [how, code] of Object.entries(writes)) {
  for (const [which, head] of [["with the tag again", TAG], ["without a tag", ""]]) {
    test(`${how}, ${which}: the notice answers a refusal`, at(""), async ({ widget }) => {
      await asks(widget);
      await write(widget, code, anew(head).replace(FILM, ""));
      await widget.click(NOTICE.refuse);
      await widget.hides(".notice");
      assert.deepEqual(await widget.run("return [courtesy.status('media'), JSON.parse(localStorage['courtesy:garden']).choices.media, window.ran ?? []]"), ["refused", "refused", []]);
    });

    // What is never closed is still being written: its gates stay shut.
    if (how.includes("never closed")) continue;

    test(`${how}, ${which}: a yes counts, and “Turn off optional data” turns it off`, at(""), async ({ widget }) => {
      await asks(widget);
      await write(widget, code, anew(head));
      await widget.click(NOTICE.accept);
      await widget.until("it is open", "return window.ran?.at(-1) === 'new' && frames[0]?.document.title === 'Film'");
      await widget.click(PILL.withdraw);
      await isGone(widget);
      assert.equal(await widget.run("return courtesy.status('media')"), "withdrawn");
    });

    test(`${how}, ${which}: what was granted before is followed, and withdrawn from another tab`, at("", { pages: { "/blank": "<!doctype html><html lang=en><head><title>Blank</title></head><body>Blank.</body></html>" } }), async ({ widget, session, server }) => {
      await accepted(widget);
      await write(widget, code, anew(head));
      await widget.until("it is open", "return window.ran?.at(-1) === 'new' && frames[0]?.document.title === 'Film'");
      await inTab(session, server.origin + "/blank", () => session.executeScript(`const record = JSON.parse(localStorage["courtesy:garden"]);
        for (const key in record.choices) record.choices[key] = "withdrawn";
        localStorage["courtesy:garden"] = JSON.stringify(record)`));
      await isGone(widget);
      assert.equal(await widget.run("return courtesy.status('media')"), "withdrawn");
    });
  }
}

test("the choices open on a page that is written anew, also where they were open before", at(""), async ({ widget }) => {
  await asks(widget);
  await widget.click(NOTICE.choices);
  await widget.shows("dialog[open] .choices");
  await write(widget, writes["document.open, write, close"], anew());
  await widget.click(NOTICE.choices);
  await widget.shows("dialog[open] .choices");
  await widget.click(".answers button:nth-child(2)");
  await widget.hides("dialog");
  await widget.until("it is decided", "return courtesy.status('media') === 'refused'");
});

// Prototype.js and its kin.
const UNCLEAN = {
  "Array.prototype.entries of Prototype.js": "Array.prototype.entries = function () { return [].slice.call(this) }",
  "Array.prototype.find and its kin of Prototype.js": "for (const name of ['all', 'any', 'collect', 'detect', 'each', 'first', 'last', 'without', 'toArray', 'clone', 'size']) Array.prototype[name] = function () { return this }",
  "Object.values and Object.keys of Prototype.js": "Object.keys = function (object) { const all = []; for (const name in object) if (Object.prototype.hasOwnProperty.call(object, name)) all.push(name); return all }; Object.values = function (object) { const all = []; for (const name in object) all.push(object[name]); return all }",
  "Array.from of MooTools": "Array.from = function (item) { return item == null ? [] : [].slice.call(item.length === undefined ? [item] : item) }",
  "Element.prototype.remove of Prototype.js": "Element.prototype.remove = function () { this.parentNode.removeChild(this); return this }",
  "String.prototype with more of its kind": "String.prototype.strip = String.prototype.blank = function () { return '' }; String.prototype.startsWith = function (what, at) { return this.indexOf(what) === (at || 0) }",
  "Function.prototype.bind of long ago": "const bind = Function.prototype.bind; Function.prototype.bind = function (...all) { return bind.apply(this, all) }",
};
for (const [what, head] of Object.entries(UNCLEAN)) {
  test(`a page with ${what}: every gate opens after a yes`, at(EACH("media"), { head: `<script>${head}</script>` }), async ({ widget }) => {
    await asks(widget);
    await answer(widget);
    await ran(widget, "inline", "one", "two", "three");
    await widget.run("return courtesy.withdraw().then(() => true)");
    await isGone(widget);
  });
}

// Names that elements of the page take.
const taken = (html) => ({ "before the tag": html + TAG, "after the tag": TAG + html });
const CLOBBERS = {
  "a form named courtesy with a field named on": '<form id="courtesy"><input name="on"></form>',
  "two images named courtesy": '<img name="courtesy" alt=""><img name="courtesy" alt="">',
  "a link named courtesy": '<a id="courtesy" href="/x">x</a><a id="courtesy" name="ready" href="/x">x</a>',
  ...Object.fromEntries(["querySelectorAll", "querySelector", "dispatchEvent", "createElement", "addEventListener", "readyState", "body", "documentElement", "activeElement", "currentScript", "baseURI", "cookie"]
    .map((name) => [`an image named ${name}`, `<img name="${name}" alt="">`])),
  "a form named localStorage": '<form id="localStorage"><input name="getItem"></form>',
};
for (const [what, html] of Object.entries(CLOBBERS)) {
  for (const [where, tag] of Object.entries(taken(html))) {
    test(`${what}, ${where}: nothing optional runs, and nothing is thrown`, {
      ...at(EACH("media"), { tag, head: "" }), console: [/courtesy: /],
    }, async ({ server, session }) => {
      await settled();
      await settled();
      const said = await session.executeScript("return said");
      assert.deepEqual([await session.executeScript("return window.ran"), fetched(server)], [[], []]);
      assert.ok(said.length <= 2, `a line or two, and not ${said.join("\n")}`);
    });
  }
}
for (const what of ["a form named courtesy with a field named on", "two images named courtesy", "a link named courtesy"]) {
  test(`${what}, before the tag: the notice asks all the same`, at(EACH("media"), { tag: CLOBBERS[what] + TAG }), async ({ widget }) => {
    await asks(widget);
    await answer(widget);
    await ran(widget, "inline", "one", "two", "three");
  });
}

// Events that the widget did not send.
const sent = ["ready", "shown", "decided", "changed", "closed", "problem"];
test("events of its names, with no detail or one that is not its, throw nothing and change nothing", at(FILM + EACH("media")), async ({ widget }) => {
  await accepted(widget);
  await widget.run("return courtesy.withdraw().then(() => true)");
  await widget.shows(".afterwards");
  await widget.run(`for (const name of arguments[0]) for (const detail of [undefined, null, 7, "granted", {}, [], { granted: null }, { granted: ["media"], withdrawn: ["media"] }, { record: 1 }]) {
    document.dispatchEvent(detail === undefined ? new Event("courtesy:" + name) : new CustomEvent("courtesy:" + name, { detail }));
  }
  for (const type of ["storage", "pageshow", "visibilitychange", "fullscreenchange", "focusin", "pointermove", "keydown", "click"]) for (const target of [window, document, document.body]) target.dispatchEvent(new Event(type, { bubbles: true }))`, sent);
  await settled();
  assert.deepEqual(await widget.run("return [courtesy.status('media'), [...document.querySelectorAll('iframe')].some(({ contentDocument }) => contentDocument?.title === 'Film')]"), ["withdrawn", false]);
  await widget.click('.afterwards [data-do="close"]');
  await widget.hides(".afterwards");
});

run();
