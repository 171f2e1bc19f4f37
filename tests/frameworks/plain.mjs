// The apps that are plain pages with a library: nothing to build, three pages and the library's own file.

import { gates } from "./apps/gates.mjs";

const NAMES = { "/": "One", "/two": "Two", "/three": "Three" };

const tag = '<script async src="/courtesy/courtesy.js" data-audit="off"></script>';
const layout = '<script type="text/plain" data-purpose="analytics" data-src="/gated/layout.js"></script>';

/** Three pages. `head` is the library's tag, `foot` what starts it, `link` what each link says besides. */
const pages = ({ head, foot = "", link = "" }) => {
  const nav = Object.entries(NAMES).map(([path, text]) => `<a href="${path}"${link}>${text}</a>`).join(" ");
  return Object.fromEntries(Object.entries(NAMES).map(([path, title]) => [path, `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Tidewater Pottery</title>${head}${tag}</head>
  <body>
    <nav>${nav}</nav>
    <main id="view"><article><h1>${title}</h1>${gates(title.toLowerCase())}</article></main>
    ${layout}${foot}
  </body>
</html>`]));
};

const script = '<script src="/library.js"></script>';
const module = '<script type="module" src="/library.js"></script>';

/** Turbo Drive puts a whole new body in, keeps copies of pages, and shows one before the fresh page is there. */
export const turbo = { pages: pages({ head: module }), library: "@hotwired/turbo/dist/turbo.es2017-esm.js" };

/** A part of the page is put in anew, and the address goes along; htmx 2 keeps what the page was for going back. */
const swaps = ' hx-boost="true" hx-target="#view" hx-select="#view" hx-swap="outerHTML" hx-push-url="true"';
const swapped = pages({ head: script, link: swaps });
export const htmx2 = { pages: swapped, library: "htmx2/dist/htmx.js" };
export const htmx4 = { pages: swapped, library: "htmx4/dist/htmx.js" };

/** swup exchanges a container, and keeps the pages that it fetched. */
const start = '<script>new Swup({ containers: ["#view"], animationSelector: false })</script>';
export const swup = { pages: pages({ head: script, foot: start }), library: "swup/dist/Swup.umd.js" };
