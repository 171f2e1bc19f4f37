// The two lists of words that Courtesy does not use, and what each of them is here: docs/decisions/030.

/** What no visitor and no owner reads: the voice of an auditor. */
export const AUDITOR = [/\bstates that\b/i, /\bnot stated\b/i, /\b(?:does not|doesn[’']t) state\b/i, /\bdeclares\b/i, /\bwe have declared\b/i, /\bwhoever\b/i, /\bmend(?:s|ed|ing)?\b/i];

/** The dialect that comments and documentation had. In them these words have no ordinary use. */
export const DIALECT = [/\bmend(?:s|ed|ing)?\b/i, /\buntold\b/i, /\bfates\b/i, /\bdesks?\b/i, /\bwhoever\b/i];

/**
 * The same for what visitors read. "Own", "kept" and "asked" are ordinary English there ("your own words", "Kept for", "you asked us to"),
 * "soon" is in "as soon as", and "is there" is ordinary but for a sentence that ends with it.
 */
export const DIALECT_OF_VISITORS = [
  ...DIALECT,
  /\btold\b/i, /\bsaid\b/i, /\bstands?\b/i, /\bbeside\b/i, /\bapart\b/i, /\bmine\b/i, /\b(?<!as )soon\b/i,
  /\bis there(?=[.,;:)]|$)/i, /\bwhat is \w+(?: \w+)? is\b/i,
];

/** What of a text matches one of the patterns, with a few words around it. */
export const found = (patterns, text) =>
  patterns.flatMap((pattern) => [...text.matchAll(new RegExp(pattern, "gi"))].map(({ index, 0: word }) => text.slice(Math.max(0, index - 40), index + word.length + 30).replace(/\s+/g, " ")));
