// Elements of the second half: of a name, attributes and children. Like tree.js, without holes: texts stay as they are.

/** The element of a tree: [name, attributes, ...children]. */
export const make = ([name, attributes, ...children]) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.map((child) => (Array.isArray(child) ? make(child) : child)));
  return element;
};
