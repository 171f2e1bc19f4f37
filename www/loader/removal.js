// Removal: what a site declared for a purpose is taken off the device again, as far as a script can reach.
// A cookie is set anew, expired, on each parent domain and each prefix of the path: a public suffix refuses by itself.

const OURS = ["courtesy", "courtesy-requests"];
const EXPIRED = "=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=0";

const matches = ({ name, prefix }, found) => (prefix ? found.startsWith(name) : found === name);

/** The names that an item stands for; what something that is still on uses as well is not among them. */
const matching = (item, names) =>
  names.filter((found) => !OURS.includes(found) && matches(item, found) && !item.kept.some((other) => other.kind === item.kind && matches(other, found)));

const cookies = () => document.cookie.split("; ").map((pair) => pair.split("=")[0]).filter(Boolean);

/** The host and its parents, each as a domain; and none, for a cookie of this host alone. */
const domains = ({ domain }) => {
  const parts = location.hostname.split(".");
  return ["", ...[domain, ...parts.map((_, place) => parts.slice(place).join("."))].filter(Boolean).map((name) => `; domain=${name}`)];
};

/** Each beginning of the path that a cookie could be kept for. */
const paths = ({ path }) => {
  const parts = location.pathname.split("/");
  const beginnings = parts.flatMap((_, place) => [parts.slice(0, place).join("/") + "/", parts.slice(0, place + 1).join("/")]);
  return [...new Set([path, ...beginnings].filter(Boolean))];
};

const removeCookie = (item, name) => {
  for (const domain of domains(item)) {
    for (const path of paths(item)) {
      const expired = `${name}${EXPIRED}; path=${path}${domain}`;
      document.cookie = expired;
      // Names that begin with __Secure- or __Host-, and cookies of a partition, are answered to no other way.
      if (location.protocol === "https:") {
        document.cookie = expired + "; secure";
        document.cookie = expired + "; secure; samesite=none; partitioned";
      }
    }
  }
};

const stores = {
  cookie: (item) => {
    const names = matching(item, cookies());
    names.forEach((name) => removeCookie(item, name));
    // One that no script can see, because it is HttpOnly or another site's, may be there still.
    return names[0] ? names.every((name) => !cookies().includes(name)) : null;
  },
  localStorage: (item) => keyed(localStorage, item),
  sessionStorage: (item) => keyed(sessionStorage, item),
  indexedDB: async (item) => {
    const found = indexedDB.databases ? (await indexedDB.databases()).map(({ name }) => name) : item.prefix ? [] : [item.name];
    const names = matching(item, found);
    const gone = await Promise.all(names.map((name) => new Promise((done) => {
      const request = indexedDB.deleteDatabase(name);
      request.onsuccess = () => done(true);
      request.onerror = request.onblocked = () => done(false);
    })));
    return names[0] ? gone.every(Boolean) : undefined;
  },
};

const keyed = (store, item) => {
  const names = matching(item, Object.keys(store));
  names.forEach((name) => store.removeItem(name));
  return names[0] ? true : undefined;
};

/** Removes the items of some keys. Gives the titles of what was there and is gone, and of what is not, or not to be seen. */
export const remove = async (items, keys) => {
  const removed = [];
  const left = [];
  const kept = items.filter(({ key, name }) => name && window.courtesy.allows(key));
  for (const item of items.filter(({ key }) => keys.includes(key))) {
    const title = item.title ?? item.name ?? item.key;
    try {
      const isGone = item.name && item.kind ? await stores[item.kind]({ ...item, kept }) : false;
      if (isGone) removed.push(title);
      else if (isGone !== undefined) left.push(title);
    } catch {
      left.push(title);
    }
  }
  return { removed, left };
};
