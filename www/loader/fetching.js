// Fetching for the second half of the loader: an answer that is no answer is an error that names the address.

/** Fetches. */
export const get = async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response;
};

/** Fetches JSON. */
export const getJson = async (address) => (await get(address)).json();
