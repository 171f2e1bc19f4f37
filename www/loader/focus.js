// Where the focus goes: never lost on <body>, never under the notice.

/** The first of these elements that takes the focus; without scrolling the page there. */
export const focusFirst = (elements) => {
  for (const element of elements) {
    // What is not on the page takes none.
    element?.focus({ preventScroll: true });
    if (element?.getRootNode().activeElement === element) return;
  }
};

/** Moves the notice to the other edge while it would hide what has the focus (WCAG 2.2, 2.4.11). */
export const keepClear = (host) =>
  document.addEventListener("focusin", ({ target }) => {
    if (target === host || !(target instanceof Element)) return;
    host.removeAttribute("data-aside");
    const { x, y, width, height } = target.getBoundingClientRect();
    host.toggleAttribute("data-aside", document.elementFromPoint(x + width / 2, y + height / 2) === host);
  });
