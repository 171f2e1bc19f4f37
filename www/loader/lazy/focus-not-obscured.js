// Keeps the notice from covering the focused element: it moves to the opposite edge while it would (WCAG 2.2, 2.4.11).

/** @import { Core, LazyModule } from "../types.js" */

/** The opposite edge, also from a corner that the page has set, and clear of a notch. */
const STYLES = `:host([data-aside]) { inset-block: var(--courtesy-bottom, 16px) var(--courtesy-top, auto) !important }
@media (max-width: 30rem) { :host([data-aside]) .notice { inset: 0 0 auto; padding-block-start: calc(16px + env(safe-area-inset-top));
  border-radius: 0 0 var(--radius) var(--radius) } }`;

/**
 * @param {Core} core
 * @returns {Pick<LazyModule, "keepClear">}
 */
export const focusNotObscured = ({ host, listen }) => {
  /** @param {EventTarget | null} target */
  const moveAside = (target) => {
    if (target === host || !(target instanceof Element)) return;
    host.removeAttribute("data-aside");
    const { x, y, width, height } = target.getBoundingClientRect();
    host.toggleAttribute("data-aside", document.elementFromPoint(x + width / 2, y + height / 2) === host);
  };
  let isFollowing = false;
  return {
    /** Follows the focus; called at the first Tab. */
    keepClear: () => {
      if (isFollowing) return;
      isFollowing = true;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLES);
      host.shadowRoot.adoptedStyleSheets.push(sheet);
      listen(document, "focusin", ({ target }) => moveAside(target));
      moveAside(document.activeElement);
    },
  };
};
