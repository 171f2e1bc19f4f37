// start() runs the widget from a bundle. Importing it has no side effects, and on a server it does nothing
// (docs/decisions/015).

import { load } from "./loader.js";

/** @import { StartOptions } from "./start.d.ts" */

/**
 * Imports a module from the folder of the site file; bundlers must leave the import alone.
 *
 * @param {string} address
 * @returns {Promise<unknown>}
 */
const importModule = (address) =>
  import(/* @vite-ignore */ /* webpackIgnore: true */ /* turbopackIgnore: true */ address).catch(({ message }) => {
    throw new Error(
      `what this package fetches is not beside the site file; run npx courtesy build again, of this package's version (${message})`,
    );
  });

/** The site files that this page was started with. @type {Set<string>} */
const started = new Set();

/**
 * Starts the widget on this page, once; a second call, and a call next to a script tag, join the one that is there.
 * Resolves when the site is known; to undefined on a server, and if nothing could start, which the console explains.
 *
 * @type {typeof import("./start.d.ts").start}
 */
export const start = async (options) => {
  // Only own properties: nothing that a page adds to Object.prototype is an option.
  const {
    site: named,
    language,
    theme,
    jurisdiction,
    audit,
  } = /** @type {StartOptions} */ (/** @type {object} */ ({ __proto__: null, ...options }));
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
  // Stands in for the script tag, so that everything is fetched from the folder of the site file. If there is a widget
  // already, the loader joins it and reports another site; a repeated call has nothing to report.
  const isJoining = named === undefined && window.courtesy?.ready?.then;
  if (!isJoining && !started.has(src)) {
    started.add(src);
    try {
      const audited = audit === false ? "off" : audit && "";
      load(
        { src, dataset: { __proto__: null, site: src, language, theme, jurisdiction, audit: audited } },
        importModule,
      );
    } catch (/** @type {any} no other type may be named here */ { message }) {
      console.warn(`courtesy: start() failed, perhaps because data-courtesy-base is no address: ${message}`);
      return undefined;
    }
  }
  const { courtesy } = window;
  // Without a widget, an element of the page may have this name.
  if (!courtesy?.ready?.then) return undefined;
  return new Promise((resolve) => {
    courtesy.ready.then(resolve, () => resolve(undefined));
    // The tag of an earlier version never settles `ready` if it cannot start.
    courtesy.on?.("problem", ({ code }) => code === "start" && resolve(undefined));
  });
};
