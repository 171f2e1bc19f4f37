// Events: courtesy.on, the same as DOM events on document, and one console line per problem.
// The listeners of courtesy.on are listed here, so they outlive document.open(), and no page can forge an event for them.

/** @import { Emit, Events, Retain } from "../types.js" */

/** @typedef {Events[keyof Events]} Detail */

/** The present state for listeners that come late. @type {{ [Name in keyof Events]?: Detail | false }} */
const retained = /** @type {object} */ ({ __proto__: null });

/** @type {{ [Name in keyof Events]?: Set<(detail: Detail) => void> }} */
const listeners = /** @type {object} */ ({ __proto__: null });

/**
 * Retains a detail for listeners that come late, until the next one.
 *
 * @type {Retain}
 */
export const retain = (name, detail) => {
  retained[name] = detail;
};

/**
 * Emits an event.
 *
 * @type {Emit}
 */
export const emit = (name, detail) => {
  for (const call of listeners[name] ?? []) call(detail);
  try {
    document.dispatchEvent(new CustomEvent("courtesy:" + name, { detail }));
  } catch {
    /* an element of the page shadows document.dispatchEvent */
  }
};

/**
 * Emits an event, also to listeners that come late.
 *
 * @type {Emit}
 */
export const emitAndRetain = (name, detail) => {
  retain(name, detail);
  emit(name, detail);
};

/**
 * courtesy.on: calls the listener with each event's detail, and at once with the present state; returns a function that
 * stops it. Each call is a separate microtask, so an error of the page's is reported as such and stops nothing here.
 *
 * @template {keyof Events} Name
 * @param {Name} name
 * @param {(detail: Events[Name]) => void} listener
 * @returns {() => void}
 */
export const on = (name, listener) => {
  const all = (listeners[name] ??= new Set());
  /** @param {Detail} detail */
  const call = (detail) => queueMicrotask(() => all.has(call) && listener(/** @type {Events[typeof name]} */ (detail)));
  all.add(call);
  if (retained[name]) call(retained[name]);
  return () => all.delete(call);
};

/** @type {Set<string>} */
const reported = new Set();

/**
 * Reports once what does not work and how to fix it.
 *
 * @param {string} code
 * @param {string} message
 * @param {"warn" | "error"} [level]
 * @returns {undefined}
 */
export const problem = (code, message, level = "warn") => {
  if (reported.has(code)) return;
  reported.add(code);
  console[level]("courtesy: " + message);
  emitAndRetain("problem", { code, message });
};
