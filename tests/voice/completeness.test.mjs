// Nothing claims to be complete unless a claim of the owner's carries the word: pages of sites that claim nothing.

import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { PAGES, SITES, built, none, ours, pageOf, sentencesOf, strings } from "./composed.mjs";

const COMPLETE = /\b(?:all|everything|only|never)\b/i;

/** Where such a word claims nothing: the words, and why. */
const ALLOWED = [
  [/\b(?:Accept|Reject) all\b/g, "labels of buttons"],
  [/\bonly if you (?:accept|agree|consent)\b/gi, "what consent is"],
  [/\bonly (?:if|where|while|when|after|until|for as long as)\b/gi, "a condition, of law or of a feature"],
  [/\bat all\b/gi, "an idiom after a negation"],
  [/\bnot only\b/gi, "the opposite of a claim to be complete"],
];

const NOTHING = { claims: undefined, sells: undefined, shares: undefined };

const unclaimed = (text) => sentencesOf(ALLOWED.reduce((rest, [pattern]) => rest.replace(pattern, ""), text)).filter((sentence) => COMPLETE.test(sentence));

for (const site of SITES) {
  for (const page of PAGES) {
    test(`${site} without claims, ${page}`, () => {
      const texts = pageOf(site, page, NOTHING).querySelectorAll("h1, h2, h3, h4, p, li, dt, dd, th, td, label, button").filter((element) => !element.querySelector("p, li, dt, dd"));
      none(texts.flatMap((element) => unclaimed(ours(site, element.textContent.replace(/\s+/g, " ").trim()))));
    });
  }

  test(`${site} without claims, the notice`, () => {
    const { words } = JSON.parse(readFileSync(built(site, NOTHING) + "site.json", "utf8"));
    none(strings(words).flatMap((text) => unclaimed(ours(site, text))));
  });

  test(`${site} without claims, the details and the choices`, () => {
    const folder = built(site, NOTHING);
    const views = readdirSync(folder).filter((name) => /^(?:details|choices)-en-/.test(name));
    none(views.flatMap((name) => strings(JSON.parse(readFileSync(folder + name, "utf8")))).flatMap((text) => unclaimed(ours(site, text))));
  });
}
