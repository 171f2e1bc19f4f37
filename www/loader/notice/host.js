// Where the widget lives: an element of its own with a shadow root, out of reach of the page's styles, and put back when a page empties
// or replaces its body. It is the last in the body, where a framework that hydrates the whole document tolerates it (React 18), until a
// visitor presses Tab on a page that has loaded: then it goes before the body, and is the first that Tab reaches.

import { styles } from "../page/build-constants.js";

/** The element and its shadow root, once they are made. */
export let host;
export let shadowRoot;

/** How often it is put in; a page that keeps removing it is left alone. */
const MOST = 50;
let places = MOST;

let isFirst = false;

/** Puts it in, and above everything by the top layer: an element that is put in again is not in that any more. */
const put = () => {
  const { body, documentElement } = document;
  // A copy of the page, as htmx restores it, has a copy of this without its shadow tree.
  document.querySelector("courtesy-host")?.remove();
  if (isFirst) documentElement.insertBefore(host, body);
  else body.append(host);
  try {
    host.showPopover();
  } catch {
    /* it is in it already, or there is none */
  }
};

/** Puts the host in its place, where it is not: the last in the body, once that has been read; until the page has loaded, again and again. */
export const place = () => {
  const { body, readyState } = document;
  if (!body || (places === MOST && readyState === "loading")) return;
  const isThere =
    host.isConnected && (isFirst || readyState === "complete" || body.lastChild === host || shadowRoot.activeElement);
  if (!isThere && places-- > 0) put();
};

/** Moves it before the body; not while somebody is in it, who would lose the focus. */
export const placeFirst = () => {
  if (isFirst || document.readyState !== "complete" || shadowRoot.activeElement) return;
  isFirst = true;
  put();
};

/** Makes the host. Style sheets are constructed: a strict style-src allows them, and no nonce is needed. */
export const makeHost = () => {
  host = document.createElement("courtesy-host");
  host.popover = "manual";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadowRoot = host.attachShadow({ mode: "open" });
  shadowRoot.adoptedStyleSheets = [sheet];
};
