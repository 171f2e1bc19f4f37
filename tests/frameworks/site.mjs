// The site of all apps, and the scripts behind its gates: each says that it ran, and one of each purpose stores.

import { RULES, garden } from "../e2e/gated.mjs";

const items = [
  { kind: "cookie", name: "basket", purpose: "essential", description: "Keeps your basket." },
  { kind: "cookie", name: "_pa", purpose: "analytics", duration: "P1Y", description: "Tells visits apart." },
  { kind: "local-storage", name: "film", purpose: "media", description: "Remembers where you stopped." },
];

const says = (name, more = "") => `ran.push("${name}");${more}`;

const scripts = {
  "/gated/shared.js": says("shared", 'document.cookie = "_pa=1; path=/; max-age=9999";'),
  "/gated/layout.js": says("layout"),
  "/gated/view.js": says("view"),
  ...Object.fromEntries(["one", "two", "three"].flatMap((name) => [
    [`/gated/${name}.js`, says(name)],
    [`/gated/film-${name}.js`, says(`film ${name}`, 'localStorage.setItem("film", "1");')],
  ])),
};

/** A page without the tag: where tests begin, and where who leaves goes. */
const AWAY = "<!doctype html><html lang=\"en\"><head><title>Away</title></head><body><h1>Away</h1></body></html>";

/** Before all else: what ran, and whether the page came back from the browser's memory. */
const EARLY = `window.ran ??= []; window.restored = false;
  addEventListener("pageshow", ({ persisted }) => (window.restored ||= persisted));`;

/** The options of a test in an app that was made. */
export const inApp = (made) => ({
  at: "/away",
  ...made,
  folders: { "/courtesy/": garden({ items }), ...made.folders },
  pages: { ...made.pages, "/away": AWAY },
  scripts: { ...made.scripts, ...scripts },
  rules: RULES,
  early: EARLY,
});
