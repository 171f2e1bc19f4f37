// Extends Subresource Integrity from the script tag to every file that is fetched later: it wraps the loader in
// courtesy-<hash>.js, and nothing runs that differs from the hashes of the build. import() takes no integrity, hence
// the script elements (docs/decisions/016).

/** @import { Begin } from "../types.js" */

/** The integrity of each file by its name. A language's facts, once checked, add that of further files. */
const hashes = __COURTESY_INTEGRITY__;

/** The file with the hashes of the other languages' notices, of which a visitor needs one at most. */
const notices = __COURTESY_NOTICES__;

const { nonce } = /** @type {Partial<HTMLScriptElement>} */ (document.currentScript ?? {});

/** @param {string} address */
const nameOf = (address) => address.slice(address.lastIndexOf("/") + 1);

/** @param {string} name */
const mismatch = (name) =>
  new Error(`${name} is missing, or is not what courtesy build wrote; upload all files of one build, unchanged`);

/**
 * The integrity of a file; a file of another build has none.
 *
 * @param {string} name
 */
const integrityOf = (name) => {
  if (!hashes[name]) throw mismatch(name);
  return hashes[name];
};

/**
 * fetch() with integrity.
 *
 * @param {string} address
 * @returns {Promise<Response>}
 */
const get = async (address) => {
  const name = nameOf(address);
  if (notices && !hashes[name] && name.startsWith("integrity-notice-")) await get(address.replace(name, notices));
  const integrity = integrityOf(name);
  const response = await fetch(address, { integrity }).catch(() => {
    throw mismatch(name);
  });
  if (name.startsWith("integrity-")) Object.assign(hashes, (await response.clone().json()).integrity);
  return response;
};

/**
 * Loads a module with a script element. Under Trusted Types none can be created, so the page has an inert one that is
 * activated here.
 *
 * @param {string} address
 */
const loadByElement = (address) =>
  new Promise((resolve, reject) => {
    const name = nameOf(address);
    const integrity = integrityOf(name);
    const scripts = /** @type {NodeListOf<HTMLScriptElement>} */ (
      document.querySelectorAll('script[type="text/plain"]')
    );
    const inert = [...scripts].find(({ src }) => src === address);
    const script = inert ?? document.createElement("script");
    try {
      if (!inert) script.src = address;
    } catch {
      throw new Error(
        "this page demands Trusted Types, so its tag must bring the modules: copy the one of embed.html that does",
      );
    }
    /** @param {(error: Error) => void} settle */
    const end = (settle) => () => {
      if (!inert) script.remove();
      settle(mismatch(name));
    };
    Object.assign(script, {
      type: "module",
      crossOrigin: "anonymous",
      integrity,
      onload: end(resolve),
      onerror: end(reject),
    });
    if (nonce) script.nonce = nonce;
    // An inert script starts when it is inserted again, in its own place.
    const marker = new Comment();
    if (inert) inert.replaceWith(marker);
    else document.head.append(marker);
    marker.replaceWith(script);
  });

/** @type {Record<string, Promise<unknown> | undefined>} */
const loaded = {};

/**
 * import() with integrity: the element checks the file first, and import() then gets that same module.
 *
 * @param {string} address
 */
const load = async (address) => {
  loaded[address] ??= loadByElement(address).catch((error) => {
    loaded[address] = undefined;
    throw error;
  });
  await loaded[address];
  return import(address);
};

/**
 * Loads one of the loader's own modules, which then fetches and imports with integrity, too.
 *
 * @param {string} address
 * @returns {Promise<Begin<unknown>>}
 */
const loadModule = async (address) => {
  const { begin } = await load(address);
  return { begin: (list) => begin([...list, { get, load }]) };
};

__COURTESY_LOADER__(loadModule, get);
