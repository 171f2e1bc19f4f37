// The types of the package's one function; those of what it resolves to are the same as for the script tag.

import type { Courtesy } from "./courtesy.js";

export type * from "./courtesy.js";

/** What a script tag says with its data- attributes. */
export interface StartOptions {
  /** The address of the `site.json` that `courtesy build` wrote, all its other files beside it. `/courtesy/site.json` unless said. */
  site?: string | URL;
  /** A BCP 47 tag; else the page's `lang`, else what the visitor's browser prefers, among the site's languages. */
  language?: string;
  /** `auto`, the visitor's, unless said. */
  theme?: "auto" | "light" | "dark";
  /** Only where a server knows it; else what the site file says, else the strictest. */
  jurisdiction?: "eu" | "uk" | "ch" | "us-ca" | "us" | "other";
}

/**
 * Starts the widget on this page, once: a second call, and a call beside a script tag, join what is there.
 *
 * Resolves to `window.courtesy` when the site is known; to undefined on a server, where it does nothing, and where nothing could
 * start, which the console explains. Nothing optional runs then.
 */
export declare function start(options?: StartOptions): Promise<Courtesy | undefined>;
