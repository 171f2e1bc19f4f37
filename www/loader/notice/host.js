// The host: an element with a shadow root, which shields the widget from the page's styles, and which is inserted again
// when a page empties or replaces its body. It is last in the body, where frameworks that hydrate the whole document
// tolerate it (React 18). When a visitor presses Tab on a loaded page, it moves before the body, to be reached first.

import { styles } from "../page/build-constants.js";

/** @import { Host } from "../types.js" */

/** The element, once it is made. @type {Host} */
export let host;
/** Its shadow root. @type {ShadowRoot} */
export let shadowRoot;

/** How often the host is inserted, so that a page that keeps removing it wins in the end. */
const MAX_INSERTIONS = 50;
let insertionsLeft = MAX_INSERTIONS;

let isFirst = false;

/** Inserts the host and puts it into the top layer again, which it leaves whenever it is removed. */
const insert = () => {
  const { body } = document;
  // A snapshot of the page, as htmx restores it, contains a host without a shadow tree.
  document.querySelector("courtesy-host")?.remove();
  if (isFirst) body.before(host);
  else body.append(host);
  try {
    host.showPopover();
  } catch {
    /* it is shown already, or the browser has no popovers */
  }
};

/** Inserts the host unless it is in its place; until the page has loaded, that is always the end of the body. */
export const place = () => {
  const { body, readyState } = document;
  if (!body || (insertionsLeft === MAX_INSERTIONS && readyState === "loading")) return;
  const isInPlace =
    host.isConnected && (isFirst || readyState === "complete" || body.lastChild === host || shadowRoot.activeElement);
  if (!isInPlace && insertionsLeft-- > 0) insert();
};

/** Moves the host before the body, unless it has the focus, which would be lost. */
export const placeFirst = () => {
  if (isFirst || document.readyState !== "complete" || shadowRoot.activeElement) return;
  isFirst = true;
  insert();
};

/** Makes the host. Its style sheet is constructed, which a strict style-src allows without a nonce. */
export const makeHost = () => {
  host = /** @type {Host} */ (document.createElement("courtesy-host"));
  host.popover = "manual";
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  shadowRoot = host.attachShadow({ mode: "open" });
  shadowRoot.adoptedStyleSheets = [sheet];
};
