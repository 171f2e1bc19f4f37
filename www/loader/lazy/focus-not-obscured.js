// The notice is never over what has the focus: it moves to the other edge while it would hide it (WCAG 2.2, 2.4.11).

/** The opposite edge, also for a corner that the page has named, and clear of a notch. */
const ASIDE = `:host([data-aside]) { inset-block: var(--courtesy-bottom, 16px) var(--courtesy-top, auto) !important }
@media (max-width: 30rem) { :host([data-aside]) .notice { inset: 0 0 auto; padding-block-start: calc(16px + env(safe-area-inset-top));
  border-radius: 0 0 var(--radius) var(--radius) } }`;

/** Follows the focus from the first Tab on. */
export const keepClear = ({ host, listen }) => {
  const look = (target) => {
    if (target === host || !(target instanceof Element)) return;
    host.removeAttribute("data-aside");
    const { x, y, width, height } = target.getBoundingClientRect();
    host.toggleAttribute("data-aside", document.elementFromPoint(x + width / 2, y + height / 2) === host);
  };
  let isFollowing = false;
  return {
    keepClear: () => {
      if (isFollowing) return;
      isFollowing = true;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(ASIDE);
      host.shadowRoot.adoptedStyleSheets.push(sheet);
      listen(document, "focusin", ({ target }) => look(target));
      look(document.activeElement);
    },
  };
};
