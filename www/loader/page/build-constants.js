// What the build knows and fills in: each name here stands for JSON that src/compile/loader.rs puts in its place.

/** The site's facts; null in the generic form, where data-site names them. */
export const inlined = __COURTESY_SITE__;
/** The notice and the reopen control, as the Yew components rendered them: trees of name, attributes, children. */
export const tree = __COURTESY_TREE__;
/** Their style sheet. */
export const styles = __COURTESY_STYLES__;
/** The lazy half of the loader, beside this script. */
export const lazyFile = __COURTESY_LATER__;
/** What opens and closes gates, beside this script. */
export const gatesFile = __COURTESY_GATES__;
/** The version of Courtesy. */
export const version = __COURTESY_VERSION__;
// __COURTESY_IMPORT__ and __COURTESY_FETCH__ are in lazy/load-lazy.js and site.js: import and fetch, or what checks integrity (integrity.js).
