// Builds the notice from its tree: [name, attributes, ...children], texts with {holes}.
// createElement and text nodes only: under `trusted-types 'none'` every other way throws.

export const fill = (text, words) => text.replace(/{(\w+)}/g, (_, hole) => words[hole] ?? "");

/** The element of a tree, its holes filled with the site's words. */
export const build = ([name, attributes, ...children], words) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, fill(value, words));
  element.append(...children.map((child) => (Array.isArray(child) ? build(child, words) : fill(child, words))));
  return element;
};
