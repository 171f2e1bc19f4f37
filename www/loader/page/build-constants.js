// The constants that the build fills in: src/compile/loader.rs replaces each __COURTESY_…__ with JSON.

/** The site's facts; null in the generic form, where data-site names them. */
export const inlined = __COURTESY_SITE__;
/** The notice, the reopen bar and the live region, as trees that the Yew components were rendered to. */
export const tree = __COURTESY_TREE__;
/** Their style sheet. */
export const styles = __COURTESY_STYLES__;
/** The file name of the lazy module. */
export const lazyFile = __COURTESY_LATER__;
/** The file name of the module that opens and closes gates. */
export const gatesFile = __COURTESY_GATES__;
/** The version of Courtesy. */
export const version = __COURTESY_VERSION__;
// Two more are in lazy/load-lazy.js and site.js: __COURTESY_IMPORT__ and __COURTESY_FETCH__, the platform's import and
// fetch or those of integrity.js.
