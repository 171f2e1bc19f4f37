// Runs a script of a gate: in its place, once per address, and as the page's original node wherever that can still run.
// Its type is text/plain again as soon as it has started, so that a copy of the page, which may be restored later, is
// inert.

/** @import { Key } from "../types.js" */
/** @import { Say } from "./gate-diagnostics.js" */
/** @import { trustedTypes } from "./trusted-types.js" */

import { addressOf } from "../consent/keys.js";
import { isOpened, markOpened } from "./opened-mark.js";

/** How long other gates wait for a script, in milliseconds; and how long after one wait was in vain. */
const PATIENCE = [5000, 500];

const JAVASCRIPT = /^$|^module$|^(text|application)\/(x-)?(java|ecma)script(1\.[0-5])?$|^text\/(j|live)script$/i;

/**
 * Whether browsers run a script of this type; one of another type never fires load.
 *
 * @param {{ type?: string }} script
 * @returns {boolean}
 */
export const isJavaScript = ({ type }) => JAVASCRIPT.test(/** @type {string} */ (type));

/**
 * Runs what may call document.write, which would replace the loaded page.
 *
 * @param {() => void} act
 * @returns {string} what it wrote
 */
const withoutWriting = (act) => {
  /** @type {string[]} */
  const written = [];
  // The type says that these are the names of methods whose arguments are texts.
  const names = /** @type {"write"[]} */ (["open", "close", "write", "writeln"]);
  const before = names.map((name) => Object.getOwnPropertyDescriptor(document, name));
  for (const name of names) document[name] = (/** @type {string[]} */ ...parts) => written.push(...parts);
  try {
    act();
  } finally {
    names.forEach((name, index) => {
      delete (/** @type {Partial<Document>} */ (document)[name]);
      if (before[index]) Object.defineProperty(document, name, before[index]);
    });
  }
  return written.join("");
};

/**
 * Runs scripts.
 *
 * @param {ShadowRoot} tree the widget's
 * @param {Say} say
 * @param {ReturnType<typeof trustedTypes>} trusted
 * @returns {(script: HTMLScriptElement, key: Key, isOn: () => boolean) => Promise<void>}
 */
export const gateScripts = (tree, say, trusted) => {
  /**
   * The addresses that have run in this document.
   *
   * @type {Set<string | null>}
   */
  const addresses = new Set();
  let patience = PATIENCE[0];

  /**
   * Whether the browser has marked a script as already started, as it does with innerHTML, so that it would never run.
   * A copy has the same mark. An empty src fires an error on each script without the mark, in order: if the new
   * script's comes first, the copy is marked.
   *
   * @param {HTMLScriptElement} script
   * @returns {Promise<boolean>}
   */
  const isStarted = (script) =>
    new Promise((done) => {
      const [copy, other] = [/** @type {HTMLScriptElement} */ (script.cloneNode()), document.createElement("script")];
      copy.onerror = () => done(false);
      other.onerror = () => done(true);
      for (const name of copy.getAttributeNames()) copy.removeAttribute(name);
      for (const probe of [copy, other]) {
        // Trusted Types allow an empty attribute, and the error event does not leave the shadow tree.
        probe.toggleAttribute("src", true);
        tree.append(probe);
        probe.remove();
      }
    });

  /**
   * Resolves when a fetched script that is not async has run or failed, or when others have waited long enough for it.
   *
   * @param {HTMLScriptElement} script
   * @param {Key} key
   * @returns {Promise<void>}
   */
  const ended = (script, key) =>
    new Promise((/** @type {() => void} */ done) => {
      const isAwaited = script.matches("[src]:not([async],[nomodule],[for],[event])") && isJavaScript(script);
      const tooLong = () => {
        patience = PATIENCE[1];
        say("slow", key, script.src);
        done();
      };
      const timer = isAwaited ? setTimeout(tooLong, patience) : done();
      const end = () => {
        clearTimeout(/** @type {number | undefined} */ (timer));
        done();
      };
      script.addEventListener("load", end);
      script.addEventListener("error", () => {
        // The page may insert it once more.
        addresses.delete(script.src);
        // A script that was removed, as after a withdrawal, is expected to fail.
        if (script.isConnected) say("failed", key, script.src);
        end();
      });
    });

  // Runs a script in its place, if its gate is still on.
  return async (script, key, isOn) => {
    if (isOpened(script)) return;
    const given = addressOf(script);
    const source = given ?? script.getAttribute("src");
    const address = source && new URL(source, document.baseURI).href;
    if (!addresses.has(address) || script.hasAttribute("data-every-time")) {
      // Setting an address takes a policy where Trusted Types are enforced.
      if (given) script.src = trusted.scriptAddress(given);
      if (await isStarted(script)) script = trusted.anew(script, key);
      // The visitor may have withdrawn meanwhile, or the page removed it.
      if (!script.isConnected || !isOn()) return;
      const marker = new Comment();
      script.replaceWith(marker);
      script.type = script.getAttribute("data-type") ?? "";
      const end = ended(script, key);
      if (address) addresses.add(address);
      const written = withoutWriting(() => marker.replaceWith(script));
      script.type = "text/plain";
      markOpened(script);
      if (written) trusted.write(script, written, key);
      await end;
    }
    markOpened(script);
  };
};
