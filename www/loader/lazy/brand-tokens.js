// The page's brand tokens: one that is no value counts as not set, and the console names it. Without this a colour like "0 0% 100%", as
// theme builders write it, leaves the notice without a background. The first half asks for it only where the card's border is invalid.

/** What each token is, and a property that takes the same. */
const TOKENS = {
  surface: ["background-color", "colour", "hsl(0 0% 100%) or #fff"],
  text: ["color", "colour", "hsl(222 84% 5%) or #1a1d23"],
  accent: ["color", "colour", "hsl(225 63% 53%) or #3b63d3"],
  radius: ["border-top-left-radius", "length", "8px"],
  font: ["font-family", "list of font families", "Inter, sans-serif"],
};

/** Whether it is set to nothing at all, which var() takes for a value: its fallback does not count then. */
const isEmpty = (root, name) => {
  const probe = document.createElement("i");
  root.append(probe);
  probe.style.setProperty("margin-top", `var(--courtesy-${name}, 7px)`);
  const { marginTop } = getComputedStyle(probe);
  probe.remove();
  // An element that is not in the page has no computed style.
  return marginTop !== "" && marginTop !== "7px";
};

/** Takes every token that is no value off the widget's element; placeholders copy that. */
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
