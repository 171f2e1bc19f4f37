// One script of a gate: it runs in its place, once per address, and is the page's own node wherever that still can run.
// Its type is text/plain again as soon as it has begun: whoever copies the page, to restore it later, copies something inert.

import { addressOf } from "../consent/keys.js";
import { isOpened, markOpened } from "./opened-mark.js";

/** How long other gates wait for a script, in milliseconds; and for the next, once one was waited for in vain. */
const PATIENCE = [5000, 500];

const JAVASCRIPT = /^$|^module$|^(text|application)\/(x-)?(java|ecma)script(1\.[0-5])?$|^text\/(j|live)script$/i;

/** Whether a browser runs a script of this type; of any other it never says that it has loaded. */
export const isJavaScript = ({ type }) => JAVASCRIPT.test(type);

/** Does what may call document.write, which would replace the page by now; gives what it wrote. */
const withoutWriting = (act) => {
  const written = [];
  const names = ["open", "close", "write", "writeln"];
  const before = names.map((name) => Object.getOwnPropertyDescriptor(document, name));
  for (const name of names) document[name] = (...parts) => written.push(...parts);
  try {
    act();
  } finally {
    names.forEach((name, place) => {
      delete document[name];
      if (before[place]) Object.defineProperty(document, name, before[place]);
    });
  }
  return written.join("");
};

/** Runs scripts: `tree` is a shadow tree of the widget's, `say` says what went wrong, `trusted` makes what a policy may refuse. */
export const scripts = (tree, say, trusted) => {
  /** The addresses that have run in this document. */
  const addresses = new Set();
  let patience = PATIENCE[0];

  /**
   * Whether the browser has marked a script as started, as it marks what innerHTML brings: it would never run. A copy has the same mark,
   * and an empty address is an error of every script without it, in turn: when the new script has its error, the copy's is overdue.
   */
  const isStarted = (script) =>
    new Promise((done) => {
      const [copy, other] = [script.cloneNode(), document.createElement("script")];
      copy.onerror = () => done(false);
      other.onerror = () => done(true);
      for (const name of copy.getAttributeNames()) copy.removeAttribute(name);
      for (const probe of [copy, other]) {
        // Trusted Types let an empty attribute pass, and no error leaves a shadow tree.
        probe.toggleAttribute("src", true);
        tree.append(probe);
        probe.remove();
      }
    });

  /** When a script that is fetched, and not async, has run or failed; or when others have waited long enough for it. */
  const ended = (script, key) =>
    new Promise((done) => {
      const isAwaited = script.matches("[src]:not([async],[nomodule],[for],[event])") && isJavaScript(script);
      const tooLong = () => {
        patience = PATIENCE[1];
        say("slow", key, script.src);
        done();
      };
      const timer = isAwaited ? setTimeout(tooLong, patience) : done();
      const end = () => {
        clearTimeout(timer);
        done();
      };
      script.addEventListener("load", end);
      script.addEventListener("error", () => {
        // The page may bring it once more.
        addresses.delete(script.src);
        // One that was taken away, as a withdrawal does, was to fail.
        if (script.isConnected) say("failed", key, script.src);
        end();
      });
    });

  /** Runs a script in its place, as long as its gate is on. */
  return async (script, key, isOn) => {
    if (isOpened(script)) return;
    const given = addressOf(script);
    const source = given ?? script.getAttribute("src");
    const address = source && new URL(source, document.baseURI).href;
    if (!addresses.has(address) || script.hasAttribute("data-every-time")) {
      // An address that is set needs a policy where Trusted Types are enforced.
      if (given) script.src = trusted.scriptAddress(given);
      if (await isStarted(script)) script = trusted.anew(script, key);
      // The visitor may have withdrawn meanwhile, or the page put it aside.
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
