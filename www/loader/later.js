// The loader's second half: what no first answer needs. It is fetched once, and keeps no state of the first half's: that is given.

import { decisions } from "./api.js";
import { closing } from "./afterwards.js";
import { endpoint } from "./endpoint.js";
import { getJson } from "./fetching.js";
import { frames } from "./frames.js";
import { receipts } from "./receipt.js";
import { sayings } from "./sayings.js";
import { trusted } from "./trusted.js";
import { views } from "./views.js";

const make = (core) => {
  let loading;
  /** What the build knows of the site for this half; asked for again where it did not come. */
  const facts = () =>
    (loading ??= getJson(core.site.later).catch((error) => {
      loading = undefined;
      throw error;
    }));
  const { receipt, record } = receipts(core, facts);
  return {
    ...views(core, facts, record),
    ...frames(core, facts),
    ...closing(core, facts),
    ...endpoint(core, facts),
    ...decisions(core),
    ...sayings(core, facts),
    ...trusted(),
    receipt,
  };
};

let half;

/** This half, for the first. */
export const begin = (core) => (half ??= make(core));
