// The elements of the first layer: the notice, the bar that brings it back, and the live region, built once, hidden.

import { tree } from "../page/build-constants.js";
import { build } from "../page/dom.js";
import { isGeneric } from "../page/features.js";
import { site, tagOptions } from "../page/site.js";
import { host, makeHost, place, shadowRoot } from "./host.js";

export let notice;
export let reopenBar;
export let liveRegion;

/** Builds them. */
export const mountNotice = () => {
  makeHost();
  host.dataset.theme = tagOptions.theme ?? "auto";
  host.dataset.position = site.notice.position;
  [notice, reopenBar, liveRegion] = tree.map((node) => build(node, { __proto__: null, ...site, ...site.words }));
  shadowRoot.append(notice, reopenBar, liveRegion);
  // A site file names the owner's further links; where the tree was made for the site it has them.
  if (isGeneric) {
    const links = (site.links ?? []).map((link) => build(["a", { href: "{url}" }, "{title}"], link));
    notice.querySelector(".links").append(...links);
  }
  place();
};
