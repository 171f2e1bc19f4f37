// The site's facts: inlined when courtesy.js was built for a site, else the site file that the tag names.

import { bare } from "./null-prototype.js";
import { problem } from "./events.js";
import { hasLanguages, isGeneric, onlyAsks, onlyInforms } from "./features.js";
import { inlined, version } from "./build-constants.js";

// An image or a form of the page may bear the name currentScript, and nothing is fetched from where that points.
const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;

/** The tag's data- attributes, and nothing that they inherit. */
export const tagOptions = { __proto__: null, ...script?.dataset };

/** The nonce of the tag, where the page's scripts have one. */
export const nonce = script?.nonce;

/** The site in the visitor's language, once it is known; the addresses of its pages are whole. */
export let site;

/** Where the files of courtesy build are, for a script that does not stand among them any more. */
const base = tagOptions.base ?? document.documentElement.getAttribute("data-courtesy-base");

/** Whether this script has not the name that courtesy build gave it, or none at all: its files may be elsewhere. */
export const isMoved = inlined && base === null && !/\/courtesy[^/]*$/.test(script?.src);

const here = isMoved
  ? document.baseURI
  : base === null
    ? script?.src
    : new URL(base.replace(/\/?$/, "/"), document.baseURI);

/** The address of a file that stands beside this script. */
export const besideScript = (file) => new URL(file, here).href;

/** The address of the site file in the generic form; the built form has its pages beside the script. */
const siteAddress = () =>
  isGeneric && tagOptions.site ? new URL(tagOptions.site, document.baseURI).href : besideScript("");

/** The address of a page or file of the site: beside its site file, or on the page's own server where it begins with "/". */
const besideSite = (link) => new URL(link, link[0] === "/" ? location : siteAddress()).href;

/** Fetches; an answer that is no answer is an error that names the address. */
const getJson = async (address) => {
  const response = await __COURTESY_FETCH__(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return bare(await response.json());
};

/** Among the declared languages the first that is wanted: by the tag, by the page, by the browser. */
const otherLanguage = ({ language, others = bare({}) }) => {
  const codes = [language, ...Object.keys(others)];
  const wanted = [tagOptions.language, document.documentElement.lang, ...navigator.languages];
  for (const tag of wanted.filter(Boolean)) {
    const found = codes.find((code) => code === tag) ?? codes.find((code) => code === tag.split("-")[0]);
    if (found) return others[found];
  }
};

/** Whether visitors are asked for anything, rather than only informed. */
export const isAsking = () => !onlyInforms && (onlyAsks || site.optional);

/** Whether a view is a page of the owner's own. */
export const isPage = (view) => site.own?.includes(view);

/** The site in its first language, or an error that says what to change. */
export const findSite = () => {
  if (!script && base === null) throw new Error("needs a classic script tag");
  return isGeneric && !inlined ? named() : bare(inlined);
};

/** What differs in the visitor's language, if it is another one. */
export const findLanguage = (first) => {
  const other = hasLanguages && otherLanguage(first);
  return other && inLanguage(other);
};

/** Takes what was found for the site of this page. */
export const adoptSite = (first, other) => {
  site = { __proto__: null, ...first, ...other };
  site.jurisdiction = tagOptions.jurisdiction ?? site.jurisdiction;
  site.later = besideSite(site.later);
  // The notice's tree has holes for its words and for the addresses of the pages.
  for (const page in site.pages) site.words[page + "Page"] = site.pages[page] = besideSite(site.pages[page]);
};

/** The notice in another language; the first language has to do where that cannot be had. */
const inLanguage = (file) =>
  getJson(besideSite(file)).catch((error) => problem("language", `shown in the first language: ${error.message}`));

/** The site file that the tag names, or what to change. */
export const named = async () => {
  if (!tagOptions.site)
    throw new Error('this courtesy.js was built for no site; name one in its tag: data-site="/site.json"');
  const address = siteAddress();
  const found = await getJson(address).catch((error) => {
    // A server that answers whatever it does not have with a page of its own has no such file, either.
    if (error instanceof SyntaxError) return bare({});
    throw new Error(`${error.message}; courtesy build SITE.json --out DIR writes this file`);
  });
  if (found?.courtesy && found.courtesy !== version) {
    throw new Error(
      `${address} is of Courtesy ${found.courtesy}, and this is ${version}; run courtesy build again, of this version`,
    );
  }
  if (found?.facts) return found;
  throw new Error(
    `${address} is not ready for visitors; run courtesy build SITE.json --out DIR, and name the site.json that it writes`,
  );
};
