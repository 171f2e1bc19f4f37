// Honour or ask: whether what a visitor did still counts for the site of today.
// The same question as src/consent/assess.rs, with the same answers: tests/fixtures/assess.json.

const CLOCK_ERROR = 86_400_000;

/** Why the visitor is told or asked again; nothing where what they did is honoured. */
export const assess = (record, { mode, notice, facts }, now) =>
  typeof record === "string" ? record
  : mode === "consent" ? "undecided"
  : record.mode !== mode ? "other-mode"
  : record.notice.version !== notice.version ? "other-version"
  : record.notice.facts.site !== facts.site ? "other-facts"
  : Date.parse(record.events.at(-1).at) - now > CLOCK_ERROR ? "future-dated"
  : Date.parse(record.expires) <= now ? "expired"
  : undefined;
