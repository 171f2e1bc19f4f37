// The loader's second half: what no first answer needs. It is fetched once, and keeps no state of the first half's: that is given.

import { decisions } from "./decide-api.js";
import { closing } from "./withdrawal-message.js";
import { brandTokens } from "./brand-tokens.js";
import { coreOf } from "./core.js";
import { endpoint } from "../effects/endpoint.js";
import { fetchBy, getJson, load, loadOnce } from "./fetch.js";
import { frames } from "../effects/placeholders.js";
import { keepClear } from "./focus-not-obscured.js";
import { remove } from "../effects/removal.js";
import { sayings } from "./messages.js";
import { files, resolve, views } from "./views.js";

const JURISDICTIONS = ["eu", "uk", "ch", "us-ca", "us", "other"];

/** What of the tag and the site file cannot be as it was meant. */
const mistakes = ({ site, problem }) => {
  if (site.jurisdiction && !JURISDICTIONS.includes(site.jurisdiction)) {
    problem(
      "jurisdiction",
      `data-jurisdiction="${site.jurisdiction}" is not known, so the strictest rules hold; write one of ${JURISDICTIONS.join(", ")}`,
    );
  }
  // Inlined facts do not have this field: there, consent-mode.js comes before the loader.
  if (site.consentMode || site.microsoftConsentMode)
    problem("consent-mode", "Consent mode needs the courtesy.js built for the site, first in <head> and without async");
};

const assemble = (core) => {
  fetchBy(core.checked);
  mistakes(core);
  const checkBrand = brandTokens(core);
  checkBrand();
  /** What the build knows of the site for this half. */
  const facts = loadOnce(() => getJson(core.site.later));
  /** What else is fetched is checked by what the facts say of it. */
  const ready = async () => core.checked && facts();
  /** What receipts are made with: a module of its own, for the few who ask for one. */
  const receipts = loadOnce(async () => {
    await ready();
    const module = await load(resolve(files.receipts));
    return module.receipts({ ...core, getJson }, facts, () => shown.open("receipt", undefined, () => false));
  });
  const shown = views(core, facts, ready, async () => (await receipts()).record());
  const [after, said] = [closing(core, facts), sayings(core, facts)];
  return {
    ...shown,
    ...after,
    ...endpoint(core, facts),
    ...decisions(core),
    ...keepClear(core),
    ...said,
    ...frames(core, facts),
    brand: checkBrand,
    changed: (granted) => granted[0] && after.leave(),
    reset: () => {
      after.leave();
      shown.reset();
    },
    receipt: async () => (await receipts()).receipt(),
  };
};

let half;

// The page for requests removes by it what an opt-out turns off.
export { remove };

/** This half, for the first. */
export const begin = (given) => (half ??= assemble(coreOf(given)));
