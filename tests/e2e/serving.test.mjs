// embed.html: what it says to paste works under the very policy that it names, in each form, and nothing is said in the console.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { everyViewOpens, linked, ofPages, promise as test, snippets, under } from "./served.mjs";
import { built, rebuilt } from "./sites.mjs";
import { may, page, run, siteFolder } from "./suite.mjs";

const MEDIUX = siteFolder("mediux");
const MODE = {
  purposes: [{ id: "analytics", title: "Figures", description: "Shows how the site is used.", nature: "analytics", legalBasis: "consent" }],
  consentMode: { analytics: ["analytics_storage"] },
};
let site;
const mode = () => (site ??= built(MODE));

for (const [form, folder, tag, csp] of [
  ["the plain tag", () => MEDIUX, "tag", "csp"],
  ["the tag with integrity", () => MEDIUX, "tag-integrity", "csp"],
  ["the plain tag under Trusted Types", () => MEDIUX, "tag", "csp-trusted"],
  ["the tag with integrity under Trusted Types", () => MEDIUX, "tag-trusted", "csp-trusted"],
  ["the tag of a site with consent mode", mode, "tag", "csp"],
  ["the same with integrity", mode, "tag-integrity", "csp"],
  ["the same under Trusted Types", mode, "tag-trusted", "csp-trusted"],
]) {
  test(`${form}, under the policy that embed.html names, opens every view in silence`,
    { made: () => {
      const text = snippets(folder());
      return { folders: { "/courtesy/": folder() }, pages: { "/": linked(text[tag]) }, headers: under(text[csp]), scripts: { "/gated.js": "window.ran = true" } };
    } },
    async ({ widget, server }) => {
      await everyViewOpens(widget);
      assert.equal(await widget.run("return !!window.ran"), false);
      await widget.click(".notice [data-act=accept-all]");
      await widget.until("what waited runs", "return window.ran");
      await widget.until("its record is there", 'return Object.keys(localStorage).some((key) => key.startsWith("courtesy:"))');
      server.log.length = 0;
      await widget.reload();
      await widget.until("what is granted runs", "return window.ran");
      assert.deepEqual(server.log.filter((path) => !/^\/courtesy\/(courtesy|gates)/.test(path)), ["/", "/gated.js"]);
    });
}

for (const tag of ["tag", "tag-integrity"]) {
  test(`${tag}: on a page that allows scripts by a nonce alone, the nonce of the tag is enough`,
    { made: () => {
      const text = snippets(MEDIUX);
      const policy = text.csp.replace("script-src 'self'", "script-src 'nonce-once'");
      return { folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(text[tag].replace("<script", '<script nonce="once"')) }, headers: under(policy) };
    } },
    async ({ widget }) => everyViewOpens(widget));
}

test("with integrity each module is fetched once, and leaves no element behind",
  { made: () => ({ folders: { "/courtesy/": MEDIUX }, pages: { "/": linked(snippets(MEDIUX)["tag-integrity"]) } }) },
  async ({ widget, server }) => {
    await everyViewOpens(widget);
    const scripts = server.log.filter((path) => /^\/courtesy\/(later|app|receipts)-[^/]*\.js$/.test(path));
    assert.equal(scripts.length, 3, scripts.join());
    assert.equal(await widget.run("return document.querySelectorAll('script[type=module]').length"), 0);
  });

test("where the page demands integrity of every script, the tag that has it works",
  { only: ["chromium", "firefox"], made: () => ({
    folders: { "/courtesy/": MEDIUX }, headers: { "integrity-policy": "blocked-destinations=(script)" },
    pages: { "/": linked(snippets(MEDIUX)["tag-integrity"]) },
  }), // Not every engine knows Integrity-Policy.
    console: [may(/[Ii]ntegrity.?[Pp]olicy.*probe|probe\.js/)] },
  async ({ widget }) => {
    await widget.noticeShows();
    await widget.run("return courtesy.open('receipt')");
    await widget.shows("dialog[open]");
  });

for (const [name, shows] of [["privacy", "main.policy, main"], ["request", "#form:not([hidden]) button"]]) {
  test(`${name}.html, under the policy that embed.html names for it, is whole and silent`,
    { made: () => ({ at: `/courtesy/${name}.html`, folders: { "/courtesy/": MEDIUX }, rules: ofPages(snippets(MEDIUX)) }) },
    async ({ widget }) => {
      await widget.until("it is drawn", `return document.querySelector(${JSON.stringify(shows)})?.getClientRects().length`);
      assert.equal(await widget.run("return document.styleSheets.length"), 1);
    });
}

const ENDPOINTS = { records: { endpoint: "https://records.example/taken" }, requests: { endpoint: "https://requests.example:8443/asked" } };
test("the policies of a site with endpoints allow what is sent there, and nothing else there", {}, async () => {
  const text = snippets(built({ ...MODE, ...ENDPOINTS }));
  assert.equal(text.csp, "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://records.example https://requests.example:8443");
  assert.equal(text["csp-pages"], "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' https://requests.example:8443; form-action https://requests.example:8443");
});

const QUILLHAVEN = siteFolder("quillhaven");
for (const [language, ok, by] of [["de", "OK", "tag-integrity-de"], ["ar", "حسنًا", "tag-integrity"]]) {
  test(`with integrity, ${language} by ${by}: the notice and the details are in that language`,
    { made: () => ({ folders: { "/courtesy/": QUILLHAVEN }, pages: { "/": page({ tag: snippets(QUILLHAVEN)[by] }).replace('lang="en"', `lang="${language}"`) } }) },
    async ({ widget, server }) => {
      await widget.noticeShows();
      const text = (selector, what) => widget.inside(`return root.querySelector("${selector}").${what}`);
      assert.deepEqual([await text("[data-act=dismiss]", "textContent"), await text(".notice", "lang")], [ok, language]);
      await widget.openDetails();
      assert.equal(await text("dialog", "lang"), language);
      await widget.leaveDetails();
      assert.deepEqual(server.log.filter((path) => /\/(later|notice)-[a-z]{2}-/.test(path)), [], "none of the plain form's facts");
    });
}

for (const [form, tag] of [["plain", "tag"], ["with integrity", "tag-integrity"]]) {
  test(`${form}: a page that was open while the site was built anew goes on with the files of its own build`,
    { made: () => {
      const folder = built(MODE);
      return { folders: { "/courtesy/": folder }, pages: { "/": linked(snippets(folder)[tag]) }, early: `window.folder = ${JSON.stringify(folder)};` };
    } },
    async ({ widget, server }) => {
      await widget.noticeShows();
      rebuilt(await widget.run("return folder"), { name: "Coffeehouse", security: ["Locks."] });
      await everyViewOpens(widget);
      if (form === "plain") return;
      // A page that a cache kept has the tag of then.
      await widget.reload();
      await everyViewOpens(widget);
      await widget.run(`courtesy.open("policy")`);
      await widget.shows("#policy-who");
      assert.match(await widget.inside("return root.querySelector('dialog').textContent"), /Teahouse/);
      assert.ok(server.log.some((path) => path.includes("/receipts-")));
    });
}

test("embed.html is a whole page without a script, and its texts can be read at any width",
  { at: "/courtesy/embed.html", folders: { "/courtesy/": MEDIUX } },
  async ({ widget, session }) => {
    assert.equal(await widget.run("return document.querySelectorAll('script:not([src=\"/probe.js\"]), [onclick], link').length"), 0);
    await session.manage().window().setRect({ width: 500, height: 800 });
    assert.equal(await widget.run("return document.documentElement.scrollWidth <= innerWidth"), true);
    assert.doesNotMatch(readFileSync(MEDIUX + "embed.html", "utf8"), /<script/);
  });

run();
