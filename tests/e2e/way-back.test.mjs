// The widget's own button is away only where a visitor sees a control of the page's, and can use it.

import assert from "node:assert/strict";
import { FILMS, STATISTICS, becomes, early, ready, site, tag, SIGNAL } from "./optional.mjs";
import { page, run, settled, test } from "./suite.mjs";

const visit = (body = "", head = "") => ({
  made: () => ({ folders: { "/courtesy/": site([STATISTICS, FILMS]) }, early: early(SIGNAL), pages: { "/": page({ tag: tag(), head, body: `<div id="slot">${body}</div>` }) } }),
});
const answered = async (widget) => {
  await ready(widget);
  await widget.run("return courtesy.decide('accept-all')");
  await becomes(widget, "films", "granted");
};
const put = (widget, html) => widget.run("document.getElementById('slot').innerHTML = arguments[0]", html);
const BUTTON = '<button data-courtesy="choices">Privacy choices</button>';
const styled = (style) => `<button data-courtesy="choices" style="${style}">Privacy choices</button>`;

const UNSEEN = {
  "display none": styled("display: none"),
  "display none around it": `<p style="display: none">${BUTTON}</p>`,
  "visibility hidden": styled("visibility: hidden"),
  "visibility hidden around it": `<p style="visibility: hidden">${BUTTON}</p>`,
  "opacity 0": styled("opacity: 0"),
  "opacity 0 around it": `<p style="opacity: 0">${BUTTON}</p>`,
  "the attribute hidden": BUTTON.replace("<button", "<button hidden"),
  "hidden around it": `<p hidden>${BUTTON}</p>`,
  "hidden until found": `<p hidden="until-found">${BUTTON}</p>`,
  "content-visibility hidden": `<p style="content-visibility: hidden">${BUTTON}</p>`,
  inert: BUTTON.replace("<button", "<button inert"),
  "inert around it": `<p inert>${BUTTON}</p>`,
  disabled: BUTTON.replace("<button", "<button disabled"),
  "a fieldset that is disabled": `<fieldset disabled>${BUTTON}</fieldset>`,
  "details that are closed": `<details><summary>More</summary>${BUTTON}</details>`,
  "a dialog that is closed": `<dialog>${BUTTON}</dialog>`,
  "a popover that is closed": `<div popover>${BUTTON}</div>`,
  "a template": `<template>${BUTTON}</template>`,
};

/** What Chromium says of whoever asks where something is that it does not lay out. */
const HIDDEN = /Rendering was performed in a subtree hidden by content-visibility/;

const SEEN = {
  "plain": BUTTON,
  "in details that are open": `<details open><summary>More</summary>${BUTTON}</details>`,
  "half transparent": styled("opacity: 0.5"),
  "visible in what is hidden": `<p style="visibility: hidden">${styled("visibility: visible")}</p>`,
  "far down the page": `<p style="padding-top: 3000px">${BUTTON}</p>`,
  "next to one that is hidden": `<p hidden>${BUTTON}</p>${BUTTON}`,
  "a link whose content is a picture": '<a href="/courtesy/privacy.html" data-courtesy="choices"><svg width="40" height="40"></svg></a>',
};

for (const [what, cases, isThere] of [["stays", UNSEEN, true], ["goes", SEEN, false]]) {
  for (const [name, html] of Object.entries(cases)) {
    // Safari knows no hidden="until-found" before 26.2, and shows what bears it.
    test(`the button ${what} with a control: ${name}`, { ...visit(html), console: [HIDDEN], ...(name === "hidden until found" && { only: ["chromium", "firefox"] }) }, async ({ widget }) => {
      await answered(widget);
      await settled();
      await (isThere ? widget.shows(".reopen") : widget.hides(".reopen"));
    });
  }
}

test("the button follows a page that opens and closes what holds its control, and replaces it", visit(UNSEEN["details that are closed"]), async ({ widget }) => {
  await answered(widget);
  await widget.shows(".reopen");
  await widget.run("document.querySelector('details').open = true");
  await widget.hides(".reopen");
  await widget.run("document.querySelector('details').open = false");
  await widget.shows(".reopen");
  await put(widget, BUTTON);
  await widget.hides(".reopen");
  await put(widget, UNSEEN["inert around it"]);
  await widget.shows(".reopen");
});

test("a control of another view leads to no withdrawal, so the button stays", visit('<button data-courtesy="policy">Policy</button><button data-courtesy="accept-all">Accept</button>'), async ({ widget }) => {
  await answered(widget);
  await settled();
  assert.equal(await widget.visible(".reopen"), true);
});

run();
