// start(): the widget, from a bundler. Nothing is touched at import, and on a server nothing is done (docs/decisions/015).

import { load } from "./loader.js";

/** The second half of the loader, from beside the site file: bundlers are told to leave it there. */
const bring = (address) =>
  import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ address).catch(({ message }) => {
    throw new Error(
      `what this package fetches is not beside the site file; run npx courtesy build again, of this package's version (${message})`,
    );
  });

/** The site files that this page was started with. */
const begun = new Set();

/**
 * Starts the widget on this page, once; joins the one that a script tag or an earlier call started.
 * Resolves when the site is known; to undefined on a server, and where nothing could start, which the console explains.
 */
export const start = async (options) => {
  // Own fields alone: what a script of the page put on every object's prototype is no option.
  const { site: named, language, theme, jurisdiction } = { __proto__: null, ...options };
  if (typeof document === "undefined") return undefined;
  const site = named ?? "/courtesy/site.json";
  let src;
  try {
    src = new URL(site, document.baseURI).href;
  } catch {
    console.warn(
      `courtesy: start() needs the address of a site.json, such as "/courtesy/site.json", and "${site}" is none`,
    );
    return undefined;
  }
  // Stands in for the script tag: what the loader fetches by itself is fetched from beside the site file. Where there is a widget
  // already, the loader joins it, and says so where another site was named; the same call again has nothing to say.
  const isJoining = named === undefined && window.courtesy?.ready?.then;
  if (!isJoining && !begun.has(src)) {
    begun.add(src);
    try {
      load({ src, dataset: { __proto__: null, site: src, language, theme, jurisdiction } }, bring);
    } catch ({ message }) {
      console.warn(`courtesy: start() failed, perhaps because data-courtesy-base is no address: ${message}`);
      return undefined;
    }
  }
  const { courtesy } = window;
  // What else bears this name is an element of the page; there is no widget then.
  if (!courtesy?.ready?.then) return undefined;
  return new Promise((resolve) => {
    courtesy.ready.then(resolve, () => resolve(undefined));
    // A tag of an earlier version leaves `ready` open where it cannot start.
    courtesy.on?.("problem", ({ code }) => code === "start" && resolve(undefined));
  });
};
