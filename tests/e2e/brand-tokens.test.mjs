// Brand tokens that are no values count as not set: the notice can be read, and one line of the console names each.

import assert from "node:assert/strict";
import { FILMS, framed, STATISTICS, ready, site, tag, there } from "./optional.mjs";
import { page, run, settled, test } from "./suite.mjs";

const visit = (tokens, more = {}) => ({
  made: () => ({ folders: { "/courtesy/": site([STATISTICS, FILMS]) }, pages: { "/": page({ tag: tag(), head: `<style>:root { ${tokens} }</style>`, body: "<p>Words.</p>" }) } }),
  ...more,
});
const named = (...names) => names.map((name) => new RegExp(`courtesy: --courtesy-${name} is no `));
const look = (widget, selector = ".notice") => widget.inside(`
  const { backgroundColor, color, borderTopStyle, borderTopLeftRadius, fontFamily } = getComputedStyle(root.querySelector(arguments[0]));
  return { backgroundColor, color, borderTopStyle, borderTopLeftRadius, fontFamily }`, selector);

const WRONG = {
  "channels without hsl(), as shadcn/ui has them": ["--courtesy-surface: 0 0% 100%; --courtesy-text: 222 84% 5%", ["surface", "text"]],
  "none": ["--courtesy-surface: none", ["surface"]],
  "nothing at all": ["--courtesy-surface: ;", ["surface"]],
  "a number that is no colour": ["--courtesy-surface: #ggg", ["surface"]],
  "quotes around a colour": ["--courtesy-text: \"#123456\"", ["text"]],
  "a variable that is such": ["--background: 0 0% 100%; --courtesy-surface: var(--background)", ["surface"]],
  "three numbers": ["--courtesy-text: 10, 20, 30", ["text"]],
};
const DEFAULT = ["rgb(255, 255, 255)", "rgb(26, 29, 35)"];
for (const [name, [tokens, names]] of Object.entries(WRONG)) {
  test(`a colour that is ${name}: the notice has its own`, visit(`color-scheme: light; ${tokens}`, { console: named(...names) }), async ({ widget }) => {
    await widget.noticeShows();
    await widget.until("the card has a background", `return getComputedStyle(document.querySelector("courtesy-host").shadowRoot.querySelector(".notice")).borderTopStyle === "solid"`);
    const { backgroundColor, color } = await look(widget);
    assert.deepEqual([backgroundColor, color], DEFAULT);
    await widget.until("it is said", "return said.some((line) => line.includes('--courtesy-'))");
    const lines = (await widget.said()).filter((line) => line.includes("courtesy: --courtesy-"));
    assert.equal(lines.length, names.length, "once for each token");
  });
}

/** These leave the notice readable, so they are looked at with the second half. */
for (const [tokens, names, property, expected] of [
  ["--courtesy-accent: 225 63% 53%", ["accent"]],
  ["--courtesy-radius: round", ["radius"], "borderTopLeftRadius", "14px"],
  ["--courtesy-radius: 8", ["radius"], "borderTopLeftRadius", "14px"],
  ["--courtesy-font: ;", ["font"], "fontFamily", /system-ui/],
  ["--courtesy-font: 16px Inter", ["font"], "fontFamily", /system-ui/],
]) {
  test(`${tokens}: reported and not set once more than the notice is wanted`, visit(tokens, { console: named(...names) }), async ({ widget }) => {
    await widget.click('.notice [data-act="choices"]');
    await widget.shows("dialog[open] .choices");
    await widget.until("it is said", "return said.some((line) => line.includes('--courtesy-'))");
    const found = await look(widget, "dialog");
    if (property) (expected.test ? assert.match : assert.equal)(found[property], expected);
  });
}

test("values are taken as they are, and nothing is fetched for them", visit("--courtesy-surface: hsl(0 0% 96%); --courtesy-text: rgb(1 2 3); --courtesy-accent: teal; --courtesy-radius: 0; --courtesy-font: Georgia, serif", { form: "built" }), async ({ widget, server }) => {
  await widget.noticeShows();
  await settled();
  const { backgroundColor, color } = await look(widget);
  assert.deepEqual([backgroundColor, color], ["rgb(245, 245, 245)", "rgb(1, 2, 3)"]);
  assert.deepEqual(server.log, ["/", "/courtesy/courtesy.js"]);
  await widget.click('.notice [data-act="choices"]');
  await widget.shows("dialog[open] .choices");
  assert.equal((await look(widget, "dialog")).backgroundColor, "rgb(245, 245, 245)");
});

test("a placeholder has default colours where tokens are none", { ...framed(undefined, { head: "" }), console: named("surface"), made: () => ({ ...framed().made(), early: `document.documentElement.style.setProperty("--courtesy-surface", "0 0% 100%")` }) }, async ({ widget }) => {
  await ready(widget);
  await there(widget, 1);
  const background = await widget.run(`return getComputedStyle(document.querySelector("courtesy-placeholder").shadowRoot.querySelector("div")).backgroundColor`);
  assert.notEqual(background, "rgba(0, 0, 0, 0)");
});

run();
