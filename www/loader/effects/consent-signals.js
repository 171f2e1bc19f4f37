// Consent signals of tag vendors: everything denied before any tag runs, then one update per decision. Only in a courtesy.js whose site
// declares such signals. It hears of decisions as any page does.

/** The words of all such signals. */
export const word = (isGranted) => (isGranted ? "granted" : "denied");

/** By key, whether it is granted. */
export const grants = (keys, isGranted) => Object.fromEntries(keys.map((key) => [key, word(isGranted(key))]));

/**
 * Says `default`, then `update` with each decision and with what another tab or an earlier visit decided. `signals`: by signal its
 * purposes, all of which have to be on; none: it stays denied. `after` is called behind each, with whether an answer was given.
 */
export const followSignals = (signals, say, after) => {
  // A second tag joins the first, which has said it. An element of the page that bears this name has said nothing.
  if (typeof window.courtesy?.on === "function") return;
  const isOn = (signal) => signals[signal][0] && signals[signal].every((purpose) => window.courtesy?.allows(purpose));
  const names = Object.keys(signals);
  const denied = grants(names, () => false);
  say("default", denied);
  let said = JSON.stringify(denied);
  const update = (isAnswer) => {
    const now = grants(names, isOn);
    if (isAnswer || JSON.stringify(now) !== said) {
      said = JSON.stringify(now);
      say("update", now);
    }
  };
  // The widget is there when this script has run to its end.
  queueMicrotask(() => {
    const hear = (name, isAnswer, isCounted) =>
      window.courtesy.on(name, (detail) => {
        update(isAnswer);
        after?.(isCounted(detail));
      });
    hear("decided", true, () => true);
    // What counted when the page was opened, and what another tab decided or a time ended.
    hear("ready", false, ({ reason }) => !reason);
    hear("changed", false, () => false);
  });
};
