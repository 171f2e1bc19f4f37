// The views of the app (Yew, compiled to wasm): fetched on demand, once, and shown over the notice.

/** @import { AppView, Core, LazyFacts, LazyModule, VisitorRecord } from "../types.js" */

import { get, getJson, load, loadOnce } from "./fetch.js";

/**
 * The app's wasm-bindgen module; src/app/mod.rs.
 * @typedef {object} App
 * @property {(options: { module_or_path: Promise<Response> }) => Promise<unknown>} default
 * @property {(root: Element, site: object, words: object, hooks: object) => void} start
 * @property {(view: string, data: unknown, isDue: boolean) => void} open
 * @property {() => void} close
 */

/** The addresses of the files next to this module. */
export const [appScript, appWasm, appStyles, ...modules] = __COURTESY_FILES__.map(
  (file) => new URL(file, import.meta.url).href,
);

/**
 * The browser's next task: what was fetched is parsed, drawn and shown in separate ones, so that none is long.
 * @returns {Promise<void>}
 */
const nextTask = () => new Promise((done) => setTimeout(done));

const isCrossOrigin = new URL(import.meta.url).origin !== location.origin;

/**
 * How to fix what prevented the app from loading, as far as the error shows.
 * @param {any} error whatever was thrown, by the glue or by wasm
 */
const fix = (error) =>
  // Compare the name, because there is no WebAssembly.CompileError where wasm is off.
  error?.name === "CompileError" || /unsafe-eval|Content Security Policy|CSP/.test(error)
    ? "the details need 'wasm-unsafe-eval' in the script-src of this page's Content-Security-Policy"
    : `the details did not load (${error?.message ?? error}); see that all files of courtesy build are where courtesy.js looks for them${isCrossOrigin ? ", and that their server lets this page read them (Access-Control-Allow-Origin)" : ""}`;

/**
 * Opens and closes views.
 * @param {Core} core
 * @param {() => Promise<LazyFacts>} facts
 * @param {() => Promise<unknown>} ready resolves once the app can be fetched
 * @param {() => Promise<object>} receipt makes the receipt view
 * @returns {Pick<LazyModule, "warm" | "open" | "close" | "reset">}
 */
export const views = (core, facts, ready, receipt) => {
  const { shadowRoot } = core.host;
  /** @type {HTMLElement | undefined} */
  let root; // of the app
  /** @type {Element | null} */
  let opener; // had the focus before the dialog
  /** @type {AppView | false} */
  let openView = false;

  /** @param {string} view */
  const dataAddress = async (view) => new URL((await facts()).files[view], core.site.later).href;

  /** What the app calls. */
  const hooks = {
    current: core.current,
    closed: () => {
      const view = /** @type {AppView} */ (openView);
      openView = false;
      core.transitions.closed(view, opener);
    },
    /**
     * @param {VisitorRecord} record
     * @param {boolean} isSaved
     */
    decided: (record, isSaved) => {
      openView = false;
      core.decided(record, isSaved);
      core.transitions.decided(opener);
    },
    opted: core.decided,
    erased: () => {
      core.remember(null, true);
      core.retain("decided");
      core.refresh();
    },
  };

  /** @returns {Promise<App>} */
  const start = async () => {
    await ready();
    const wasm = get(appWasm);
    // It is awaited below; if the visitor leaves before that, a failure must not be reported as unhandled.
    wasm.catch(() => {});
    const glue = async () => {
      const module = await load(appScript);
      await module.default({ module_or_path: wasm });
      return module;
    };
    const [module, css, details, words] = await Promise.all([
      glue(),
      get(appStyles).then((response) => response.text()),
      dataAddress("details").then(getJson),
      dataAddress("words").then(getJson),
    ]);
    await nextTask();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadowRoot.adoptedStyleSheets.push(sheet);
    root = document.createElement("div");
    shadowRoot.append(root);
    module.start(root, { ...core.site, ...details }, words, hooks);
    return module;
  };

  /** Fetches and starts the app; again after a failure. */
  let app = loadOnce(start);

  /** @type {Partial<Record<AppView, () => Promise<object>>>} */
  const loaders = {};

  /**
   * Fetches a view's data as soon as the visitor approaches it; again only after a failure.
   * @param {AppView} view
   */
  const prepare = (view) => (loaders[view] ??= loadOnce(() => dataAddress(view).then(getJson)))();

  /**
   * The requested view, or the details if the site does not have it.
   * @param {AppView} requested
   * @returns {Promise<AppView>}
   */
  const viewOf = async (requested) =>
    /** @type {string} */ (requested) !== "words" && Object.hasOwn((await facts()).files, requested)
      ? requested
      : "details";

  /** @param {AppView} view */
  const data = async (view) => {
    if (view === "details") return undefined;
    if (view === "receipt") return receipt();
    return view === "choices" ? { ...(await prepare(view)), record: core.current() } : prepare(view);
  };

  return {
    warm: (requested) => Promise.all([app(), viewOf(requested).then(data)]),
    open: async (requested, from, isLate) => {
      // A link inside the dialog goes with its view, so the focus returns to what opened the dialog.
      if (!openView) opener = from ?? document.activeElement;
      try {
        const view = await viewOf(requested);
        const [module, content] = await Promise.all([app(), data(view)]);
        // A dialog that has just closed fires its event in a later task, and opening it before that has no effect.
        do await nextTask();
        while (openView && shadowRoot.querySelector("dialog")?.open === false);
        if (isLate()) return;
        openView = view;
        core.transitions.shown(view, opener);
        module.open(view, content, !!core.reason());
        core.retain("shown", { view });
        core.emit("shown", { view });
      } catch (error) {
        throw Object.assign(Object(error), { fix: fix(error) });
      }
    },
    close: async () => (await app()).close(),
    /** Starts over after document.open(), which removes all listeners of the app. */
    reset: () => {
      root?.remove();
      app = loadOnce(start);
      if (openView) hooks.closed();
    },
  };
};
