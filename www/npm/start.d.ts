// The types of the package's one function; those of what it resolves to are the same as for the script tag.

import type { Courtesy } from "./courtesy.js";

export type * from "./courtesy.js";

/** The options that a script tag has as data- attributes. */
export interface StartOptions {
  /** The address of the `site.json` that `courtesy build` wrote. Default: `/courtesy/site.json`. */
  site?: string | URL;
  /** A BCP 47 tag. Default: the page's `lang`, or else what the browser prefers among the site's languages. */
  language?: string;
  /** Default: `auto`, the visitor's own setting. */
  theme?: "auto" | "light" | "dark";
  /** Set it if your server knows where the visitor is. Default: the site file's value, or else the strictest rules. */
  jurisdiction?: "eu" | "uk" | "ch" | "us-ca" | "us" | "other";
  /**
   * Whether the console reports what the page stores without a yes, or without a declaration. Default: on `localhost`
   * and other loopback addresses only.
   */
  audit?: boolean;
}

/**
 * Starts the widget on this page, once: a second call, and a call next to a script tag, join the one that is there.
 *
 * Resolves to `window.courtesy` when the site is known, and to undefined on a server, where it does nothing, and if it
 * cannot start, which the console explains; nothing optional runs then.
 */
export declare function start(options?: StartOptions): Promise<Courtesy | undefined>;
