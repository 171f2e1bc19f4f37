// What the form for requests needs of the browser, where the platform says it in one line: joined to the app's glue (docs/decisions/012).
// What takes time calls back with a text, which is empty where it came to nothing.

/** How long an endpoint may take, in milliseconds. */
const PATIENCE = 20_000;

/** What stands in the form around or inside an element, by the names of its fields. */
export const answers = (inside) => Object.fromEntries(new FormData(inside.querySelector("form") ?? undefined));

/** Today where the visitor is, such as 2026-11-22. */
export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
};

/** A day as a language writes it, in the calendar and the digits of the laws that are quoted beside it. */
export const date = (language, day) =>
  new Intl.DateTimeFormat(language, {
    dateStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  }).format(new Date(day));

/** 32 random digits; crypto.randomUUID is there for https alone. */
export const key = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/** Copies a text. */
export const copy = async (text, done) => {
  const copied = await navigator.clipboard?.writeText(text).then(
    () => "copied",
    () => "",
  );
  done(copied ?? "");
};

/** Hands a file to the browser. */
export const save = (name, type, text) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), PATIENCE);
};

/** Sends JSON once, without cookies and without naming this page, and calls back with "2xx", another status, or nothing. A redirection is no receipt, and is not followed. */
export const send = (address, key, body, done) =>
  fetch(address, {
    __proto__: null,
    method: "POST",
    credentials: "omit",
    referrerPolicy: "no-referrer",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body,
    redirect: "manual",
    signal: AbortSignal.timeout(PATIENCE),
  }).then(
    (answer) => done(answer.ok ? "2xx" : answer.type === "opaqueredirect" ? "3xx" : `${answer.status}`),
    () => done(""),
  );
