// Builds elements, one function per tag, so that a module reads like the page it draws. No HTML is ever parsed.

const put = (node, attributes, children) => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(2).filter((child) => child != null && child !== false));
  return node;
};

const isAttributes = (part) => part?.constructor === Object;

/** `const { p, a } = tags` gives a function per tag: `p({ class: "lead" }, "Text ", a({ href: "#x" }, "link"))`. */
export const tags = new Proxy(
  {},
  {
    get:
      (_, name) =>
      (...parts) => {
        const attributes = isAttributes(parts[0]) ? parts.shift() : {};
        return put(document.createElement(name), attributes, parts);
      },
  },
);

const shape = ([name, attributes = {}, ...children]) =>
  put(document.createElementNS("http://www.w3.org/2000/svg", name), attributes, children.map(shape));

/** A drawing: `draw("0 0 24 24", { class: "mark" }, ["circle", { r: 4 }])`. It is decoration unless it has a label. */
export const draw = (viewBox, attributes, ...shapes) => {
  const spoken = attributes["aria-label"] ? { role: "img" } : { "aria-hidden": "true", focusable: "false" };
  return shape(["svg", { viewBox, ...spoken, ...attributes }, ...shapes]);
};
