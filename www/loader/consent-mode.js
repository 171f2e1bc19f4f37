// Google's consent mode, version 2: said before any tag, then once per decision. Only in a courtesy.js whose site declares it.
// Of dataLayer nothing else is touched. It hears of decisions as any page does.

/** By signal the purposes that it stands for; none: it stays denied. */
const signals = __COURTESY_SIGNALS__;

/** Google's tags know a command by its being an `arguments` object. */
function gtag() {
  try {
    (window.dataLayer ??= []).push(arguments);
  } catch { /* the page keeps something else there */ }
}

/** Every signal, granted where all of its purposes are on. */
const state = () =>
  Object.fromEntries(
    Object.entries(signals).map(([signal, purposes]) => {
      const isGranted = purposes[0] && purposes.every((purpose) => window.courtesy?.allows(purpose));
      return [signal, isGranted ? "granted" : "denied"];
    }),
  );

const denied = Object.fromEntries(Object.keys(signals).map((signal) => [signal, "denied"]));

/** Says `default`, and listens. */
const begin = () => {
  gtag("consent", "default", denied);
  let said = JSON.stringify(denied);
  const update = () => {
    const now = state();
    said = JSON.stringify(now);
    gtag("consent", "update", now);
  };
  document.addEventListener("courtesy:decided", update);
  // What another tab decided, and what counted when the page was opened.
  for (const name of ["ready", "changed"]) document.addEventListener("courtesy:" + name, () => JSON.stringify(state()) !== said && update());
};

// A second tag joins the first, which has said it.
if (!window.courtesy?.on) begin();
