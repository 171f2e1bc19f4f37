// The app (Yew, compiled to wasm): fetched when details are asked for, once, and never for a visitor who does not ask.

import { adopt, host } from "./host.js";
import { besideScript, besideSite, get, getJson, site } from "./site.js";
import { files } from "./slots.js";

let loading;

/** The browser's next turn: what was fetched is read, drawn and shown in tasks of their own. */
export const turn = () => new Promise((done) => setTimeout(done));

/** Fetches and starts the app. It can be tried again when it failed. */
export const app = (hooks) => {
  loading ??= load(hooks).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
};

const glue = async () => {
  const module = await import(besideScript(files.script));
  await module.default({ module_or_path: get(besideScript(files.wasm)) });
  return module;
};

const load = async (hooks) => {
  const [module, css, details, words] = await Promise.all([
    glue(),
    get(besideScript(files.styles)).then((response) => response.text()),
    getJson(besideSite(site.files.details)),
    getJson(besideSite(site.files.words)),
  ]);
  await turn();
  adopt(css);
  const root = document.createElement("div");
  host().shadowRoot.append(root);
  module.start(root, { ...site, ...details }, words, hooks);
  return module;
};

/** What to change so that the app loads, as far as the error tells. */
export const mend = (error) =>
  // The name, because where wasm is off there is no WebAssembly to ask.
  error?.name === "CompileError" || /unsafe-eval|Content Security Policy|CSP/.test(error)
    ? "the details need 'wasm-unsafe-eval' in the script-src of this page's Content-Security-Policy"
    : `the details did not load (${error?.message ?? error}); see that all files of courtesy build are where courtesy.js looks for them`;
