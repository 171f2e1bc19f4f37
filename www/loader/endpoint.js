// The copy of each decision for a site that declares where it goes (`records.endpoint`): sent once, tried again when it failed, and
// never waited for. Only there does the record carry an id, which ties the copies of one browser together, and what was sent.

const SCHEMA = "courtesy-record/1";

const id = () => {
  // crypto.randomUUID is there on secure pages only.
  const bytes = [...crypto.getRandomValues(new Uint8Array(16))];
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const digits = bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

/** Sends. */
export const endpoint = (core, facts) => {
  let sending = false;

  const keep = (record) => {
    // In the order in which a record is written.
    const { schema, id, sent, ...rest } = record;
    core.remember({ schema, id, sent, ...rest });
  };

  const send = async () => {
    const record = core.current();
    if (sending || typeof record === "string") return;
    const events = record.events.slice(record.events.findLastIndex(({ at }) => at === record.sent) + 1);
    if (!events[0]) return;
    sending = true;
    try {
      const { endpoint, site } = await facts();
      if (!record.id) keep({ ...record, id: id(), sent: null });
      const current = core.current();
      const last = events.at(-1);
      const key = `${current.id}/${last.at}/${current.events.length}`;
      const response = await fetch(endpoint, {
        method: "POST",
        keepalive: true,
        credentials: "omit",
        headers: { "content-type": "application/json", "idempotency-key": key },
        body: JSON.stringify({ schema: SCHEMA, key, site, events, record: current }),
      });
      if (!response.ok) throw new Error(`${endpoint} answered ${response.status}`);
      const after = core.current();
      if (after.id === current.id) keep({ ...after, sent: last.at });
      sending = false;
      // What was decided meanwhile.
      if (after.events?.length > current.events.length) await send();
    } catch (error) {
      core.problem("records", `a decision was not sent, and will be tried again: ${error.message}`);
    } finally {
      sending = false;
    }
  };
  return { send };
};
