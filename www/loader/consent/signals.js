// Global Privacy Control: what the browser sends, and which keys it blocks.

import { purposeOf } from "./keys.js";

/** The signal; undefined where the browser has none. */
export const readGpc = () => navigator.globalPrivacyControl;

/** Whether the signal blocks a key: its purpose is for a sale, or for sharing. */
export const isBlockedByGpc = (site, key, gpc) => gpc === true && site.sold?.includes(purposeOf(key));
