// Elements of the second half: of a name, attributes and children. Like tree.js, without holes: texts stay as they are; and of SVG where `xmlns` says so.

/** The element of a tree: [name, attributes, ...children]. */
export const make = ([name, attributes, ...children]) => {
  const element = document.createElementNS(attributes.xmlns ?? "http://www.w3.org/1999/xhtml", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.map((child) => (Array.isArray(child) ? make(child) : child)));
  return element;
};
