// What the page is told: DOM events on document, the same through courtesy.on, and one console line per problem.

/** The present state of what a listener may have missed, by event name. */
const present = { __proto__: null };

/** Keeps what a late listener is told, until it is told otherwise. */
export const keep = (name, detail) => {
  present[name] = detail;
};

/** Tells the page. */
export const emit = (name, detail) => {
  document.dispatchEvent(new CustomEvent("courtesy:" + name, { detail }));
};

/** Tells the page, and whoever listens later. */
export const emitAndKeep = (name, detail) => {
  keep(name, detail);
  emit(name, detail);
};

/** courtesy.on: calls with each event's detail, and at once with the present state; returns how to stop. */
export const on = (name, listener) => {
  const type = "courtesy:" + name;
  const call = ({ detail }) => listener?.(detail);
  document.addEventListener(type, call);
  const detail = present[name];
  // In a task of its own, so that an error of the listener's is reported as the page's, and never caught here.
  if (detail) queueMicrotask(() => call({ detail: present[name] }));
  return () => {
    document.removeEventListener(type, call);
    listener = null;
  };
};

const told = new Set();

/** Says once what does not work and what to change. */
export const problem = (code, message) => {
  if (told.has(code)) return;
  told.add(code);
  console.warn("courtesy: " + message);
  emitAndKeep("problem", { code, message });
};
