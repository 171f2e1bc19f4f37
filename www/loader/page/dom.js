// Builds elements from trees: [name, attributes, ...children].
// It uses only createElement and text nodes, because everything else throws under `trusted-types 'none'`.

/** @import { Tree } from "../types.js" */

/** @typedef {{ [name: string]: unknown } | string[]} Values by the names of the placeholders */

/**
 * Replaces the {placeholders} of a text.
 *
 * @param {string} text
 * @param {Values} values
 * @returns {string}
 */
export const fill = (text, values) =>
  text.replace(/{(\w+)}/g, (_, name) => /** @type {Record<string, string>} */ (values)[name] ?? "");

/**
 * Builds the element of a tree and fills its placeholders.
 *
 * @param {Tree} tree
 * @param {Values} values
 * @returns {HTMLElement}
 */
export const build = ([name, attributes, ...children], values) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, fill(value, values));
  element.append(...children.map((child) => (Array.isArray(child) ? build(child, values) : fill(child, values))));
  return element;
};

/**
 * Builds the element of a tree as it is; an SVG element where `xmlns` says so.
 *
 * @param {Tree} tree
 * @returns {HTMLElement}
 */
export const make = ([name, attributes, ...children]) => {
  const element = document.createElementNS(attributes.xmlns ?? "http://www.w3.org/1999/xhtml", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.map((child) => (Array.isArray(child) ? make(child) : child)));
  return /** @type {HTMLElement} */ (element);
};
