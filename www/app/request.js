// request.html with JavaScript: the app's form in the place of the letters. Where anything fails they stay, and are all that is needed.

const form = document.getElementById("form");
const letters = document.getElementById("letters");
const address = (name) => new URL(name, import.meta.url);

/** Whether the visitor has begun without the app: then nothing is taken from under their hands. */
let isInUse = letters.contains(document.activeElement);
letters.addEventListener("focusin", () => (isInUse = true));

/** What the form is given of the visitor's record; an opt-out removes what was stored for it, with the same code as a withdrawal. */
const hooks = ({ id, optOut }) => ({
  current: () => {
    try {
      return JSON.parse(localStorage.getItem("courtesy:" + id));
    } catch {
      /* blocked, or not what was written */
    }
  },
  opted: async ({ choices }) => {
    try {
      const { remove } = await import(address(form.dataset.later));
      const off = Object.keys(choices).filter((key) => choices[key] === "objected");
      await remove(optOut.items ?? [], off, (key) => !["refused", "withdrawn", "objected"].includes(choices[key]));
    } catch (error) {
      console.warn(`courtesy: what is stored was not removed (${error?.message ?? error})`);
    }
  },
});

const start = async ({ script, wasm, rights }) => {
  const [module, answer] = await Promise.all([import(address(script)), fetch(address(rights))]);
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  await module.default({ module_or_path: fetch(address(wasm)) });
  const data = await answer.json();
  if (isInUse) return;
  module.start_form(form.querySelector("div"), data, hooks(data));
  form.hidden = false;
  letters.remove();
};

start(form.dataset).catch((error) =>
  console.warn(`courtesy: the form did not load (${error?.message ?? error}); the letters on this page do the same`),
);
