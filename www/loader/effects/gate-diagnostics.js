// What is said once in the console about a page's gates: what is wrong, and how to fix it.

import { GATE, NAMED, keyOf } from "../consent/keys.js";
import { isOpened } from "./opened-mark.js";

/** Sentences for whoever looks into the console: what is wrong, and how to fix it. */
const SENTENCES = {
  shut: (key, { message }) => `a gate for "${key}" stays shut: ${message}`,
  failed: (key, address) =>
    `a script for "${key}" could not be fetched, or is refused by this page's Content-Security-Policy: ${address}`,
  slow: (key, address) =>
    `a script for "${key}" has not loaded after some seconds, so the gates after it no longer wait: ${address}`,
  live: (key, address) =>
    address === null
      ? `an iframe for "${key}" has its address in src, so its first request had left before it was emptied; write data-courtesy-src="…" in the place of src="…"`
      : `an iframe for "${key}" was given its address without a yes, by a lazy loader perhaps, which takes data-src for its own; write data-courtesy-src="…" in the place of data-src="…"`,
};

/** Elements that name a purpose and are no gate, and gates whose content is not inert. */
const mistakeOf = (element) => {
  if (element.localName === "script" && !element.matches(GATE))
    return `its type is "${element.type}", so it has run already or never will; write type="text/plain"`;
  if (!element.matches(GATE))
    return "only script, template and iframe can wait; put it into a <template> that names the purpose";
  if (element.content && element.children[0])
    return "what stands in this template is not inert, because a script put it into the element itself and not into its content; fill its content, or write it into the page's own HTML";
  return undefined;
};

/** Says them. */
export const mistakes = ({ site, problem, isAllowed, isAskable }) => ({
  say: (code, ...about) =>
    problem(`${code} ${about.map(String)}`, SENTENCES[code](...about), code === "live" ? "error" : "warn"),
  /** Looks for mistakes in the page's gates. */
  inspect: () => {
    for (const element of document.querySelectorAll(NAMED)) {
      const key = keyOf(element);
      const mistake = isOpened(element) ? undefined : mistakeOf(element);
      if (mistake)
        problem(`mistake "${key}" ${element.localName}`, `<${element.localName}> for "${key}" is no gate: ${mistake}`);
      else if (!isAllowed(key) && !isAskable(site, key))
        problem(
          `gate "${key}"`,
          `the site file asks for no purpose or service "${key}", so the ${element.localName} that names it stays shut`,
        );
    }
  },
});
