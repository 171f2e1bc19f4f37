// What visitors read is plain English: measured on the composed pages and on www/words, without the owner's texts.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fleschKincaid } from "flesch-kincaid";
import { syllable } from "syllable";
import { PAGES, SITES, english, folder, isProse, lengthOf, none, ours, pageOf, proseOf, sentencesOf, withoutNames, wordsOf } from "./composed.mjs";

const GRADE = 8;
/** The shortest block whose grade means anything, in words. */
const BLOCK = 100;
const AVERAGE = 15;
const LONGEST = 25;
/** How many times the words of its seed a composed policy may have. */
const LENGTH = 1.5;

/** The grade of some paragraphs together; each begins a sentence. */
const gradeOf = (...blocks) => fleschKincaid({ sentence: blocks.flatMap(sentencesOf).length, word: wordsOf(blocks.join(" ")).length, syllable: syllable(blocks.join(" ")) });
const average = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
const lengths = (sentences) => sentences.map((sentence) => wordsOf(sentence).length);

test("the measure tells a simple text from a hard one", () => {
  assert.equal(gradeOf("The cat sat on the mat.").toFixed(2), "-1.45", "six words of one syllable");
  assert.ok(gradeOf("Notwithstanding the foregoing, personal information processed pursuant to contractual obligations may be communicated to affiliated undertakings.") > 20);
});

for (const site of SITES) {
  for (const name of PAGES) {
    const prose = () => proseOf(pageOf(site, name)).map(({ title, blocks }) => ({ title, blocks: blocks.map((block) => withoutNames(ours(site, block)).trim()).filter(isProse) }));

    test(`${site}, ${name}: blocks of ${BLOCK} words or more have grade ${GRADE} at most`, () => {
      const sections = prose();
      const whole = { title: "the whole page", blocks: sections.flatMap(({ blocks }) => blocks) };
      // Paragraphs that follow each other are one block, because single ones are shorter.
      const long = [...sections, whole].filter(({ blocks }) => wordsOf(blocks.join(" ")).length >= BLOCK);
      none(long.filter(({ blocks }) => gradeOf(...blocks) > GRADE).map(({ title, blocks }) => `${title}, grade ${gradeOf(...blocks).toFixed(1)}: ${blocks.join(" ")}`));
    });

    test(`${site}, ${name}: sentences have ${AVERAGE} words on average, and ${LONGEST} at most`, () => {
      const sentences = prose().flatMap(({ blocks }) => blocks.flatMap(sentencesOf));
      none(sentences.filter((sentence) => wordsOf(sentence).length > LONGEST));
      assert.ok(sentences.length === 0 || average(lengths(sentences)) <= AVERAGE, `${average(lengths(sentences))}`);
    });
  }
}

test(`the texts of www/words/en.json have ${AVERAGE} words a sentence on average, and ${LONGEST} at most`, () => {
  const sentences = english().flatMap(({ name, text }) => (isProse(text) ? sentencesOf(withoutNames(text)).map((sentence) => `${name}: ${sentence}`) : []));
  const count = (sentence) => wordsOf(sentence.slice(sentence.indexOf(":") + 1)).length;
  none(sentences.filter((sentence) => count(sentence) > LONGEST));
  assert.ok(average(sentences.map(count)) <= AVERAGE, `${average(sentences.map(count))}`);
});

const seeds = JSON.parse(readFileSync(folder("tests/fixtures/seeds.json"), "utf8")).words;
for (const [site, words] of Object.entries(seeds)) {
  test(`${site}: the composed policy has ${LENGTH} times the words of its seed at most`, () => {
    const length = lengthOf(pageOf(site, "privacy.html"));
    assert.ok(length <= words * LENGTH, `${length} words, ${(length / words).toFixed(2)} times ${words}`);
  });
}
