// Global Privacy Control: reads the browser's signal, and decides which keys it blocks.

/** @import { Gpc, Key, Site } from "../types.js" */

import { purposeOf } from "./keys.js";

/**
 * The signal; undefined in a browser that has none.
 *
 * @returns {Gpc}
 */
export const readGpc = () => navigator.globalPrivacyControl;

/**
 * Whether the signal blocks a key, which it does if the purpose is for a sale or for sharing.
 *
 * @param {Site} site
 * @param {Key} key
 * @param {Gpc} gpc
 * @returns {boolean | undefined}
 */
export const isBlockedByGpc = (site, key, gpc) => gpc === true && site.sold?.includes(purposeOf(key));
