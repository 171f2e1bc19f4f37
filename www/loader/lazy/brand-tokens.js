// Checks the page's brand tokens, because an invalid one, such as the colour "0 0% 100%" that theme builders write,
// leaves the notice without a background. The first file asks for this check only if the border of the notice turns out
// invalid.

/** @import { Core } from "../types.js" */

/**
 * For each token a CSS property that takes the same values, what kind they are, and an example for the console.
 * @type {Record<string, [property: string, kind: string, example: string]>}
 */
const TOKENS = {
  surface: ["background-color", "colour", "hsl(0 0% 100%) or #fff"],
  text: ["color", "colour", "hsl(222 84% 5%) or #1a1d23"],
  accent: ["color", "colour", "hsl(225 63% 53%) or #3b63d3"],
  radius: ["border-top-left-radius", "length", "8px"],
  font: ["font-family", "list of font families", "Inter, sans-serif"],
};

/**
 * Whether a token is set to an empty value. var() accepts one, so the fallback is not used.
 * @param {ShadowRoot} root
 * @param {string} name
 * @returns {boolean}
 */
const isEmpty = (root, name) => {
  const probe = document.createElement("i");
  root.append(probe);
  probe.style.setProperty("margin-top", `var(--courtesy-${name}, 7px)`);
  const { marginTop } = getComputedStyle(probe);
  probe.remove();
  // A detached element has no computed style.
  return marginTop !== "" && marginTop !== "7px";
};

/**
 * Returns a check that resets every invalid token on the host, whose style the placeholders copy.
 * @param {Core} core
 * @returns {() => void}
 */
export const brandTokens = ({ host, problem }) => {
  const style = getComputedStyle(host);
  return () => {
    for (const [name, [property, kind, example]] of Object.entries(TOKENS)) {
      const token = `--courtesy-${name}`;
      const value = style.getPropertyValue(token).trim();
      if (value ? CSS.supports(property, value) : !isEmpty(host.shadowRoot, name)) continue;
      host.style.setProperty(token, "initial");
      problem(token, `${token} is no ${kind} ("${value}"), so it counts as not set; write one, as in ${example}`);
    }
  };
};
