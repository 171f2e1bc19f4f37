// Sends a copy of each decision to the site's `records.endpoint`: in the background, with retries, and nothing waits
// for it. Only on such a site does the record have an id, which links the copies of one browser, and `sent`, the time
// of the last event that arrived. www/record.schema.json is the schema; docs/receipts.md says what a server can rely
// on.

/** @import { Core, LazyFacts, LazyModule, RecordEvent, VisitorRecord } from "../types.js" */

const SCHEMA = "courtesy-record/1";

/** How long a response may take, in milliseconds. */
const TIMEOUT = 20_000;

/** The largest body with keepalive. Fetch allows 64 KiB for all such requests together; this leaves room for others. */
const KEEPALIVE_BYTES = 48_000;

/** A random UUID, version 4. crypto.randomUUID needs a secure context. */
const randomId = () => {
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

/**
 * The events that are not known to have arrived: all of them if the last one that did was dropped.
 *
 * @param {VisitorRecord} record
 * @returns {RecordEvent[]}
 */
export const unsent = ({ events, sent }) => events.slice(events.findLastIndex(({ at }) => at === sent) + 1);

/**
 * The request for some events, which has the same key and text in every attempt.
 *
 * @param {VisitorRecord} record
 * @param {RecordEvent[]} events
 * @param {string} site
 * @returns {{ key: string, text: string, keepalive: boolean }}
 */
export const copyOf = (record, events, site) => {
  // `sent` is no part of the decision, and changes between attempts, while one key must always have the same text.
  const { sent, ...decision } = record;
  const key = `${record.id}/${/** @type {RecordEvent} */ (events.at(-1)).at}/${events.length}`;
  const whole = { schema: SCHEMA, key, site, events, record: decision };
  /** @param {string} text */
  const size = (text) => new Blob([text]).size;
  const text = JSON.stringify(whole);
  if (size(text) <= KEEPALIVE_BYTES) return { key, text, keepalive: true };
  // The old events have arrived already. A text that is still too long is sent without keepalive.
  const short = JSON.stringify({ ...whole, record: { ...decision, events } });
  return { key, text: short, keepalive: size(short) <= KEEPALIVE_BYTES };
};

/**
 * @param {Core} core
 * @param {() => Promise<LazyFacts>} facts
 * @returns {Pick<LazyModule, "send">}
 */
export const endpoint = (core, facts) => {
  /** @type {Promise<void> | undefined} */
  let sending;
  /** @type {boolean} */
  let again;

  /**
   * Stores the record with these two, in the order of a record's fields.
   *
   * @param {VisitorRecord} record
   * @param {string | undefined} id
   * @param {string | null} sent
   */
  const markSent = ({ schema, id: _, sent: __, ...rest }, id, sent) => core.remember({ schema, id, sent, ...rest });

  /**
   * Makes one attempt.
   *
   * @returns {Promise<boolean>} whether there is more to send
   */
  const attempt = async () => {
    const { endpoint: address, site } = await facts();
    const before = core.current();
    // There is no record, or it was erased meanwhile.
    if (typeof before === "string" || !unsent(before)[0]) return false;
    if (!before.id) markSent(before, randomId(), null);
    const record = /** @type {VisitorRecord} */ (core.current());
    const events = unsent(record);
    const { key, text, keepalive } = copyOf(record, events, site);
    const response = await fetch(address, {
      method: "POST",
      keepalive,
      credentials: "omit",
      referrerPolicy: "no-referrer",
      // Only the declared address may confirm the receipt.
      redirect: "manual",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: text,
      signal: AbortSignal.timeout?.(TIMEOUT),
    });
    if (!response.ok) throw new Error(`${address} answered ${response.status || "with a redirection"}`);
    const last = /** @type {RecordEvent} */ (events.at(-1)).at;
    // Another event may get the same timestamp until this second is over. A clock that was set back is not waited for.
    const rest = Date.parse(last) + 1000 - Date.now();
    if (rest > 0 && rest <= 1000) await new Promise((done) => setTimeout(done, rest));
    const after = /** @type {VisitorRecord} */ (core.current());
    if (after.id !== record.id) return false;
    const known = after.events.findLastIndex((event) => JSON.stringify(event) === JSON.stringify(events.at(-1)));
    const next = after.events[known + 1];
    // An event of the same second must not count as sent, so the others are sent once more instead.
    if (next?.at !== last) markSent(after, after.id, last);
    return !!next;
  };

  const send = () => {
    again = true;
    return (sending ??= (async () => {
      try {
        // Decisions made meanwhile, on this page or another, are sent next.
        while (again) {
          again = false;
          if (await attempt()) again = true;
        }
      } catch (error) {
        core.problem(
          "records",
          `a decision was not sent, and is tried again with the next page: ${/** @type {Error} */ (error).message}`,
        );
        addEventListener("online", send, { once: true });
      } finally {
        sending = undefined;
      }
    })());
  };
  return { send };
};
