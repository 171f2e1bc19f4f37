// courtesy.receipt() and the receipt view: made from the record on request, and copied, saved or erased there.

/** @import { Core, LazyFacts, LazyModule, VisitorRecord } from "../types.js" */
/** @import { getJson } from "./fetch.js" */
/** @import { JsonLd } from "./receipt-format.js" */
/** @import { ReceiptWords, ViewElement } from "./receipt-view.js" */

import { receiptOf } from "./receipt-format.js";
import { emptyReceipt, receiptElements } from "./receipt-view.js";

/**
 * What the build prepares for the view: src/views/receipt/prepare.rs.
 * @typedef {object} ReceiptView
 * @property {string} title
 * @property {string} intro
 * @property {ReceiptWords} words
 * @property {ViewElement[]} stated
 * @property {JsonLd} receipt the receipt without the visitor's record
 * @property {string} lasts how long a choice is valid, as an ISO 8601 duration
 */

/** How long a browser may take to save a file from memory, in milliseconds. */
const SAVING_TIMEOUT = 20_000;

/**
 * @param {Core & { getJson: typeof getJson }} core
 * @param {() => Promise<LazyFacts>} facts
 * @param {Pick<LazyModule, "open">} app
 */
export const begin = (core, facts, app) => {
  const { shadowRoot } = core.host;
  const { site } = core;
  const { status } = window.courtesy;
  /** @type {Promise<ReceiptView> | undefined} */
  let loading;
  /** @type {ReceiptWords} */
  let words;
  /** @type {string} */
  let receiptText; // the receipt that the view shows

  /** Fetches what the build prepared; again after a failure. */
  const prepared = () =>
    (loading ??= facts()
      .then(({ files }) => core.getJson(new URL(files.receipt, site.later).href))
      .catch((error) => {
        loading = undefined;
        throw error;
      }));

  /** @returns {Promise<{ built: ReceiptView, record?: VisitorRecord, receipt?: JsonLd }>} */
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

  /**
   * Announces a result in the status line. The line belongs to the app, so only the data of its text node may change.
   * @param {string} message
   */
  const announce = (message) => {
    const line = /** @type {Text | undefined} */ (
      shadowRoot.querySelector("dialog .content [role=status]")?.firstChild
    );
    if (!line) return;
    line.data = "";
    setTimeout(() => (line.data = message));
  };

  /** @type {Record<string, () => void | Promise<void>>} */
  const actions = {
    __proto__: /** @type {never} */ (null),
    "receipt-copy": async () => {
      const isCopied = await navigator.clipboard?.writeText(receiptText).then(
        () => true,
        () => false,
      );
      announce(isCopied ? words.copied : words.uncopied);
    },
    "receipt-save": () => {
      const href = URL.createObjectURL(new Blob([receiptText], { type: "application/json" }));
      Object.assign(document.createElement("a"), { href, download: `receipt-${location.hostname}.json` }).click();
      setTimeout(() => URL.revokeObjectURL(href), SAVING_TIMEOUT);
      announce(words.saved);
    },
    "receipt-erase": async () => {
      try {
        localStorage.removeItem(core.key);
      } catch {
        /* if storage is blocked, there is nothing to erase */
      }
      core.remember(null, true);
      core.retain("decided");
      core.refresh();
      await app.open("receipt", undefined, () => false);
      // The app renders in a later task.
      setTimeout(() => announce(words.erased), 50);
    },
  };
  core.listen(shadowRoot, "click", async ({ target }) => {
    try {
      await actions[target.closest("[data-act]")?.dataset.act]?.();
    } catch (error) {
      core.problem("receipt", /** @type {Error} */ (error).message);
    }
  });

  return {
    /** window.courtesy.receipt(). */
    receipt: async () => (await make()).receipt ?? null,
    /** What the app draws. */
    record: async () => {
      const { built, record, receipt } = await make();
      words = built.words;
      if (!receipt) return { title: built.title, elements: emptyReceipt(words) };
      receiptText = JSON.stringify(receipt, null, 2);
      const [{ names }, reason] = [await facts(), core.reason()];
      const context = { site, names, status, counts: !reason || reason === "changes", receipt: receiptText };
      return { title: built.title, elements: receiptElements(built, /** @type {VisitorRecord} */ (record), context) };
    },
  };
};
