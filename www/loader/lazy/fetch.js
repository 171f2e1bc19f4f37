// Fetching for the second half of the loader: an answer that is no answer is an error that names the address.

import { bare } from "../page/null-prototype.js";

let checked; // the same two with integrity, where the tag has one (integrity.js)

/** From now on fetches by these. */
export const fetchBy = (given) => (checked = given);

/** Fetches. */
export const get = async (address) => {
  const response = await (checked?.get ?? fetch)(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
};

/** Fetches JSON. */
export const getJson = async (address) => bare(await (await get(address)).json());

/** Loads something once; again, when it is next needed, where it did not come. */
export const loadOnce = (load) => {
  let loading;
  return () =>
    (loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    }));
};

/** Imports a module. */
export const load = (address) => checked?.load(address) ?? import(address);
