// What the sites of www/sites say to visitors, built by the command; and how to tell our sentences from the owner's texts.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "node-html-parser";

const root = fileURLToPath(new URL("../../", import.meta.url));
export const folder = (path) => root + path;
const read = (path) => readFileSync(folder(path), "utf8");

export const SITES = ["mazoon", "mediux", "mjpro", "nanoflux", "quillhaven"];
export const PAGES = ["privacy.html", "request.html"];

/** The command; `cargo xtask test` names a copy, because cargo may overwrite the original meanwhile. */
const COMMAND = process.env.COURTESY_COMMAND ?? folder("target/debug/courtesy");
const PARTS = process.env.COURTESY_PARTS ?? folder("target/parts");

/** The site file of a site, with these fields instead; one that is undefined is left out. */
export const declared = (site, fields = {}) => JSON.parse(JSON.stringify({ ...JSON.parse(read(`www/sites/${site}/site.json`)), ...fields }));

const builds = new Map();
/** Builds a site, once; gives the folder. */
export const built = (site, fields = {}) => {
  const key = JSON.stringify([site, fields]);
  if (!builds.has(key)) {
    const work = mkdtempSync(join(tmpdir(), "courtesy-voice-"));
    process.on("exit", () => rmSync(work, { recursive: true, force: true }));
    writeFileSync(join(work, "site.json"), JSON.stringify(declared(site, fields)));
    execFileSync(COMMAND, ["build", "--quiet", join(work, "site.json"), "--out", join(work, "out"), "--parts", PARTS], { stdio: "pipe" });
    builds.set(key, join(work, "out/"));
  }
  return builds.get(key);
};

/** The files of a built site that are text or contain some. */
export const filesOf = (site) => readdirSync(built(site)).map((name) => ({ name, text: readFileSync(built(site) + name, "utf8") }));

/** A composed page, as elements. */
export const pageOf = (site, page, fields) => parse(readFileSync(built(site, fields) + page, "utf8")).querySelector("main");

/** Every text in a value of JSON. */
export const strings = (value) => (typeof value === "string" ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(strings) : []);

/** The owner's texts, the longest first, so that none is found inside a longer one. Addresses and ids are among them. */
export const ownerTexts = (site) => [...new Set(strings(declared(site)))].filter((text) => text.length > 2 && !STRUCTURE.has(text)).sort((a, b) => b.length - a.length);
/** Values that are words of the site file's format and of ours, such as "access" or "email". */
const STRUCTURE = new Set(JSON.stringify(JSON.parse(read("www/site.schema.json"))).match(/(?<=")[a-z-]+(?=")/g));

/** What stands for a name, an article of law, an address and an owner's text within a sentence: one word of one syllable. */
const PLACEHOLDER = "Name";

const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const owners = new Map();
/** A text without the owner's: their sentences are gone, their names and phrases are a placeholder. */
export const ours = (site, text) => {
  if (!owners.has(site)) {
    const phrases = ownerTexts(site).map((phrase) => escaped(phrase.replace(/[.!?]$/, "")).replace(/ /g, "\\s+"));
    owners.set(site, new RegExp(`(?<![\\p{L}\\d])(?:${phrases.join("|")})(?![\\p{L}\\d])[.!?]?`, "giu"));
  }
  return text.replace(owners.get(site), (phrase) => (/[.!?]$/.test(phrase) && / .* /.test(phrase) ? "" : PLACEHOLDER + (phrase.match(/[.!?]$/)?.[0] ?? "")));
};

/** A law with its articles, or either. */
const LAW = "(?:the )?(?:UK )?(?:GDPR|CCPA|COPPA|Data Protection Act(?: 2018)?|California Consumer Privacy Act|ePrivacy Directive|General Data Protection Regulation)";
const NUMBER = "\\d[\\d.]*[A-Z]?(?:\\([\\da-z]+\\))*";
const ARTICLE = new RegExp(`${LAW}(?:,? (?:Articles?|sections?|§§?) ?${NUMBER}(?:(?:,| and| or|–) ?${NUMBER})*)?|(?:Articles?|sections?|§§?) ?${NUMBER}(?:(?:,| and| or|–) ?${NUMBER})*(?: of ${LAW})?|\\b\\d+ CCR ${NUMBER}|\\b1798\\.${NUMBER}`, "g");
const ADDRESS = /\b[\w.+-]+@[\w.-]+\w|https?:\/\/\S+/g;
export const withoutNames = (text) => text.replace(ARTICLE, PLACEHOLDER).replace(ADDRESS, PLACEHOLDER).replace(/\{\w+\}/g, PLACEHOLDER);

const sentences = new Intl.Segmenter("en", { granularity: "sentence" });
const words = new Intl.Segmenter("en", { granularity: "word" });
/** The words of a text; what is written with a hyphen or an apostrophe is one. */
export const wordsOf = (text) => [...words.segment(text.replace(/(?<=\w)[-‐‑](?=\w)/g, ""))].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
/** The sentences of a text. */
export const sentencesOf = (text) => [...sentences.segment(text)].map(({ segment }) => segment.trim()).filter((sentence) => wordsOf(sentence).length > 0);

/** Whether a text is prose rather than a label or an entry of a list. */
export const isProse = (text) => /[.!?:]["”’)]?$/.test(text) && wordsOf(text).length > 2;

const text = (element) => element.textContent.replace(/\s+/g, " ").trim();

/** The paragraphs and list items of a page that are prose, by section: what comes after a heading up to the next. */
export const proseOf = (main) => {
  const sections = [{ title: "", blocks: [] }];
  for (const element of main.querySelectorAll("h1, h2, p, li")) {
    if (element.closest("table, nav, dl, form")) continue;
    if (/^H[12]$/.test(element.tagName)) sections.push({ title: text(element), blocks: [] });
    // What contains other blocks is read through them.
    else if (!element.querySelector("p, li, dl") && isProse(text(element))) sections.at(-1).blocks.push(text(element));
  }
  return sections.filter(({ blocks }) => blocks.length);
};

/** The sections of a policy with what the law gives: no seed had to say it. */
const BY_LAW = ["rights", "objection", "complaint"];

/** The words of a composed policy, without tables, the list of contents, and what the law gives. */
export const lengthOf = (main) => {
  let isByLaw = false;
  let count = 0;
  for (const element of main.querySelectorAll("h1, h2, h3, h4, p, li, dt, dd")) {
    if (element.closest("table, nav")) continue;
    if (element.tagName === "H2") isByLaw = BY_LAW.some((id) => element.id === id || element.querySelector(`[name=${id}], [id=${id}]`));
    if (isByLaw || BY_LAW.some((id) => element.closest(`#${id}`)) || element.querySelector("h1, h2, h3, h4, p, li, dt, dd")) continue;
    count += wordsOf(text(element)).length;
  }
  return count;
};

/** Holds that there is none of these; a failure lists all of them, which a comparison of lists would shorten. */
export const none = (found) => assert.ok(found.length === 0, ["", ...found].join("\n"));

/** The English texts of www/words, each with its name. */
export const english = () => {
  const walk = (value, name) => (typeof value === "string" ? [{ name, text: value }] : Object.entries(value).flatMap(([key, inner]) => walk(inner, name ? `${name}.${key}` : key)));
  const { app, form, pages } = JSON.parse(read("www/words/en.json"));
  // What the reader of pasted policies looks for is the owners' words.
  return walk({ app, form, pages }, "").filter(({ name }) => !name.startsWith("pages.find."));
};
