// Elements from trees: [name, attributes, ...children].
// createElement and text nodes only: under `trusted-types 'none'` every other way throws.

/** A text, its {holes} filled. */
export const fill = (text, words) => text.replace(/{(\w+)}/g, (_, hole) => words[hole] ?? "");

/** The element of a tree whose attributes and texts have holes. */
export const build = ([name, attributes, ...children], words) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, fill(value, words));
  element.append(...children.map((child) => (Array.isArray(child) ? build(child, words) : fill(child, words))));
  return element;
};

/** The element of a tree as it is; of SVG where `xmlns` says so. */
export const make = ([name, attributes, ...children]) => {
  const element = document.createElementNS(attributes.xmlns ?? "http://www.w3.org/1999/xhtml", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.map((child) => (Array.isArray(child) ? make(child) : child)));
  return element;
};
