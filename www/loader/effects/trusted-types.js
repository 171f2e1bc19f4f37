// Makes what a gate's script needs and Trusted Types may refuse: an address, a new script element, and markup from
// document.write. On a page that enforces Trusted Types, that takes a policy named `courtesy`.

/** @import { Core, Key } from "../types.js" */

/**
 * Strings stand for trusted types, which TypeScript's DOM library does not have.
 *
 * @typedef {Record<"createScriptURL" | "createScript" | "createHTML", (text: string) => string>} Policy
 */

const FIX =
  "the trusted-types of this page's Content-Security-Policy do not name the policy courtesy, so no script can be made of its address or text;" +
  " add courtesy there, or write the gate into the page's own HTML, with src or as a template";

const MARKUP = "it came as markup (innerHTML and the like), which a browser never runs, and a new one";

/** @param {Core} core */
export const trustedTypes = ({ nonce, problem }) => {
  /** @type {Policy | null | undefined} null without Trusted Types, or if the page refused it */
  let policy;
  const createPolicy = () => {
    try {
      return (
        /** @type {{ trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }} */ (
          /** @type {unknown} */ (window)
        ).trustedTypes?.createPolicy("courtesy", {
          createScriptURL: (address) => address,
          createScript: (text) => text,
          createHTML: (text) => text,
        }) ?? null
      );
    } catch {
      return null;
    }
  };
  const getPolicy = () => (policy === undefined ? (policy = createPolicy()) : policy);
  return {
    /**
     * Inserts after a gate's script what it wrote with document.write.
     *
     * @param {HTMLScriptElement} script
     * @param {string} text
     * @param {Key} key
     */
    write: (script, text, key) => {
      const range = document.createRange();
      try {
        script.after(range.createContextualFragment(getPolicy()?.createHTML(text) ?? text));
      } catch (/** @type {any} always an error */ { message }) {
        problem("write", `document.write of a gate for "${key}" is not carried out: ${message}`);
      }
    },
    /**
     * What the src of a script may be set to.
     *
     * @param {string} address
     * @returns {string}
     */
    scriptAddress: (address) => {
      if (getPolicy()) return /** @type {Policy} */ (policy).createScriptURL(address);
      try {
        document.createElement("script").src = address;
      } catch {
        throw new Error(FIX);
      }
      return address;
    },
    /**
     * Replaces a script by a new one with the same attributes, text and nonce.
     *
     * @param {HTMLScriptElement} script
     * @param {Key} key
     * @returns {HTMLScriptElement}
     */
    anew: (script, key) => {
      const fresh = document.createElement("script");
      // If the page's scripts have a nonce, markup without it was not meant to run, though 'strict-dynamic' would allow
      // it.
      if (nonce && script.nonce !== nonce)
        throw new Error(`${MARKUP} needs the nonce of this page's scripts; give it the same`);
      for (const name of script.getAttributeNames())
        if (name !== "src") fresh.setAttribute(name, /** @type {string} */ (script.getAttribute(name)));
      fresh.nonce = script.nonce;
      fresh.async = script.hasAttribute("async");
      try {
        const policy = getPolicy();
        if (script.hasAttribute("src")) fresh.src = policy ? policy.createScriptURL(script.src) : script.src;
        fresh.text = policy ? policy.createScript(script.text) : script.text;
      } catch {
        throw new Error(`${MARKUP} cannot be made: ${FIX}`);
      }
      /** @param {SecurityPolicyViolationEvent} event */
      const refused = ({ violatedDirective }) =>
        problem("refused", `a gate for "${key}" stays shut: ${MARKUP} is refused by this page's ${violatedDirective}`);
      fresh.addEventListener("securitypolicyviolation", refused);
      script.replaceWith(fresh);
      return fresh;
    },
  };
};
