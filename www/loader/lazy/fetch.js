// Fetches files for the lazy module, so that a failed response becomes an error that names the address.

/** @import { Checked } from "../types.js" */

import { bare } from "../page/null-prototype.js";

/** @type {Checked | undefined} */
let integrity; // fetch() and import() with integrity (page/integrity.js), if the tag has it

/**
 * Uses these functions from now on.
 * @param {Checked | undefined} functions
 */
export const useIntegrity = (functions) => (integrity = functions);

/**
 * @param {string} address
 * @returns {Promise<Response>}
 */
export const get = async (address) => {
  const response = await (integrity?.get ?? fetch)(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
};

/**
 * Fetches JSON. Callers state its type, which is that of the build.
 * @param {string} address
 * @returns {Promise<any>} JSON.parse has no other type
 */
export const getJson = async (address) => bare(await (await get(address)).json());

/**
 * Loads something once, and again after a failure.
 * @template T
 * @param {() => Promise<T>} load
 * @returns {() => Promise<T>}
 */
export const loadOnce = (load) => {
  /** @type {Promise<T> | undefined} */
  let loading;
  return () =>
    (loading ??= load().catch((error) => {
      loading = undefined;
      throw error;
    }));
};

/**
 * Imports a module. Callers state its type.
 * @param {string} address
 * @returns {Promise<any>} what import() gives of an address that is not known before
 */
export const load = (address) => integrity?.load(address) ?? import(address);
