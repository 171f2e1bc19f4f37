// Removal: what a site declared for a purpose is taken off the device again, as far as a script can reach.
// A cookie is set anew, expired, on each parent domain and each prefix of the path: a public suffix refuses by itself.

// Of other sites on this origin, too: each has the id of its site behind the colon.
const OURS = /^courtesy(-requests)?:/;
const EXPIRED = "=; expires=Thu, 01 Jan 1970 00:00:00 GMT; max-age=0";

/**
 * Whether what was found has an item's name: the whole of it, its beginning, or the parts of a pattern in their order, the first and the
 * last at the ends. The same answers as src/site/pattern.rs: tests/fixtures/names.json.
 */
export const matches = ({ name, prefix, parts }, found) => {
  if (!parts) return prefix ? found.startsWith(name) : found === name;
  const [first, ...rest] = parts;
  const last = rest.pop();
  let at = found.startsWith(first) ? first.length : Infinity;
  for (const part of rest) at = found.includes(part, at) ? found.indexOf(part, at) + part.length : Infinity;
  return found.endsWith(last) && found.length - last.length >= at;
};

/** The names that an item stands for; what something that is still on uses as well is not among them. */
const matching = (item, names) =>
  names.filter(
    (found) =>
      !OURS.test(found) &&
      matches(item, found) &&
      !item.kept.some((other) => other.kind === item.kind && matches(other, found)),
  );

const cookies = () =>
  document.cookie
    .split("; ")
    .map((pair) => pair.split("=")[0])
    .filter(Boolean);

/** The host and its parents, each as a domain; and none, for a cookie of this host alone. */
const domains = ({ domain }) => {
  const parts = location.hostname.split(".");
  return [
    "",
    ...[domain, ...parts.map((_, place) => parts.slice(place).join("."))]
      .filter(Boolean)
      .map((name) => `; domain=${name}`),
  ];
};

/** Each beginning of the path that a cookie could be kept for. */
const paths = ({ path }) => {
  const parts = location.pathname.split("/");
  const beginnings = parts.flatMap((_, place) => [
    parts.slice(0, place).join("/") + "/",
    parts.slice(0, place + 1).join("/"),
  ]);
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
  __proto__: null,
  cookie: (item) => {
    const names = matching(item, cookies());
    for (const name of names) removeCookie(item, name);
    // One that no script can see, because it is HttpOnly or another site's, may be there still.
    return names[0] ? names.every((name) => !cookies().includes(name)) : null;
  },
  localStorage: (item) => keyed(localStorage, item),
  sessionStorage: (item) => keyed(sessionStorage, item),
  indexedDB: async (item) => {
    const found = indexedDB.databases
      ? (await indexedDB.databases()).map(({ name }) => name)
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

const keyed = (store, item) => {
  const names = matching(item, Object.keys(store));
  for (const name of names) store.removeItem(name);
  return names[0] ? true : undefined;
};

/** Removes the items of some keys, but for what a key that `allows` says is on uses as well. Gives the titles of what was there and is gone, and of what is not, or not to be seen. */
export const remove = async (items, keys, allows) => {
  const removed = [];
  const left = [];
  const kept = items.filter(({ key, name }) => name && allows(key));
  for (const item of items.filter(({ key }) => keys.includes(key))) {
    const title = item.title ?? item.name ?? item.key;
    try {
      // Of an item without a name, or of a kind that is not among the stores, nothing can be removed here.
      const removeFrom = item.name && stores[item.kind];
      const isGone = removeFrom ? await removeFrom({ ...item, kept }) : false;
      if (isGone) removed.push(title);
      else if (isGone !== undefined) left.push(title);
    } catch {
      left.push(title);
    }
  }
  return { removed, left };
};
