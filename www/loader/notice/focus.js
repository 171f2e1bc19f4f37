// Where the focus goes: never lost on <body> for who uses the keyboard.

/** The first of these elements that takes the focus; without scrolling the page there. */
export const focusFirst = (elements) => {
  for (const element of elements) {
    // What is not on the page takes none.
    element?.focus({ preventScroll: true });
    if (element?.getRootNode().activeElement === element) return;
  }
};
