// The five sites of the preview, in the order of the toolbar: the facts of four businesses, and an invented shop.

import { mazoon } from "./mazoon.js";
import { mediux } from "./mediux.js";
import { mjpro } from "./mjpro.js";
import { nanoflux } from "./nanoflux.js";
import { quillhaven } from "./quillhaven/page.js";

/** By the name of the site's folder. Each has a name, languages, a title per language, and page(language) → elements. */
export const sites = { mazoon, mjpro, nanoflux, mediux, quillhaven };
