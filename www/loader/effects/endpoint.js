// The copy of each decision for a site that declares where it goes (`records.endpoint`): sent in the background, tried again when it
// failed, and never waited for. Only there does the record carry an id, which ties the copies of one browser together, and `sent`, the
// time of the last event that arrived. The shape is www/record.schema.json, docs/receipts.md says what a server can rely on.

const SHAPE = "courtesy-record/1";

/** How long an answer may take, in milliseconds. */
const ANSWERED = 20_000;

/** How much a browser takes of what shall outlive its page (Fetch: 64 KiB for all such requests together), with room for others. */
const OUTLIVES = 48_000;

/** A random UUID, version 4; crypto.randomUUID is there on secure pages only. */
const randomId = () => {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

/** The events that are not known to have arrived. Where the last one that is was dropped, all may be new. */
export const unsent = ({ events, sent }) => events.slice(events.findLastIndex(({ at }) => at === sent) + 1);

/** What is sent: the same key and text for the same events, however often it takes. */
export const copyOf = (record, events, site) => {
  // Neither is part of what was decided; and a key that was used before must not come with another text.
  const { sent, ...kept } = record;
  const key = `${record.id}/${events.at(-1).at}/${events.length}`;
  const whole = { schema: SHAPE, key, site, events, record: kept };
  const size = (text) => new Blob([text]).size;
  const text = JSON.stringify(whole);
  if (size(text) <= OUTLIVES) return { key, text, keepalive: true };
  // The old events have been sent; what is still too long is sent by a page that stays.
  const short = JSON.stringify({ ...whole, record: { ...kept, events } });
  return { key, text: short, keepalive: size(short) <= OUTLIVES };
};

/** Sends. */
export const endpoint = (core, facts) => {
  let sending;
  let again;

  /** Keeps the record with these two, in the order in which a record is written. */
  const mark = ({ schema, id: _, sent: __, ...rest }, id, sent) => core.remember({ schema, id, sent, ...rest });

  /** One attempt; says whether there is more to send. */
  const attempt = async () => {
    const { endpoint: address, site } = await facts();
    const before = core.current();
    // Erased meanwhile, or never there.
    if (typeof before === "string" || !unsent(before)[0]) return false;
    if (!before.id) mark(before, randomId(), null);
    const record = core.current();
    const events = unsent(record);
    const { key, text, keepalive } = copyOf(record, events, site);
    const response = await fetch(address, {
      method: "POST",
      keepalive,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // Only the address that was declared can say that it has it.
      redirect: "manual",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: text,
      signal: AbortSignal.timeout?.(ANSWERED),
    });
    if (!response.ok) throw new Error(`${address} answered ${response.status || "with a redirection"}`);
    const last = events.at(-1).at;
    // Until this second is over another event may bear its time; a clock that was set back is not waited for.
    const rest = Date.parse(last) + 1000 - Date.now();
    if (rest > 0 && rest <= 1000) await new Promise((done) => setTimeout(done, rest));
    const after = core.current();
    if (after.id !== record.id) return false;
    const known = after.events.findLastIndex((event) => JSON.stringify(event) === JSON.stringify(events.at(-1)));
    const next = after.events[known + 1];
    // What came in that very second is not to be taken for sent: rather the others are sent once more.
    if (next?.at !== last) mark(after, after.id, last);
    return !!next;
  };

  const send = () => {
    again = true;
    return (sending ??= (async () => {
      try {
        // What was decided meanwhile, by this page or another, is sent after it.
        while (again) {
          again = false;
          if (await attempt()) again = true;
        }
      } catch (error) {
        core.problem("records", `a decision was not sent, and is tried again with the next page: ${error.message}`);
        addEventListener("online", send, { once: true });
      } finally {
        sending = undefined;
      }
    })());
  };
  return { send };
};
