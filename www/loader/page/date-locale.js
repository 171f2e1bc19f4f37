// The locale in which dates are written, for Intl.

/**
 * English dates are day first ("29 November 2026"), as the pages have them, unless the site is declared as en-US: Intl reads "en" as en-US.
 * @param {string} language
 */
export const dateLocale = (language) => (/^en(?!-US$)/.test(language) ? "en-GB" : language);
