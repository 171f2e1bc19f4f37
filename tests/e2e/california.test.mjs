// California's way back: who sells or shares titles it "Your Privacy Choices", with the regulation's icon, for visitors of California
// (11 CCR 7013, 7015): under the strictest policies, and without a change for anybody else.

import assert from "node:assert/strict";
import { violations } from "./axe.mjs";
import { ADVERTISING, STATISTICS, ready, site, tag } from "./optional.mjs";
import { FAVICON, page, run, test } from "./suite.mjs";

const TITLE = "Your Privacy Choices";
const STRICT = "default-src 'self'; script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'self'; img-src 'none'; require-trusted-types-for 'script'; trusted-types courtesy";

/** What a browser asks for by itself. */

const visit = ({ purposes = [STATISTICS, ADVERTISING], fields = { sells: true }, jurisdiction = "us-ca", ...more } = {}) => ({
  made: () => ({
    folders: { "/courtesy/": site(purposes, fields) },
    pages: { "/": page({ tag: tag(jurisdiction ? `data-jurisdiction="${jurisdiction}"` : "") }) }, ...more,
  }),
});
const pill = (widget) => widget.inside(`
  const button = root.querySelector(".reopen button"), icon = button.querySelector("svg");
  const { width, height } = icon?.getBoundingClientRect() ?? {};
  return { text: button.textContent.trim(), act: button.dataset.act, icon: icon && [icon.namespaceURI, icon.children.length, icon.getAttribute("aria-hidden"), width, height] }`);
const ICON = ["http://www.w3.org/2000/svg", 4, "true", 28, 14];
const titled = (widget) => widget.until("it has its title", `return document.querySelector("courtesy-host")?.shadowRoot.querySelector(".reopen button").textContent.includes(arguments[0])`, TITLE);

for (const [what, options, act, shows] of [
  ["a sale that can be turned off", {}, "reopen", "dialog[open] .choices"],
  ["a sale that cannot", { purposes: [STATISTICS] }, "rights", "dialog[open] .request"],
  ["sharing, where nothing else is asked", { purposes: [], fields: { shares: true } }, "rights", "dialog[open] .request"],
  ["a purpose alone", { fields: {} }, "reopen", "dialog[open] .choices"],
  ["a site file that names the place", { fields: { sells: true, jurisdiction: "us-ca" }, jurisdiction: "" }, "reopen", "dialog[open] .choices"],
]) {
  test(`${what}: the way back has the title and the icon, and leads there`, visit(options), async ({ widget }) => {
    await widget.noticeShows();
    await titled(widget);
    await widget.click(options.purposes?.[0] === undefined && options.purposes ? '.notice [data-act="dismiss"]' : '.notice [data-act="reject-all"]');
    await widget.shows(".reopen button");
    assert.deepEqual(await pill(widget), { text: TITLE, act, icon: ICON });
    assert.deepEqual(await violations(widget), []);
    await widget.click(".reopen button");
    await widget.shows(shows);
  });
}

test("a strict policy has nothing against it", { ...visit({ headers: { "content-security-policy": STRICT } }), console: [FAVICON] }, async ({ widget }) => {
  await titled(widget);
  assert.deepEqual((await pill(widget)).icon[0], ICON[0]);
});

for (const [what, options] of [
  ["a visitor of whom nothing is known", { jurisdiction: "" }], ["a visitor of the EU", { jurisdiction: "eu" }], ["another of the states", { jurisdiction: "us" }],
  ["a site that does neither", { purposes: [STATISTICS], fields: { sells: false, shares: false } }], ["a site that does not say", { purposes: [STATISTICS], fields: {} }],
]) {
  test(`${what}: the way back is as ever`, visit(options), async ({ widget }) => {
    await ready(widget);
    await widget.run("return courtesy.receipt().then(() => true)");
    assert.deepEqual(await pill(widget), { text: "Privacy choices", act: "reopen", icon: null });
  });
}

test("the icon for a link of the owner's own is among the files", visit(), async ({ widget }) => {
  const [type, size] = await widget.run(`
    const icon = new Image();
    icon.src = "/courtesy/privacy-choices.svg";
    return icon.decode().then(() => ["drawn", [icon.naturalWidth, icon.naturalHeight]])`);
  assert.deepEqual([type, size], ["drawn", [28, 14]]);
});

run();
