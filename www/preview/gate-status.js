// What became of a gate: read from the page's own nodes and from the requests that left. The widget is asked for one thing only,
// whether the choice behind the gate is a yes; a page without a widget has fates, too.

const clock = (time) => new Date(time).toLocaleTimeString("en-GB");

/** When an address was last asked for in this page view; undefined where it never was. */
const fetched = (link) => {
  const found = link && performance.getEntriesByName(new URL(link, document.baseURI).href, "resource").at(-1);
  return found && performance.timeOrigin + found.startTime;
};

/** The state of a gate's key, as the widget has it; undefined where there is no widget. */
export const stateOf = (key) => {
  try {
    return window.courtesy?.status?.(key);
  } catch {
    return undefined;
  }
};

const isYes = (key) => ["granted", "not_required"].includes(stateOf(key));

const clicks = ({ clicks }) => (clicks === 1 ? "1 click" : `${clicks} clicks`) + " counted, in memory only";

/** How each kind of gate is seen to be open, and what is said of it. */
const kinds = {
  SCRIPT: (node) => ({
    isOpen: () => !!window.standIn,
    open: () => `Open: ran at ${clock(window.standIn.ranAt)}. ${clicks(window.standIn)}.`,
    left: () => "Was running; shut at the next load.",
    shut: (at) =>
      node.type !== "text/plain" ? "Let through, and it has not run."
      : at ? `Shut; it was fetched at ${clock(at)}.`
      : "Shut: nothing was fetched.",
  }),
  TEMPLATE: (node) => {
    const part = node.content.firstElementChild;
    return {
      isOpen: () => part.isConnected,
      open: (since) => `Open: shown since ${clock(since)}.`,
      left: () => "Was shown, and stays; shut at the next load.",
      shut: (at, since) => (since ? "Shut again: taken off the page." : "Shut: inert, and not drawn."),
    };
  },
  IFRAME: (node) => {
    const before = node.previousElementSibling;
    return {
      isOpen: () => node.isConnected && node.hasAttribute("src"),
      open: (since) => `Open: shown since ${clock(since)}.`,
      once: (since) => `Shown once, at ${clock(since)}; nothing was decided.`,
      left: () => "Was shown; shut at the next load.",
      shut: (at) => {
        const how = node.isConnected && node.previousElementSibling !== before ? "Placeholder" : "Shut";
        return at ? `${how}; it was fetched at ${clock(at)}.` : `${how}: nothing was fetched.`;
      },
    };
  },
};

/** Follows one gate from now on: gives a function that tells its fate, as { fate, text }. */
export const follow = (node) => {
  const kind = kinds[node.tagName](node);
  const { purpose, service } = node.dataset;
  const key = service ? `${purpose}/${service}` : purpose;
  const link = node.getAttribute("src") ?? node.dataset.src;
  let since;
  let wasYes = false;
  return () => {
    const yes = isYes(key);
    wasYes ||= yes;
    if (!kind.isOpen()) return { fate: "shut", key, text: kind.shut(fetched(link), since) };
    since ??= Date.now();
    // Open without a yes: it was taken back, or the visitor wanted this one thing shown and no more.
    const fate = yes ? "open" : kind.once && !wasYes ? "once" : stateOf(key) === "withdrawn" || wasYes ? "left" : "open";
    return { fate, key, text: kind[fate](since) };
  };
};
