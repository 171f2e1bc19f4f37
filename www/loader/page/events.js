// What the page is told: through courtesy.on, the same as DOM events on document, and one console line per problem.
// Listeners of courtesy.on are kept here: they outlive document.open(), and no page can send them an event of its own.

/** The present state of what a listener may have missed, and the listeners, by event name. */
const present = { __proto__: null };
const listeners = { __proto__: null };

/** Keeps what a late listener is reported, until it is reported otherwise. */
export const retain = (name, detail) => {
  present[name] = detail;
};

/** Tells the page. */
export const emit = (name, detail) => {
  for (const call of listeners[name] ?? []) call(detail);
  try {
    document.dispatchEvent(new CustomEvent("courtesy:" + name, { detail }));
  } catch {
    /* an element of the page has taken the method's name */
  }
};

/** Tells the page, and whoever listens later. */
export const emitAndRetain = (name, detail) => {
  retain(name, detail);
  emit(name, detail);
};

/**
 * courtesy.on: calls with each event's detail, and at once with the present state; returns how to stop. In a task of its own, so that an
 * error of the listener's is reported as the page's, and stops nothing here.
 */
export const on = (name, listener) => {
  const all = (listeners[name] ??= new Set());
  const call = (detail) => queueMicrotask(() => all.has(call) && listener(detail));
  all.add(call);
  if (present[name]) call(present[name]);
  return () => all.delete(call);
};

const reported = new Set();

/** Says once what does not work and what to change. */
export const problem = (code, message, level = "warn") => {
  if (reported.has(code)) return;
  reported.add(code);
  console[level]("courtesy: " + message);
  emitAndRetain("problem", { code, message });
};
