// What is said to the few visitors whose browser says or keeps something.

import { readGpc } from "../consent/signals.js";
import { make } from "../page/dom.js";

/** The sayings. */
export const sayings = (core, facts) => {
  const { site, current, problem } = core;

  const pill = core.host.shadowRoot.querySelector(".reopen");

  // What this page knows is not what is stored: there is nothing, it cannot be changed, or a script of the page has garbled it.
  const isForgotten = () => {
    try {
      const stored = localStorage.getItem(core.key);
      const last = current().events?.at(-1);
      // What another host's cookie brought is not stored here.
      return core.isFixed || (!!last && last.method !== "shared" && JSON.parse(stored).events.at(-1).at !== last.at);
    } catch {
      return true;
    }
  };

  /** A line beside the way back, where no notice is there to say it. */
  const sayBeside = (words) => {
    const text = pill.querySelector("p") ?? make(["p", { class: "aside" }]);
    text.textContent = words;
    text.style.cssText = "order:-1;margin:0;padding:8px;background:var(--surface)";
    // The last of the buttons stays the last.
    if (!text.isConnected) pill.lastChild.before(text);
  };

  return {
    unreadable: () =>
      problem("unreadable", `what is stored under "${core.key}" was not written by it, so it counts as nothing`),
    /** Fills the place below the notice's text: what the signal comes to here, and whether anything can be remembered. */
    aside: async (place) => {
      const { words } = await facts();
      const sentences = [readGpc() === true && words.gpc, isForgotten() && words.unremembered];
      place.textContent = sentences.filter(Boolean).join(" ");
      place.lang = site.language;
    },
    /** Tells beside the way back what the signal comes to, where no notice says it. */
    status: async () => sayBeside((await facts()).words.gpc),
    /** The way back as California wants it of who sells or shares: its title, its icon, and where nothing is asked for here, the form (11 CCR 7015). */
    california: async () => pill.querySelector("button").replaceWith(make((await facts()).way)),
    /** An answer was given that could not be kept: it is said where it is heard, and where it is seen. */
    forgotten: async () => {
      const { words } = await facts();
      core.host.shadowRoot.querySelector(".said").textContent = words.unremembered;
      // What was only to be known, and will be shown again, needs no more words.
      if (site.optional) sayBeside(words.unremembered);
    },
  };
};
