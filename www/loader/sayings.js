// What is said once in the console about a page's mistakes, and to the few visitors whose browser says or keeps something.

import { make } from "./elements.js";

/** The sayings. */
export const sayings = ({ site, current, problem }, facts) => {
  const sentences = {
    unreadable: () => 'what is stored under "courtesy" was not written by it, so it counts as nothing',
    shut: (key, error) => `a gate for "${key}" stays shut: ${error.message}`,
  };
  return {
    say: (code, ...about) => problem(code, sentences[code](...about)),
    /** Fills the place below the notice's text: what the signal comes to here, and whether anything can be remembered. */
    aside: async (place) => {
      const { words } = await facts();
      // What this page knows is not what is stored: there is nothing, or a script of the page has garbled it.
      const isForgotten = () => {
        try {
          const stored = localStorage.getItem("courtesy");
          const { events } = current();
          return !!events && JSON.parse(stored).events.at(-1).at !== events.at(-1).at;
        } catch {
          return true;
        }
      };
      const sentences = [navigator.globalPrivacyControl === true && words.gpc, isForgotten() && words.unremembered];
      place.textContent = sentences.filter(Boolean).join(" ");
      place.lang = site.language;
    },
    /** Tells beside the way back what the signal comes to, where no notice says it. */
    status: async () => {
      const { words } = await facts();
      const pill = document.querySelector("courtesy-host").shadowRoot.querySelector(".reopen");
      if (pill.querySelector("p")) return;
      const text = make(["p", { class: "aside" }, words.gpc]);
      text.style.cssText = "order:-1;margin:0;padding:8px;background:var(--surface)";
      // The last of the buttons stays the last.
      pill.lastChild.before(text);
    },
  };
};
