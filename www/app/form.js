// What the request form needs of the browser and JavaScript says in one line each: bundled into the app's glue
// (docs/decisions/012). Asynchronous functions call back with a string, which is empty if they failed.

/** How long a request to an endpoint may take, in milliseconds. */
const TIMEOUT = 20_000;

/**
 * The values of the form inside an element, by field name.
 * @param {Element} inside
 */
export const answers = (inside) => Object.fromEntries(new FormData(inside.querySelector("form") ?? undefined));

/**
 * Today's date where the visitor is, such as 2026-11-22.
 * @returns {string}
 */
export const today = () => {
  const now = new Date();
  return new Date(/** @type {number} */ (/** @type {unknown} */ (now)) - now.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 10);
};

/**
 * A date in words, in the calendar and digits of the laws that the form cites.
 * @param {string} locale
 * @param {string} day
 * @returns {string}
 */
export const date = (locale, day) =>
  new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeZone: "UTC",
    calendar: "gregory",
    numberingSystem: "latn",
  }).format(new Date(day));

/**
 * 32 random hex digits. crypto.randomUUID exists on secure pages only.
 * @returns {string}
 */
export const key = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * Copies text to the clipboard.
 * @param {string} text
 * @param {(result: string) => void} done
 */
export const copy = async (text, done) => {
  const result = await navigator.clipboard?.writeText(text).then(
    () => "copied",
    () => "",
  );
  done(result ?? "");
};

/**
 * Downloads text as a file.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export const save = (name, type, text) => {
  const href = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), TIMEOUT);
};

/**
 * Posts JSON once, without cookies or a referrer, and calls back with "2xx", another status, or "". Redirects are not
 * followed, because a redirect confirms nothing.
 * @param {string} address
 * @param {string} key
 * @param {string} body
 * @param {(result: string) => void} done
 */
export const send = (address, key, body, done) =>
  fetch(
    address,
    /** @type {RequestInit} */ ({
      __proto__: null,
      method: "POST",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body,
      redirect: "manual",
      signal: AbortSignal.timeout(TIMEOUT),
    }),
  ).then(
    (response) => done(response.ok ? "2xx" : response.type === "opaqueredirect" ? "3xx" : `${response.status}`),
    () => done(""),
  );
