// What the notice says: a pure function of the site and of what its visitor is asked or informed about.

import { purposeOf } from "../consent/keys.js";
import { fill } from "../page/dom.js";
import { alwaysSame, hasNews, hasSignals, onlyAsks, onlyInforms } from "../page/features.js";

/** @import { Key, Site } from "../types.js" */

/**
 * The notice's content. A list, because names would cost every first visit 30 bytes. The rest is in the tree already
 * where it is always the same; a title also where the site has only one.
 *
 * @typedef {[
 *   text: string | undefined,
 *   points: string[],
 *   title?: string,
 *   link?: string,
 *   buttons?: string[],
 *   informed?: string[],
 * ]} Content
 */

/**
 * The content for the keys that are asked about; `informed` are the points that are on already.
 *
 * @param {Site} site
 * @param {Key[]} keys
 * @param {(key: Key) => boolean} isOn whether a key is on without having been asked for
 * @param {string[] | false} news the policy changes that the notice is shown for, if it is
 * @returns {Content}
 */
export const describe = ({ words, pages, optional, language }, keys, isOn, news) => {
  const isAsking = !onlyInforms && (onlyAsks || optional);
  const more = isAsking ? "choices" : "details";
  /**
   * What purposes are called; a service is called what its purpose is.
   *
   * @param {Key[]} keys
   * @returns {string[]}
   */
  const names = (keys) =>
    isAsking ? [...new Set(keys.map((key) => /** @type {Record<string, string>} */ (optional)[purposeOf(key)]))] : [];
  if (hasNews && /** @type {string[]} */ (news)?.[0])
    return [words.changes, /** @type {string[]} */ (news), words.changed, pages.changes, [more, "dismiss"], []];
  if (hasSignals && isAsking && keys.every(isOn))
    return [words.informs, names(keys), words.titleInforms, pages.storage, ["withdraw", more, "dismiss"], []];
  const points = names(hasSignals ? keys.filter((key) => !isOn(key)) : keys);
  // A sentence names the purposes, or else a list does.
  const sentence = isAsking
    ? fill(words.asks ?? "", { names: new Intl.ListFormat(language).format(points) }) + words.text
    : words.text;
  const list = words.asks ? [] : points;
  if (alwaysSame) return [sentence, list];
  // In the United Kingdom some purposes may be on already; they follow below, with a text of their own.
  const informed = hasSignals ? names(keys.filter(isOn)) : [];
  const buttons = isAsking ? ["accept-all", "reject-all", more] : [more, "dismiss"];
  return [sentence, list, words.title, pages.storage, buttons, informed];
};
