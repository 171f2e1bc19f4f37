// Moves the focus, so that a keyboard user never loses it to <body>.

/** @typedef {{ getRootNode: () => Document | ShadowRoot } & HTMLElement} Focusable */

/**
 * Focuses the first of these elements that takes the focus, without scrolling to it.
 *
 * @param {(Element | null | undefined)[]} elements
 */
export const focusFirst = (elements) => {
  for (const element of /** @type {(Focusable | null | undefined)[]} */ (elements)) {
    // An element that is not in the page takes no focus.
    element?.focus({ preventScroll: true });
    if (element?.getRootNode().activeElement === element) return;
  }
};
