// What a gate's script needs made: an address out of data-src, a new element where the browser has marked its own as started, a place for
// what it writes. Where a page enforces Trusted Types, the policy named `courtesy` makes them, or nothing does.

const MEND =
  "the trusted-types of this page's Content-Security-Policy do not name the policy courtesy, so no script can be made of its address or text;" +
  " add courtesy there, or write the gate into the page's own HTML, with src or as a template";

const MARKUP = "it came as markup (innerHTML and the like), which a browser never runs, and a new one";

/** Makes them. */
export const trusted = ({ nonce, problem }) => {
  let policy; // null: there are no such types here, or the page refused it
  const make = () => {
    try {
      return (
        window.trustedTypes?.createPolicy("courtesy", {
          createScriptURL: (address) => address,
          createScript: (text) => text,
          createHTML: (text) => text,
        }) ?? null
      );
    } catch {
      return null;
    }
  };
  const trusting = () => (policy === undefined ? (policy = make()) : policy);
  return {
    /** What a gate's script wrote with document.write, put in behind it. */
    write: (script, text, key) => {
      const range = document.createRange();
      try {
        script.after(range.createContextualFragment(trusting()?.createHTML(text) ?? text));
      } catch ({ message }) {
        problem("write", `document.write of a gate for "${key}" is not carried out: ${message}`);
      }
    },
    /** What the src of a script may be set to. */
    scriptAddress: (address) => {
      if (trusting()) return policy.createScriptURL(address);
      try {
        document.createElement("script").src = address;
      } catch {
        throw new Error(MEND);
      }
      return address;
    },
    /** The script anew, in its place: with its attributes, its text and its nonce, and with what the page's policy allows it. */
    anew: (script, key) => {
      const fresh = document.createElement("script");
      // Where the page's scripts have a nonce, markup without it was not meant to run: 'strict-dynamic' would let it.
      if (nonce && script.nonce !== nonce)
        throw new Error(`${MARKUP} needs the nonce of this page's scripts; give it the same`);
      for (const name of script.getAttributeNames())
        if (name !== "src") fresh.setAttribute(name, script.getAttribute(name));
      fresh.nonce = script.nonce;
      fresh.async = script.hasAttribute("async");
      try {
        const policy = trusting();
        if (script.hasAttribute("src")) fresh.src = policy ? policy.createScriptURL(script.src) : script.src;
        fresh.text = policy ? policy.createScript(script.text) : script.text;
      } catch {
        throw new Error(`${MARKUP} cannot be made: ${MEND}`);
      }
      const refused = ({ violatedDirective }) =>
        problem("refused", `a gate for "${key}" stays shut: ${MARKUP} is refused by this page's ${violatedDirective}`);
      fresh.addEventListener("securitypolicyviolation", refused);
      script.replaceWith(fresh);
      return fresh;
    },
  };
};
