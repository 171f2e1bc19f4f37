// Where the widget lives: an element of its own between <head> and <body>, with a shadow root.
// First in the tab order, out of reach of the page's styles, and put back when a page empties or replaces its body.

import { styles } from "./slots.js";

let element;

/** How often the host is put in its place; a page that keeps removing it is left alone. */
let places = 9;

/** Puts the host in its place, where it is not. A page that is being written anew has none for a moment. */
export const place = () => element.isConnected || (places-- > 0 && document.documentElement?.insertBefore(element, document.body));

/** Makes the host. Style sheets are constructed: a strict style-src allows them, and no nonce is needed. */
export const host = () => {
  element = document.createElement("courtesy-host");
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  element.attachShadow({ mode: "open" }).adoptedStyleSheets = [sheet];
  place();
  return element;
};
