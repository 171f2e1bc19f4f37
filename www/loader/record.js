// The record of what a visitor did: read whatever stands there, write what happened.
// Step by step what src/consent/read.rs and record.rs do; tests/fixtures binds the two.

const SCHEMA = "courtesy/1";
const CHOICES = ["granted", "refused", "withdrawn", "objected"];
const EVENTS = 50;

const isText = (value) => typeof value === "string";
const isObject = (value) => !!value && typeof value === "object" && !Array.isArray(value);
const hasOnly = (object, test) => isObject(object) && Object.values(object).every(test);

/** A moment in the record's one form: UTC to the second. Throws for a time that no calendar has. */
export const stamp = (time) => new Date(time).toISOString().slice(0, 19) + "Z";
const isMoment = (value) => isText(value) && value.length === 20 && stamp(value) === value;

const isEvent = (event) =>
  isMoment(event.at) &&
  ["not_required", ...CHOICES].includes(event.state) &&
  Array.isArray(event.purposes) && event.purposes.every(isText) &&
  isText(event.method) && isText(event.language);

const isRecord = ({ mode, notice, choices, events, expires, gpc }) =>
  ["notice", "consent"].includes(mode) &&
  isText(notice.version) && hasOnly(notice.facts, isText) &&
  (notice.seen == null || (isText(notice.seen) && isMoment(notice.seen + "T00:00:00Z"))) &&
  hasOnly(choices, (choice) => CHOICES.includes(choice)) &&
  Array.isArray(events) && events.length > 0 && events.every(isEvent) &&
  isMoment(expires) && (gpc == null || typeof gpc === "boolean");

/** The record in a stored text, or the reason why there is none. */
export const readRecord = (stored) => {
  if (stored == null) return "first-visit";
  try {
    const record = JSON.parse(stored);
    const { schema } = record;
    if (schema === SCHEMA && isRecord(record)) return record;
    if (schema !== SCHEMA && schema.startsWith("courtesy/")) return "newer";
  } catch { /* not what was written here */ }
  return "unreadable";
};

/** The moment some calendar months and then seconds later; the last day where a month is shorter. */
const after = (at, [months, seconds]) => {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return stamp(+date + seconds * 1000);
};

/** The later of two days, either of which may be null. */
const laterDay = (one, other) => (one > (other ?? "") ? one : (other ?? null));

/** The record after a notice that asks for nothing was closed, going on from the one before, if it could be read. `told`: the newest change that was told of. */
export const dismissed = (before, { notice, facts, language }, told, gpc, now) => {
  const at = stamp(now);
  const event = { at, state: "not_required", purposes: [], method: "dismiss", language };
  return {
    schema: SCHEMA,
    mode: "notice",
    notice: { version: notice.version, facts, seen: laterDay(told, before.notice?.seen) },
    choices: {},
    events: [...(before.events ?? []), event].slice(-EVENTS),
    expires: after(at, notice.lasts),
    gpc: typeof gpc === "boolean" ? gpc : null,
  };
};
