// Addresses of scripts where a page enforces Trusted Types: a policy named `courtesy` makes them, and nothing else does. Only a gate
// with `data-src` needs it; every other gate's script has its address, or its text, from the page's own HTML.

const MEND =
  "this page's Content-Security-Policy lets only known policies make the addresses of scripts: add courtesy to its trusted-types," +
  " or write the gate with src, or as a template, in place of data-src";

/** Makes them; once, because a second policy of the same name is refused. */
export const trusted = ({ problem }) => {
  let policy;
  const make = () => {
    try {
      return window.trustedTypes?.createPolicy("courtesy", { createScriptURL: (address) => address }) ?? null;
    } catch {
      problem("trusted-types", MEND);
      return null;
    }
  };
  return {
    /** What a script's src may be set to. Where the policy is refused and enforced, setting it throws, and the gate stays shut. */
    scriptAddress: (address) => (policy ??= { made: make() }).made?.createScriptURL(address) ?? address,
  };
};
