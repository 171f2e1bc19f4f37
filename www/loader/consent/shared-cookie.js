// The cookie that carries the choices to the other hosts of a domain (docs/decisions/020): read, written and erased.

/** @import { VisitorRecord } from "../types.js" */

import { problem } from "../page/events.js";
import { cookieFor } from "./shared-choices.js";
import { site } from "../page/site.js";

const cookieName = () => "courtesy_" + site.id;

/**
 * Whether this host shares choices. If it is outside the domain or lacks https, that is reported once.
 *
 * @returns {boolean}
 */
export const isSharing = () => {
  const { shared: domain } = site;
  if (!domain) return false;
  const isInside = ("." + location.hostname).endsWith("." + domain);
  if (!isInside)
    problem("shared", `choices stay on ${location.hostname}, which is not a host of "sharedAcross": "${domain}"`);
  else if (!isSecureContext)
    problem("shared", `choices are not shared with other hosts of ${domain}: their cookie needs https`);
  return isInside;
};

/**
 * The values of all cookies with the name: another host can set one for a longer path or a longer domain.
 *
 * @returns {string[]}
 */
export const readCookies = () => {
  try {
    const start = cookieName() + "=";
    return document.cookie
      .split("; ")
      .filter((pair) => pair.startsWith(start))
      .map((pair) => pair.slice(start.length));
  } catch {
    return [];
  }
};

/**
 * Writes the cookie for a record, or erases it if there is none.
 *
 * @param {VisitorRecord | null} record
 * @returns {boolean} whether it is now the only cookie with the name
 */
export const writeCookie = (record) => {
  const { text = "", lasts = 0 } = (record && cookieFor(record, site, Date.now())) || {};
  try {
    document.cookie = `${cookieName()}=${text}; domain=${site.shared}; path=/; max-age=${lasts}; secure; samesite=lax`;
  } catch {
    /* blocked */
  }
  const isOnlyCookie = readCookies().join("; ") === text;
  if (!isOnlyCookie)
    problem(
      "shared",
      `choices are not shared: another cookie named ${cookieName()} is in the way, or the browser refused ours`,
    );
  return isOnlyCookie;
};
