// The status of each gate, read from the page's nodes and from its requests. The widget is asked only whether the choice behind the gate
// is a yes, so a page without a widget has statuses, too.

const clock = (time) => new Date(time).toLocaleTimeString("en-GB");

/** When an address was last requested in this page view; undefined if it never was. */
const fetched = (link) => {
  const found = link && performance.getEntriesByName(new URL(link, document.baseURI).href, "resource").at(-1);
  return found && performance.timeOrigin + found.startTime;
};

/** The widget's state of a gate's key; undefined without a widget. */
export const stateOf = (key) => {
  try {
    return window.courtesy?.status?.(key);
  } catch {
    return undefined;
  }
};

const isYes = (key) => ["granted", "not_required"].includes(stateOf(key));

const clicks = ({ clicks }) => (clicks === 1 ? "1 click" : `${clicks} clicks`) + " counted, in memory only";

/** For each kind of gate: how to see that it is open, and the sentence for each status. */
const kinds = {
  SCRIPT: (node) => ({
    isOpen: () => !!window.standIn,
    open: () => `Open: ran at ${clock(window.standIn.ranAt)}. ${clicks(window.standIn)}.`,
    left: () => "Was running; shut at the next load.",
    shut: (at) =>
      node.type !== "text/plain"
        ? "Let through, and it has not run."
        : at
          ? `Shut; it was fetched at ${clock(at)}.`
          : "Shut: nothing was fetched.",
  }),
  TEMPLATE: (node) => {
    const part = node.content.firstElementChild;
    return {
      isOpen: () => part.isConnected,
      open: (since) => `Open: shown since ${clock(since)}.`,
      left: () => "Was shown, and stays; shut at the next load.",
      shut: (_at, since) => (since ? "Shut again: taken off the page." : "Shut: inert, and not drawn."),
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

/** Follows a gate; returns a function of its current status, as { status, text }. */
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
    if (!kind.isOpen()) return { status: "shut", key, text: kind.shut(fetched(link), since) };
    since ??= Date.now();
    // Open without a yes: it was taken back, or the visitor wanted this one thing shown and no more.
    const status = yes
      ? "open"
      : kind.once && !wasYes
        ? "once"
        : stateOf(key) === "withdrawn" || wasYes
          ? "left"
          : "open";
    return { status, key, text: kind[status](since) };
  };
};
