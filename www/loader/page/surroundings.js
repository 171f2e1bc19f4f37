// Whether the page lets the notice be seen and used.

import { site } from "./site.js";

/**
 * The page's modal dialog or fullscreen element, outside of which nothing can be used.
 *
 * @returns {Element | null}
 */
export const isBlocked = () => document.querySelector(":modal,:fullscreen");

/**
 * Whether this is a frame in a page of the same site that has the widget: that page asks, and this one follows. A page
 * that does not have the widget yet calls `again` when it does.
 *
 * @param {() => void} again
 * @returns {boolean | undefined}
 */
export const isFollower = (again) => {
  try {
    // @ts-expect-error top is null only where no script runs
    return top !== window && (top.courtesy?.site ?? top.addEventListener("courtesy:ready", again, true)) === site.id;
  } catch {
    /* a page of another origin */
  }
};
