// What the page does around the widget, as far as it decides whether the notice can be seen and pressed.

import { site } from "./site.js";

/** Whether the page shows a modal dialog, or something over the whole screen: nothing outside of that can be pressed, or is seen. */
export const isBlocked = () => document.querySelector(":modal,:fullscreen");

/**
 * Whether this is a frame in a page of the same site that has the widget: it asks, and this one follows what is decided there. A page that
 * does not have it yet calls `again` when it does.
 */
export const isFollower = (again) => {
  try {
    return top !== window && (top.courtesy?.site ?? top.addEventListener("courtesy:ready", again, true)) === site.id;
  } catch {
    /* a page of another origin */
  }
};
