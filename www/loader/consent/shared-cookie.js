// The cookie that mirrors the choices for the other hosts of a domain (docs/decisions/020): found, written and erased.

import { problem } from "../page/events.js";
import { shared } from "./shared-choices.js";
import { site } from "../page/site.js";

const cookieName = () => "courtesy_" + site.id;

/** Whether this host is one of those that share; where it is not, or cannot, that is reported once. */
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

/** The texts of all cookies with the name: another host can set one for a longer path or a longer domain. */
export const copies = () => {
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

/** Writes the cookie for a record, or erases it where there is none; returns whether it is the only one now. */
export const mirror = (record) => {
  const { text = "", lasts = 0 } = (record && shared(record, site, Date.now())) || {};
  try {
    document.cookie = `${cookieName()}=${text}; domain=${site.shared}; path=/; max-age=${lasts}; secure; samesite=lax`;
  } catch {
    /* blocked */
  }
  const isAlone = copies().join("; ") === text;
  if (!isAlone)
    problem(
      "shared",
      `choices are not shared: another cookie named ${cookieName()} is in the way, or the browser refused ours`,
    );
  return isAlone;
};
