// request.html with JavaScript: the app's form replaces the letters. If anything fails, the letters stay, and they are
// complete.

/** @import { Key, RemovableItem, VisitorRecord } from "../loader/types.js" */

/**
 * The form's data, of which this module reads the id and what an opt-out removes.
 * @typedef {object} RequestFormData
 * @property {string} id
 * @property {{ items?: RemovableItem[] }} optOut
 */

const form = /** @type {HTMLElement} */ (document.getElementById("form"));
const letters = /** @type {HTMLElement} */ (document.getElementById("letters"));
/**
 * An address for fetch() or import(), whose type lacks that it takes a URL.
 * @param {string | undefined} name
 */
const address = (name) => /** @type {URL & string} */ (new URL(/** @type {string} */ (name), import.meta.url));

/** Whether the visitor already uses the letters, which must not be replaced then. */
let isInUse = letters.contains(document.activeElement);
letters.addEventListener("focusin", () => (isInUse = true));

/**
 * What the form calls. An opt-out removes what was stored for it with the same code as a withdrawal.
 * @param {RequestFormData} data
 */
const hooks = ({ id, optOut }) => ({
  current: () => {
    try {
      return JSON.parse(/** @type {string} */ (localStorage.getItem("courtesy:" + id)));
    } catch {
      /* storage is blocked, or holds something else */
    }
  },
  /** @param {VisitorRecord} record */
  opted: async ({ choices }) => {
    try {
      const { remove } = await import(address(form.dataset.later));
      const off = Object.keys(choices).filter((key) => choices[key] === "objected");
      await remove(
        optOut.items ?? [],
        off,
        /** @param {Key} key */ (key) => !["refused", "withdrawn", "objected"].includes(choices[key]),
      );
    } catch (error) {
      console.warn(
        `courtesy: what is stored was not removed (${/** @type {Error | undefined} */ (error)?.message ?? error})`,
      );
    }
  },
});

/** @param {DOMStringMap} files the names of the app's files */
const start = async ({ script, wasm, rights }) => {
  const [module, reply] = await Promise.all([import(address(script)), fetch(address(rights))]);
  if (!reply.ok) throw new Error(`${reply.url} answered ${reply.status}`);
  await module.default({ module_or_path: fetch(address(wasm)) });
  const data = await reply.json();
  if (isInUse) return;
  module.start_form(form.querySelector("div"), data, hooks(data));
  form.hidden = false;
  letters.remove();
};

start(form.dataset).catch((error) =>
  console.warn(`courtesy: the form did not load (${error?.message ?? error}); the letters on this page do the same`),
);
