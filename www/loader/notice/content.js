// What the notice says: a pure function of the site and of what its visitor is asked or informed about.

import { hasNews, hasSignals, onlyAsks, onlyInforms } from "../page/features.js";

/**
 * The content for the keys that are asked about: its title, text and link, the points listed, those listed apart as on already, and the
 * buttons shown. A list, because names would cost every first visit 30 bytes. `isOn`: whether a key is on without having been asked for;
 * `news`: the policy changes that the notice is shown for, if it is.
 */
export const describe = ({ words, pages, optional }, keys, isOn, news) => {
  const isAsking = !onlyInforms && (onlyAsks || optional);
  const more = isAsking ? "choices" : "details";
  // A service goes with its purpose.
  const titles = (keys) => (onlyInforms ? [] : keys.map((key) => optional?.[key]).filter(Boolean));
  if (hasNews && news?.[0]) return [words.changed, words.changes, pages.changes, news, [], [more, "dismiss"]];
  if (hasSignals && keys.every(isOn))
    return [words.title, words.informs, pages.storage, titles(keys), [], ["withdraw", more, "dismiss"]];
  const asked = titles(hasSignals ? keys.filter((key) => !isOn(key)) : keys);
  // In the United Kingdom some of it may be on already: below what is asked, with a text of its own.
  const informed = hasSignals ? titles(keys.filter(isOn)) : [];
  const buttons = isAsking ? ["accept-all", "reject-all", more] : [more, "dismiss"];
  return [words.title, words.text, pages.storage, asked, informed, buttons];
};
