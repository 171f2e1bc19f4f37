// The lazy module: everything that a visitor's first answer does not need. It is fetched once, on demand; the state
// stays in the first file, which passes its functions in.

/** @import { Core, CoreList, LazyFacts, LazyModule } from "../types.js" */

/** @typedef {ReturnType<typeof import("./audit.js").begin>} Audit */
/** @typedef {ReturnType<typeof import("./receipt-actions.js").begin>} Receipts */

import { decideApi } from "./decide-api.js";
import { withdrawalMessage } from "./withdrawal-message.js";
import { brandTokens } from "./brand-tokens.js";
import { coreOf } from "./core.js";
import { endpoint } from "../effects/endpoint.js";
import { getJson, load, loadOnce, useIntegrity } from "./fetch.js";
import { placeholders } from "../effects/placeholders.js";
import { focusNotObscured } from "./focus-not-obscured.js";
import { remove } from "../effects/removal.js";
import { messages } from "./messages.js";
import { modules, views } from "./views.js";

const JURISDICTIONS = ["eu", "uk", "ch", "us-ca", "us", "other"];

/**
 * Reports settings of the tag and the site file that have no effect here.
 * @param {Core} core
 */
const reportMisconfiguration = ({ site, problem }) => {
  if (site.jurisdiction && !JURISDICTIONS.includes(site.jurisdiction)) {
    problem(
      "jurisdiction",
      `data-jurisdiction="${site.jurisdiction}" is not known, so the strictest rules hold; write one of ${JURISDICTIONS.join(", ")}`,
    );
  }
  // Inlined facts lack these fields, because consent-mode.js is built in ahead of the loader.
  if (site.consentMode || site.microsoftConsentMode)
    problem("consent-mode", "Consent mode needs the courtesy.js built for the site, first in <head> and without async");
};

/**
 * @param {Core} core
 * @returns {LazyModule}
 */
const assemble = (core) => {
  useIntegrity(core.checked);
  reportMisconfiguration(core);
  const checkBrand = brandTokens(core);
  checkBrand();
  /** @type {() => Promise<LazyFacts>} */
  const facts = loadOnce(() => getJson(core.site.later));
  /** Resolves once other files can be fetched: with integrity, the facts hold their hashes. */
  const ready = async () => core.checked && facts();
  // Separate modules with what few visitors need.
  const [loadReceipts, loadAudit] = /** @type {[() => Promise<Receipts>, () => Promise<Audit>]} */ (
    modules.map((address) =>
      loadOnce(async () => {
        await ready();
        return (await load(address)).begin({ ...core, getJson }, facts, app);
      }),
    )
  );
  const app = views(core, facts, ready, async () => (await loadReceipts()).record());
  const [afterWithdrawal, status] = [withdrawalMessage(core, facts), messages(core, facts)];
  return {
    ...app,
    ...afterWithdrawal,
    ...endpoint(core, facts),
    ...decideApi(core),
    ...focusNotObscured(core),
    ...status,
    ...placeholders(core, facts),
    brand: checkBrand,
    changed: (granted) => granted[0] && afterWithdrawal.leave(),
    reset: () => {
      afterWithdrawal.leave();
      app.reset();
    },
    receipt: async () => (await loadReceipts()).receipt(),
    audit: async (tag) => (await loadAudit())(tag),
  };
};

/** @type {LazyModule | undefined} */
let lazyModule;

// request.html imports this to remove what an opt-out turns off.
export { remove };

/**
 * Starts the module, once.
 * @param {CoreList} list
 * @returns {LazyModule}
 */
export const begin = (list) => (lazyModule ??= assemble(coreOf(list)));
