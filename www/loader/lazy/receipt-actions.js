// courtesy.receipt() and the view of the receipt: made of the record when it is asked for, copied, saved and erased there.

import { receiptOf } from "./receipt-format.js";
import { recounted, unrecorded } from "./receipt-view.js";

/** How long a browser may take to fetch a file from memory, in milliseconds. */
const SAVING = 20_000;

/** Makes receipts, and the view of one; `show` opens a view anew. */
export const receipts = (core, facts, show) => {
  const { shadowRoot } = core.host;
  const { site } = core;
  const { status } = window.courtesy;
  let loading;
  let words;
  let shown; // the receipt that the view shows, as text

  /** What the build prepared; asked for again where it did not come. */
  const prepared = () =>
    (loading ??= facts()
      .then(({ files }) => core.getJson(new URL(files.receipt, site.later).href))
      .catch((error) => {
        loading = undefined;
        throw error;
      }));

  const make = async () => {
    const built = await prepared();
    const record = core.current();
    if (typeof record === "string") return { built };
    const { origin } = location;
    return {
      built,
      record,
      receipt: receiptOf(built.receipt, record, { site, status, lasts: built.lasts, origin, now: Date.now() }),
    };
  };

  /** Says what came of an act, where it is announced: the text alone is changed, because the line is the app's. */
  const say = (sentence) => {
    const line = shadowRoot.querySelector("dialog .content [role=status]")?.firstChild;
    if (!line) return;
    line.data = "";
    setTimeout(() => (line.data = sentence));
  };

  const does = {
    __proto__: null,
    "receipt-copy": async () => {
      const isCopied = await navigator.clipboard?.writeText(shown).then(
        () => true,
        () => false,
      );
      say(isCopied ? words.copied : words.uncopied);
    },
    "receipt-save": () => {
      const href = URL.createObjectURL(new Blob([shown], { type: "application/json" }));
      Object.assign(document.createElement("a"), { href, download: `receipt-${location.hostname}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(href), SAVING);
      say(words.saved);
    },
    "receipt-erase": async () => {
      try {
        localStorage.removeItem(core.key);
      } catch {
        /* where storage is blocked there is nothing to erase */
      }
      core.remember(null, true);
      core.retain("decided");
      core.refresh();
      await show();
      // The app draws in a turn of its own.
      setTimeout(() => say(words.erased), 50);
    },
  };
  core.listen(shadowRoot, "click", async ({ target }) => {
    try {
      await does[target.closest("[data-act]")?.dataset.act]?.();
    } catch (error) {
      core.problem("receipt", error.message);
    }
  });

  return {
    /** window.courtesy.receipt(). */
    receipt: async () => (await make()).receipt ?? null,
    /** What the app draws. */
    record: async () => {
      const { built, record, receipt } = await make();
      words = built.words;
      if (!receipt) return { title: built.title, elements: unrecorded(words) };
      shown = JSON.stringify(receipt, null, 2);
      const [{ names }, why] = [await facts(), core.reason()];
      const told = { site, names, status, counts: !why || why === "changes", receipt: shown };
      return { title: built.title, elements: recounted(built, record, told) };
    },
  };
};
