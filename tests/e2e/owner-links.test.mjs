// The owner's further links and own words in the notice: in the page's language, reached by keyboard, in the built form and the generic one.

import assert from "node:assert/strict";
import { STATISTICS, site } from "./optional.mjs";
import { folder, page, run, test } from "./suite.mjs";

const LINKS = [
  { title: { en: "Imprint", de: "Impressum" }, url: "/imprint" },
  { title: { en: "Terms", de: "AGB" }, url: "https://example.com/terms?a={b}" },
];
const NOTICE = { title: "Your say", text: "We count visits", labels: { accept: "Yes, please", reject: "No, thanks" } };
const made = () => site([STATISTICS], { languages: ["en", "de"], links: LINKS, notice: NOTICE });
const inLanguage = (language, tag) => page({ tag }).replace('lang="en"', `lang="${language}"`);

const shown = (widget) => widget.run(`
  const card = document.querySelector("courtesy-host").shadowRoot.querySelector("section.notice");
  return { links: [...card.querySelectorAll(".links a")].slice(2).map((link) => [link.textContent, link.getAttribute("href")]),
    title: card.querySelector("h2").textContent, text: card.querySelector(".text").textContent,
    buttons: [...card.querySelectorAll("button")].filter((button) => !button.hidden).map((button) => button.textContent) };`);

const GENERIC = '<script async src="/generic/courtesy.js" data-site="/courtesy/site.json"></script>';

for (const [form, tag] of [["built", undefined], ["generic", GENERIC]]) {
  for (const [language, titles] of [["en", ["Imprint", "Terms"]], ["de", ["Impressum", "AGB"]]]) {
    test(`${form}: in ${language} the notice has the owner's links and words`, {
      form: "built",
      made: () => ({ folders: { "/courtesy/": made(), "/generic/": folder("target/preview-built/") }, pages: { "/": inLanguage(language, tag) } }),
    }, async ({ widget }) => {
      await widget.noticeShows();
      const { links, title, text, buttons } = await shown(widget);
      assert.deepEqual(links.map(([name]) => name), titles);
      assert.deepEqual(links.map(([, address]) => address.replaceAll("%7B", "{").replaceAll("%7D", "}")), ["/imprint", "https://example.com/terms?a={b}"]);
      assert.equal(title, "Your say");
      assert.match(text, /^We count visits\. .+/);
      assert.deepEqual(buttons.slice(0, 2), ["Yes, please", "No, thanks"]);
    });
  }
}

test("a click on a link of the owner's follows it and decides nothing", {
  form: "built",
  made: () => ({ folders: { "/courtesy/": made() }, pages: { "/": page(), "/imprint": "<!doctype html><title>Imprint</title>" } }),
}, async ({ widget, session }) => {
  await widget.noticeShows();
  await widget.run(`document.querySelector("courtesy-host").shadowRoot.querySelector(".links").children[2].click()`);
  await session.wait(async () => (await session.getTitle()) === "Imprint", 20_000);
  assert.equal(await widget.run("return localStorage.length"), 0);
});

run();
