// Where the widget lives: an element of its own between <head> and <body>, with a shadow root.
// First in the tab order, out of reach of the page's styles, and still there when a page empties or replaces its body.

import { styles } from "./slots.js";

let element;

/** How often the host is put back; a page that keeps removing it is left alone. */
let returns = 9;

let watch;

/** A page that is being written anew has no root for a moment; it is told of the next. */
const place = () => {
  const root = document.documentElement;
  root?.insertBefore(element, document.body);
  if (root) watch.observe(root, { childList: true });
};

/** Makes the host. Style sheets are constructed: a strict style-src allows them, and no nonce is needed. */
export const host = () => {
  element = document.createElement("courtesy-host");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  element.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  watch = new MutationObserver(() => element.isConnected || (returns-- > 0 && place()));
  watch.observe(document, { childList: true });
  place();
  return element;
};
