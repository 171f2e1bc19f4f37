// The views of the app (Yew, compiled to wasm): fetched when one is asked for, once, and shown over the first layer.

import { get, getJson, load, loadOnce } from "./fetch.js";

/** The files that are fetched from beside this module: the app's { script, wasm, styles }, and { receipts }. */
export const files = __COURTESY_FILES__;

/** The address of one of them. */
export const resolve = (file) => new URL(file, import.meta.url).href;

/** The browser's next turn: what was fetched is read, drawn and shown in tasks of their own. */
const turn = () => new Promise((done) => setTimeout(done));

const isElsewhere = new URL(import.meta.url).origin !== location.origin;

/** What to change so that the app loads, as far as the error tells. */
const fix = (error) =>
  // The name, because where wasm is off there is no WebAssembly to ask.
  error?.name === "CompileError" || /unsafe-eval|Content Security Policy|CSP/.test(error)
    ? "the details need 'wasm-unsafe-eval' in the script-src of this page's Content-Security-Policy"
    : `the details did not load (${error?.message ?? error}); see that all files of courtesy build are where courtesy.js looks for them${isElsewhere ? ", and that their server lets this page read them (Access-Control-Allow-Origin)" : ""}`;

/** Opens and closes views. The app can be fetched when it is `ready()`; `record` makes the view of the receipt. */
export const views = (core, facts, ready, record) => {
  const { shadowRoot } = core.host;
  let root; // the app's
  let opener; // what opened the dialog
  let shown = false; // the view that it shows

  const beside = async (view) => new URL((await facts()).files[view], core.site.later).href;

  /** What the app tells and asks. */
  const hooks = {
    current: core.current,
    closed: () => {
      const view = shown;
      shown = false;
      core.transitions.closed(view, opener);
    },
    decided: (record, isKept) => {
      shown = false;
      core.decided(record, isKept);
      core.transitions.decided(opener);
    },
    opted: core.decided,
    erased: () => {
      core.remember(null, true);
      core.retain("decided");
      core.refresh();
    },
  };

  const start = async () => {
    await ready();
    const wasm = get(resolve(files.wasm));
    // It is waited for below; a page that is left meanwhile is told of nothing.
    wasm.catch(() => {});
    const glue = async () => {
      const module = await load(resolve(files.script));
      await module.default({ module_or_path: wasm });
      return module;
    };
    const [module, css, details, words] = await Promise.all([
      glue(),
      get(resolve(files.styles)).then((response) => response.text()),
      beside("details").then(getJson),
      beside("words").then(getJson),
    ]);
    await turn();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadowRoot.adoptedStyleSheets.push(sheet);
    root = document.createElement("div");
    shadowRoot.append(root);
    module.start(root, { ...core.site, ...details }, words, hooks);
    return module;
  };

  /** Fetches and starts the app. It can be tried again when it failed. */
  let app = loadOnce(start);

  const prepared = {};

  /** What the build prepared for a view: fetched when the view is approached, and again only where it did not come. */
  const prepare = (view) => (prepared[view] ??= loadOnce(() => beside(view).then(getJson)))();

  /** The view that there is for what is asked. */
  const viewOf = async (asked) =>
    asked !== "words" && Object.hasOwn((await facts()).files, asked) ? asked : "details";

  const data = async (view) => {
    if (view === "details") return undefined;
    if (view === "receipt") return record();
    return view === "choices" ? { ...(await prepare(view)), record: core.current() } : prepare(view);
  };

  return {
    warm: (asked) => Promise.all([app(), viewOf(asked).then(data)]),
    open: async (asked, from, isLate) => {
      // From inside the dialog: what opened it gets the focus back, not what goes with the view.
      if (!shown) opener = from ?? document.activeElement;
      try {
        const view = await viewOf(asked);
        const [module, shows] = await Promise.all([app(), data(view)]);
        // A dialog that was just closed tells of it in a turn of its own, and would not open before that.
        do await turn();
        while (shown && shadowRoot.querySelector("dialog")?.open === false);
        if (isLate()) return;
        shown = view;
        core.transitions.shown(view, opener);
        module.open(view, shows, !!core.reason());
        core.retain("shown", { view });
        core.emit("shown", { view });
      } catch (error) {
        throw Object.assign(Object(error), { fix: fix(error) });
      }
    },
    close: async () => (await app()).close(),
    /** The page was written anew: the app hears nothing any more, so its dialog goes, and another one is started when it is asked for. */
    reset: () => {
      root?.remove();
      app = loadOnce(start);
      if (shown) hooks.closed();
    },
  };
};
