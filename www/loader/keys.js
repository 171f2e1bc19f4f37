// Keys: a purpose (`analytics`) or one of its services (`analytics/plausible`), and the gates of a page, which name them.

/** The purpose of a key. */
export const purposeOf = (key) => String(key).split("/")[0];

/** The key that a gate names. */
export const keyOf = ({ dataset: { purpose = "", service } = {} }) => purpose + (service ? "/" + service : "");

/** Every gate of the page that is not open. */
export const gates = () => [
  ...document.querySelectorAll(':is(template,script[type="text/plain"],iframe[data-src]:not([src])):is([data-purpose],[data-service])'),
];
