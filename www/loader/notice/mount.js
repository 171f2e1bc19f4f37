// Mounts the elements of the first layer, hidden: the notice, the reopen bar and the live region.

import { tree } from "../page/build-constants.js";
import { build } from "../page/dom.js";
import { isGeneric } from "../page/features.js";
import { site, tagOptions } from "../page/site.js";
import { host, makeHost, place, shadowRoot } from "./host.js";

/** @import { NoticeElement, ReopenBar } from "../types.js" */

/** @type {NoticeElement} */
export let notice;
/** @type {ReopenBar} */
export let reopenBar;
/** @type {HTMLElement} */
export let liveRegion;

/** Builds and inserts the elements. */
export const mountNotice = () => {
  makeHost();
  host.dataset.theme = tagOptions.theme ?? "auto";
  host.dataset.position = site.notice.position;
  [notice, reopenBar, liveRegion] = /** @type {[NoticeElement, ReopenBar, HTMLElement]} */ (
    tree.map((node) => build(node, { __proto__: null, ...site, ...site.words }))
  );
  shadowRoot.append(notice, reopenBar, liveRegion);
  // A tree that was built for the site contains the owner's further links; the generic one does not.
  if (isGeneric) {
    const links = (site.links ?? []).map((link) => build(["a", { href: "{url}" }, "{title}"], link));
    notice.querySelector(".links").append(...links);
  }
  place();
};
