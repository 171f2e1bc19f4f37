// Words that nobody reads: an auditor's in what visitors and owners read, and a dialect's in everything.

import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { PAGES, SITES, english, filesOf, folder, none, ours, ownerTexts, pageOf, withoutNames } from "./composed.mjs";
import { AUDITOR, DIALECT, DIALECT_OF_VISITORS, found } from "./words.mjs";

/** Holds that no row has anything behind its name. */
const clean = (rows) => none(rows.filter(([, ...words]) => words.length).map(([name, ...words]) => `${name}: ${words.map((word) => JSON.stringify(word)).join(", ")}`));

test("www/words/en.json", () => clean(english().map(({ name, text }) => [name, ...found([...AUDITOR, ...DIALECT_OF_VISITORS], withoutNames(text))])));

for (const site of SITES) {
  for (const page of PAGES) {
    test(`${site}, ${page}, without the owner's texts`, () => {
      const texts = pageOf(site, page).querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, th, td, label, button").filter((element) => !element.querySelector("p, li, dt, dd"));
      clean(texts.map((element) => ours(site, element.textContent.replace(/\s+/g, " "))).map((text) => [text, ...found([...AUDITOR, ...DIALECT_OF_VISITORS], text)]));
    });
  }

  test(`${site}: nothing that is built is "not stated", but in the receipt's JSON`, () => {
    const isReceipt = ({ name }) => /^receipt-.*\.json$|\.schema\.json$/.test(name);
    // The owner's texts as JSON, as a script and as HTML have them.
    const written = (text) => [text, JSON.stringify(text).slice(1, -1), text.replace(/&/g, "&amp;").replace(/</g, "&lt;")];
    const theirs = ownerTexts(site).filter((text) => found(AUDITOR, text).length).flatMap(written);
    const files = filesOf(site).filter((file) => !isReceipt(file));
    clean(files.map(({ name, text }) => [name, ...found(AUDITOR.slice(0, 3), theirs.reduce((rest, phrase) => rest.replaceAll(phrase, ""), text))]));
  });
}

/** The files below some folders, with these endings. */
const files = (folders, ending) =>
  folders.flatMap((place) => readdirSync(folder(place), { recursive: true }).map((name) => `${place}/${name}`)).filter((name) => ending.test(name) && !/node_modules|docs\/decisions/.test(name));
const read = (name) => readFileSync(folder(name), "utf8");
const PAGES_OF_DOCS = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "RELEASING.md"];

/** Prose without code and without what it quotes. */
const proseOf = (markdown) => markdown.replace(/```[^]*?```|`[^`\n]*`|"[^"\n]*"|“[^”\n]*”/g, "");

test("what owners read in docs", () => clean([...files(["docs"], /\.md$/), "README.md"].map((name) => [name, ...found(AUDITOR, proseOf(read(name)))])));

test("what check and the command print", () => {
  // Literals, without comments: a line of documentation begins with slashes.
  const literals = (rust) => rust.replace(/^\s*\/\/.*$/gm, "").match(/"(?:[^"\\]|\\[^])*"/g) ?? [];
  clean(files(["src/check", "src/cli"], /\.rs$/).map((name) => [name, ...literals(read(name)).flatMap((text) => found(AUDITOR, text))]));
});

test("code, comments and docs", () => {
  const sources = files(["src", "xtask/src", "www/loader", "www/app", "www/npm", "docs"], /\.(rs|js|ts|md)$/);
  // ISO 15924 has a script of this name.
  const withoutCodes = (name) => read(name).replace('"mend"', "");
  clean([...sources, ...PAGES_OF_DOCS].map((name) => [name, ...found(DIALECT, withoutCodes(name))]));
});
