// Integrity: what stands around the loader in courtesy-<hash>.js, for a tag that says what that file must be. All that is fetched
// after it is held against what the build knows, and what differs in one byte never runs. import() alone checks nothing: hence
// module elements (docs/decisions/016).

/** By name what a file must be. The facts of a language bring the rest, once they are checked themselves. */
const known = __COURTESY_INTEGRITY__;

/** The file that says it of the notices of other languages, of which a visitor wants one at most. */
const notices = __COURTESY_NOTICES__;

const { nonce } = document.currentScript ?? {};

const nameOf = (address) => address.slice(address.lastIndexOf("/") + 1);

const refused = (name) =>
  new Error(`${name} is missing, or is not what courtesy build wrote; upload all files of one build, unchanged`);

/** What a file must be; of another build's there is nothing to hold it against. */
const expected = (name) => {
  if (!known[name]) throw refused(name);
  return known[name];
};

/** fetch(), checked. */
const get = async (address) => {
  const name = nameOf(address);
  if (notices && !known[name] && name.startsWith("integrity-notice-")) await get(address.replace(name, notices));
  const integrity = expected(name);
  const response = await fetch(address, { integrity }).catch(() => {
    throw refused(name);
  });
  if (name.startsWith("integrity-")) Object.assign(known, (await response.clone().json()).integrity);
  return response;
};

/** Loads a module by an element. Where the page demands Trusted Types none can be made, so the tag brings it, inert, to be turned on. */
const bring = (address) =>
  new Promise((done, failed) => {
    const name = nameOf(address);
    const integrity = expected(name);
    const inert = [...document.querySelectorAll('script[type="text/plain"]')].find(({ src }) => src === address);
    const script = inert ?? document.createElement("script");
    try {
      if (!inert) script.src = address;
    } catch {
      throw new Error(
        "this page demands Trusted Types, so its tag must bring the modules: copy the one of embed.html that does",
      );
    }
    const end = (tell) => () => {
      if (!inert) script.remove();
      tell(refused(name));
    };
    Object.assign(script, {
      type: "module",
      crossOrigin: "anonymous",
      integrity,
      onload: end(done),
      onerror: end(failed),
    });
    if (nonce) script.nonce = nonce;
    // In place: what was put aside is started when it comes back.
    const marker = new Comment();
    if (inert) inert.replaceWith(marker);
    else document.head.append(marker);
    marker.replaceWith(script);
  });

const brought = {};

/** import(), checked: only after the element has loaded is the address known to be what it must be. */
const load = async (address) => {
  brought[address] ??= bring(address).catch((error) => {
    brought[address] = undefined;
    throw error;
  });
  await brought[address];
  return import(address);
};

/** The second half fetches and imports by these too. */
const loadHalf = async (address) => {
  const { begin } = await load(address);
  return { begin: (given) => begin([...given, { get, load }]) };
};

__COURTESY_LOADER__(loadHalf, get);
