// Copies of a page that its scripts keep and put back, as Turbo, htmx and swup do: after a withdrawal nothing in them runs, loads or is stored,
// and while a yes holds nothing in them runs twice.

import assert from "node:assert/strict";
import { ALL, everyGate, isOff, nothing, nothingLater, openedByYes, requested, shown } from "./every-gate.mjs";
import { asks } from "./gated.mjs";
import { LEFT, run, settled, test } from "./suite.mjs";

/** How a copy is made, and how it is put back; each is run in the page, where `main` is its content. */
const copies = {
  "the body, cloned": ["window.copy = document.body.cloneNode(true)", "document.body.replaceWith(copy)"],
  "markup, by innerHTML": ["window.copy = main.innerHTML", "main.innerHTML = copy"],
  "markup, by outerHTML": ["window.copy = main.outerHTML", "main.outerHTML = copy"],
  "markup, by insertAdjacentHTML": ["window.copy = main.innerHTML", "main.replaceChildren(); main.insertAdjacentHTML('beforeend', copy)"],
  "markup, by a contextual fragment": ["window.copy = main.innerHTML", "main.replaceChildren(document.createRange().createContextualFragment(copy))"],
  "markup, by DOMParser": ["window.copy = main.outerHTML", "main.replaceWith(new DOMParser().parseFromString(copy, 'text/html').querySelector('main'))"],
  "markup, by DOMParser and importNode": ["window.copy = main.outerHTML", "main.replaceWith(document.importNode(new DOMParser().parseFromString(copy, 'text/html').querySelector('main'), true))"],
  "markup in a template, cloned": ["window.copy = document.createElement('template'); copy.innerHTML = main.innerHTML", "main.replaceChildren(copy.content.cloneNode(true))"],
  "XML, by XMLSerializer": ["window.copy = new XMLSerializer().serializeToString(main)", "main.replaceWith(document.importNode(new DOMParser().parseFromString(copy, 'application/xhtml+xml').documentElement, true))"],
  "the nodes themselves, taken out before": ["window.copy = [...main.childNodes]; main.replaceChildren()", "main.append(...copy)"],
  "the nodes themselves, in a fragment": ["const range = document.createRange(); range.selectNodeContents(main); window.copy = range.extractContents()", "main.append(copy)"],
  "the contents of a range, cloned": ["const range = document.createRange(); range.selectNodeContents(main); window.copy = range.cloneContents()", "main.replaceChildren(copy)"],
  "a part alone, cloned": ["window.copy = document.querySelector('.every').cloneNode(true)", "main.append(copy)"],
  "every element alone, without what marks the end of a template": ["window.copy = [...document.querySelectorAll('.every > :not(.within, img)')].map((each) => each.cloneNode(true))", "for (const each of copy) main.append(each)"],
  "the whole document, cloned": ["window.copy = document.documentElement.cloneNode(true)", "document.documentElement.replaceWith(copy)"],
};

const doing = (widget, what) => widget.run(`const main = document.querySelector("main"); ${what}`);
const withdraw = (widget) => widget.run("return courtesy.withdraw().then(() => true)");

for (const [what, [take, put]] of Object.entries(copies)) {
  test(`after a withdrawal nothing comes back with a copy: ${what}`, everyGate(), async (visit) => {
    const { widget } = visit;
    await openedByYes(widget);
    await doing(widget, take);
    await withdraw(widget);
    await isOff(widget);
    await nothing(visit, "before it is back");
    await nothing(visit, "when it is back", () => doing(widget, put));
    await nothing(visit, "when it is back once more", () => doing(widget, `main.innerHTML = main.innerHTML`));
    await nothingLater(visit, ["/later"]);
  });

  test(`while the yes holds nothing runs twice, and the frames are there: ${what}`, everyGate(), async ({ widget, server }) => {
    await openedByYes(widget);
    await doing(widget, take);
    server.log.length = 0;
    await doing(widget, put);
    await shown(widget);
    await settled();
    assert.deepEqual((await widget.run("return ran")).sort(), ALL);
    assert.deepEqual(requested(server).filter((path) => path.endsWith(".js")), []);
  });
}

test("a copy made before the yes opens with the yes that holds, and stays shut after a withdrawal", everyGate(), async (visit) => {
  const { widget } = visit;
  await asks(widget);
  await doing(widget, "window.copy = main.cloneNode(true)");
  await openedByYes(widget);
  await withdraw(widget);
  await isOff(widget);
  await nothing(visit, "when it is back", () => doing(widget, "main.replaceWith(copy)"));
});

for (const [how, goes] of Object.entries({
  "the Back button": ({ session }) => session.navigate().back(),
  "history.back()": ({ widget }) => widget.run("setTimeout(() => history.back())"),
  "history.go(-1)": ({ widget }) => widget.run("setTimeout(() => history.go(-1))"),
})) {
  test(`by ${how}, after a withdrawal on the page that came next: nothing runs on the page of the yes`, { ...everyGate(), console: [LEFT] }, async (visit) => {
    const { widget, go, server } = visit;
    await openedByYes(widget);
    // What is being fetched when a page is left fails.
    await widget.until("the placeholders' words are there", "return performance.getEntriesByType('resource').some(({ name }) => /\\/later-[^/]*\\.json/.test(name))");
    await go("/elsewhere");
    await widget.until("it is ready", "return window.courtesy?.ready.then(() => true)");
    await withdraw(widget);
    await isOff(widget);
    // A visitor who leaves during the removal may keep some of it: docs/consent.md.
    await widget.until("what was stored is gone", "return ![...Object.keys(localStorage), document.cookie].some((name) => name.includes('reel'))");
    await widget.run("window.isElsewhere = true");
    server.log.length = 0;
    await goes(visit);
    await widget.until("it is back", `return !window.isElsewhere && location.pathname === "/" && window.courtesy?.ready.then(() => true)`);
    await isOff(widget);
    await nothing(visit, "on the page that came back");
    assert.deepEqual(requested(server), []);
  });
}

test("what is turned on again after a withdrawal opens again, and runs no address twice", everyGate(), async (visit) => {
  const { widget } = visit;
  await openedByYes(widget);
  await withdraw(widget);
  await isOff(widget);
  await nothing(visit, "after the withdrawal");
  await widget.run("return courtesy.decide('accept-all').then(() => true)");
  await widget.until("what the template brought is back", "return document.querySelector('.within')");
  await shown(widget);
  await settled();
  assert.deepEqual(await widget.run("return ran"), []);
});

run();
