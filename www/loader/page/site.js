// The site's facts: inlined in a courtesy.js that was built for the site, otherwise fetched from the site file that the
// tag names.

import { bare } from "./null-prototype.js";
import { problem } from "./events.js";
import { hasLanguages, isGeneric, onlyAsks, onlyInforms } from "./features.js";
import { inlined, version } from "./build-constants.js";

/** @import { Site, TagOptions } from "../types.js" */

// An image or a form of the page may have the name currentScript; nothing is fetched from where that points.
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** The tag's data- attributes, and nothing that they inherit. @type {TagOptions} */
export const tagOptions = /** @type {object} */ ({ __proto__: null, ...script?.dataset });

/** The nonce of the tag, where the page's scripts have one. */
export const nonce = script?.nonce;

/** The site in the visitor's language, once it is known; the addresses of its pages are absolute. @type {Site} */
export let site;

/** The folder with the files of courtesy build, where this script has been moved out of it. */
const base = tagOptions.base ?? document.documentElement.getAttribute("data-courtesy-base");

/** Whether this script no longer has the name that courtesy build gave it, so its files may be elsewhere. */
export const isMoved = inlined && base === null && !/\/courtesy[^/]*$/.test(/** @type {string} */ (script?.src));

const folder = isMoved
  ? document.baseURI
  : base === null
    ? script?.src
    : new URL(base.replace(/\/?$/, "/"), document.baseURI);

/**
 * The address of a file next to this script.
 *
 * @param {string} file
 * @returns {string}
 */
export const besideScript = (file) => new URL(file, folder).href;

/** The address of the site file in the generic form; the built form has its pages next to the script. */
const siteAddress = () =>
  isGeneric && tagOptions.site ? new URL(tagOptions.site, document.baseURI).href : besideScript("");

/**
 * The address of a page or file of the site: relative to its site file, or to the page's server if it begins with "/".
 *
 * @param {string} link
 */
const absolute = (link) =>
  new URL(link, link[0] === "/" ? /** @type {Location & string} */ (location) : siteAddress()).href;

/**
 * Fetches a site; its error names the address.
 *
 * @param {string} address
 * @returns {Promise<Site>}
 */
const getJson = async (address) => {
  const response = await __COURTESY_FETCH__(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return bare(await response.json());
};

/**
 * The file of the first declared language that the tag, the page or the browser asks for; none for the site's first.
 *
 * @param {Site} site
 * @returns {string | undefined}
 */
const otherLanguage = ({ language, others = bare({}) }) => {
  const codes = [language, ...Object.keys(others)];
  const wanted = [tagOptions.language, document.documentElement.lang, ...navigator.languages];
  for (const tag of /** @type {string[]} */ (wanted.filter(Boolean))) {
    const found = codes.find((code) => code === tag) ?? codes.find((code) => code === tag.split("-")[0]);
    if (found) return others[found];
  }
};

/**
 * Whether visitors are asked for anything, rather than only informed.
 *
 * @returns {boolean | Site["optional"]}
 */
export const isAsking = () => !onlyInforms && (onlyAsks || site.optional);

/**
 * Whether the owner has a page of their own for a view.
 *
 * @param {string} view
 * @returns {boolean | undefined}
 */
export const isPage = (view) => site.own?.includes(view);

/**
 * The site in its first language, or an error that says how to fix it.
 *
 * @returns {Site | Promise<Site>}
 */
export const findSite = () => {
  if (!script && base === null) throw new Error("needs a classic script tag");
  return isGeneric && !inlined ? fetchSite() : bare(/** @type {Site} */ (inlined));
};

/**
 * The site in the visitor's language, if that is another one.
 *
 * @param {Site} first
 * @returns {Promise<Site | undefined> | false | "" | undefined}
 */
export const findLanguage = (first) => {
  const other = hasLanguages && otherLanguage(first);
  return other && inLanguage(other);
};

/**
 * Makes this the site of the page; `other` has what differs in the visitor's language.
 *
 * @param {Site} first
 * @param {Partial<Site> | false | "" | undefined} other
 */
export const adoptSite = (first, other) => {
  site = /** @type {Site} */ ({ __proto__: null, ...first, ...other });
  site.jurisdiction = tagOptions.jurisdiction ?? site.jurisdiction;
  site.later = absolute(site.later);
  // The notice's tree has placeholders for its words and for the addresses of the pages.
  for (const page in site.pages)
    site.words[page + "Page"] = site.pages[page] = absolute(/** @type {string} */ (site.pages[page]));
};

/**
 * The site in another language. If it cannot be fetched, the first language is shown.
 *
 * @param {string} file
 */
const inLanguage = (file) =>
  getJson(absolute(file)).catch((error) => problem("language", `shown in the first language: ${error.message}`));

/**
 * The site file that the tag names, or an error that says how to fix it.
 *
 * @returns {Promise<Site>}
 */
export const fetchSite = async () => {
  if (!tagOptions.site)
    throw new Error('this courtesy.js was built for no site; name one in its tag: data-site="/site.json"');
  const address = siteAddress();
  const found = await getJson(address).catch((error) => {
    // Some servers answer with a page where a file is missing.
    if (error instanceof SyntaxError) return /** @type {Partial<Site>} */ (bare({}));
    throw new Error(`${error.message}; courtesy build SITE.json --out DIR writes this file`);
  });
  if (found?.courtesy && found.courtesy !== version) {
    throw new Error(
      `${address} is of Courtesy ${found.courtesy}, and this is ${version}; run courtesy build again, of this version`,
    );
  }
  if (found?.facts) return /** @type {Site} */ (found);
  throw new Error(
    `${address} is not ready for visitors; run courtesy build SITE.json --out DIR, and name the site.json that it writes`,
  );
};
