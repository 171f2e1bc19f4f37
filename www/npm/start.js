// start(): the widget, from a bundler. Nothing is touched at import, and on a server nothing is done (docs/decisions/015).

import { load } from "./loader.js";

/** The second half of the loader, from beside the site file: bundlers are told to leave it there. */
const bring = (address) =>
  import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ address).catch(({ message }) => {
    throw new Error(`what this package fetches is not beside the site file; run npx courtesy build again, of this package's version (${message})`);
  });

/**
 * Starts the widget on this page, once; joins the one that a script tag or an earlier call started.
 * Resolves when the site is known; to undefined on a server, and where nothing could start, which the console explains.
 */
export const start = async ({ site = "/courtesy/site.json", language, theme, jurisdiction } = {}) => {
  if (typeof document === "undefined") return undefined;
  let src;
  try {
    src = new URL(site, document.baseURI).href;
  } catch {
    console.warn(`courtesy: start() needs the address of a site.json, such as "/courtesy/site.json", and "${site}" is none`);
    return undefined;
  }
  // Stands in for the script tag: what the loader fetches by itself is fetched from beside the site file. Where there is a widget
  // already, the loader joins it.
  load({ src, dataset: { site: src, language, theme, jurisdiction } }, bring);
  const { courtesy } = window;
  // What else bears this name is an element of the page; there is no widget then.
  if (!courtesy?.ready?.then) return undefined;
  return new Promise((resolve) => {
    courtesy.ready.then(resolve);
    courtesy.on("problem", ({ code }) => code === "start" && resolve(undefined));
  });
};
