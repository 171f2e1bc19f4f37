// Removes what a site declared for a purpose from the device, as far as a script can. A cookie is overwritten by an
// expired one for each parent domain and each prefix of the path; browsers reject public suffixes.

/** @import { Key, NamePattern, RemovableItem } from "../types.js" */

/**
 * An item with a name. `kept`: items of keys that are on, whose names must not be removed.
 *
 * @typedef {RemovableItem & NamePattern & { kept: (RemovableItem & NamePattern)[] }} NamedItem
 */

// Also those of other sites on this origin, each of which appends its id.
export const COURTESY_KEYS = /^courtesy(-requests)?:/;
const EXPIRED = "=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=0";

/**
 * Whether a name matches an item's: the whole of it, its beginning, or the parts of a pattern in order, the first and
 * the last at the ends. The rules are those of src/site/pattern.rs; tests/fixtures/names.json checks that both give the
 * same results.
 *
 * @param {NamePattern} pattern
 * @param {string} found
 * @returns {boolean}
 */
export const matches = ({ name, prefix, parts }, found) => {
  if (!parts) return prefix ? found.startsWith(name) : found === name;
  const [first, ...rest] = parts;
  const last = /** @type {string} */ (rest.pop());
  let at = found.startsWith(first) ? first.length : Infinity;
  for (const part of rest) at = found.includes(part, at) ? found.indexOf(part, at) + part.length : Infinity;
  return found.endsWith(last) && found.length - last.length >= at;
};

/**
 * The names that match an item, except those that something that is on uses as well.
 *
 * @param {NamedItem} item
 * @param {string[]} names
 */
const matching = (item, names) =>
  names.filter(
    (found) =>
      !COURTESY_KEYS.test(found) &&
      matches(item, found) &&
      !item.kept.some((other) => other.kind === item.kind && matches(other, found)),
  );

/** The names of the cookies that a script can see. */
export const cookies = () =>
  document.cookie
    .split("; ")
    .map((pair) => pair.split("=")[0])
    .filter(Boolean);

/**
 * The domain attributes to try: the host, its parents, and none for a host-only cookie.
 *
 * @param {NamedItem} item
 */
const domains = ({ domain }) => {
  const parts = location.hostname.split(".");
  return [
    "",
    ...[domain, ...parts.map((_, index) => parts.slice(index).join("."))]
      .filter(Boolean)
      .map((name) => `; domain=${name}`),
  ];
};

/**
 * Each prefix of the path that a cookie may be set for.
 *
 * @param {NamedItem} item
 */
const paths = ({ path }) => {
  const parts = location.pathname.split("/");
  const beginnings = parts.flatMap((_, index) => [
    parts.slice(0, index).join("/") + "/",
    parts.slice(0, index + 1).join("/"),
  ]);
  return [...new Set([path, ...beginnings].filter(Boolean))];
};

/**
 * @param {NamedItem} item
 * @param {string} name
 */
const removeCookie = (item, name) => {
  for (const domain of domains(item)) {
    for (const path of paths(item)) {
      const expired = `${name}${EXPIRED}; path=${path}${domain}`;
      document.cookie = expired;
      // Required for names that begin with __Secure- or __Host-, and for partitioned cookies.
      if (location.protocol === "https:") {
        document.cookie = expired + "; secure";
        document.cookie = expired + "; secure; samesite=none; partitioned";
      }
    }
  }
};

/**
 * How to remove an item from each store: true if all of it is gone, undefined if nothing was found, else not all, or
 * unknown.
 */
const stores = {
  __proto__: null,
  /** @param {NamedItem} item */
  cookie: (item) => {
    const names = matching(item, cookies());
    for (const name of names) removeCookie(item, name);
    // An HttpOnly cookie, or another site's, may exist although no script can see it.
    return names[0] ? names.every((name) => !cookies().includes(name)) : null;
  },
  /** @param {NamedItem} item */
  localStorage: (item) => removeFromStorage(localStorage, item),
  /** @param {NamedItem} item */
  sessionStorage: (item) => removeFromStorage(sessionStorage, item),
  /** @param {NamedItem} item */
  indexedDB: async (item) => {
    const found = /** @type {Partial<IDBFactory>} */ (indexedDB).databases
      ? /** @type {{ name: string }[]} */ (await indexedDB.databases()).map(({ name }) => name)
      : item.prefix || item.parts
        ? []
        : [item.name];
    const names = matching(item, found);
    const gone = await Promise.all(
      names.map(
        (name) =>
          new Promise((done) => {
            const request = indexedDB.deleteDatabase(name);
            request.onsuccess = () => done(true);
            request.onerror = request.onblocked = () => done(false);
          }),
      ),
    );
    return names[0] ? gone.every(Boolean) : undefined;
  },
};

/**
 * @param {Storage} store
 * @param {NamedItem} item
 */
const removeFromStorage = (store, item) => {
  const names = matching(item, Object.keys(store));
  for (const name of names) store.removeItem(name);
  return names[0] ? true : undefined;
};

/**
 * Removes the items of some keys, except what a key that is on uses as well.
 *
 * @param {RemovableItem[]} items
 * @param {Key[]} keys
 * @param {(key: Key) => boolean} allows whether a key is on
 * @returns {Promise<{ removed: string[], left: string[] }>} the titles of what was found and removed, and of what may
 *   be left
 */
export const remove = async (items, keys, allows) => {
  /** @type {string[]} */
  const removed = [];
  /** @type {string[]} */
  const left = [];
  const kept = items.filter(({ key, name }) => name && allows(key));
  for (const item of items.filter(({ key }) => keys.includes(key))) {
    const title = item.title ?? item.key;
    try {
      // An item without a name, or of another kind, cannot be removed by a script.
      const removeFrom = item.name && stores[/** @type {keyof typeof stores} */ (item.kind)];
      const isGone = removeFrom ? await removeFrom(/** @type {NamedItem} */ ({ ...item, kept })) : false;
      if (isGone) removed.push(title);
      else if (isGone !== undefined) left.push(title);
    } catch {
      left.push(title);
    }
  }
  return { removed, left };
};
