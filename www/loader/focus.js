// Where the focus goes: never lost on <body>, never under the notice.

/** The first of these elements that takes the focus; without scrolling the page there. */
export const focusFirst = (elements) => {
  for (const element of elements) {
    if (!element?.isConnected) continue;
    element.focus({ preventScroll: true });
    if (element.getRootNode().activeElement === element) return;
  }
};

/** Whether the first box lies wholly inside the second. */
const inside = (inner, outer) =>
  inner.top >= outer.top && inner.bottom <= outer.bottom && inner.left >= outer.left && inner.right <= outer.right;

/** Moves the notice to the other edge while it would hide what has the focus (WCAG 2.2, 2.4.11). */
export const keepClear = (host, card) =>
  document.addEventListener("focusin", ({ target }) => {
    if (target === host) return;
    host.removeAttribute("data-aside");
    const hidden = !card.hidden && target instanceof Element && inside(target.getBoundingClientRect(), card.getBoundingClientRect());
    host.toggleAttribute("data-aside", hidden);
  });
