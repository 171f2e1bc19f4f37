// Addresses of scripts where a page enforces Trusted Types: a policy named `courtesy` makes them, and nothing else does. Only a gate
// with `data-src` needs it; the script of any other gate has its address, or its text, from the page's own HTML.

const MEND =
  "the trusted-types of this page's Content-Security-Policy do not name the policy courtesy, so no address can be made of data-src;" +
  " add courtesy there, or write the gate with src or as a template";

/** Makes them. */
export const trusted = () => {
  let policy; // null: there are no such types here, or the page refused it
  const make = () => {
    try {
      return window.trustedTypes?.createPolicy("courtesy", { createScriptURL: (address) => address }) ?? null;
    } catch {
      return null;
    }
  };
  return {
    /** What the src of a script may be set to. */
    scriptAddress: (address) => {
      if (policy === undefined) policy = make();
      if (policy) return policy.createScriptURL(address);
      try {
        document.createElement("script").src = address;
      } catch {
        throw new Error(MEND);
      }
      return address;
    },
  };
};
