// request.html with JavaScript: the app's form in the place of the letters. Where anything fails they stay, and are all that is needed.

const form = document.getElementById("form");
const letters = document.getElementById("letters");
const address = (name) => new URL(name, import.meta.url);

/** Whether the visitor has begun without the app: then nothing is taken from under their hands. */
let isInUse = letters.contains(document.activeElement);
letters.addEventListener("focusin", () => (isInUse = true));

const start = async ({ script, wasm, rights }) => {
  const [module, answer] = await Promise.all([import(address(script)), fetch(address(rights))]);
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}`);
  await module.default({ module_or_path: fetch(address(wasm)) });
  const data = await answer.json();
  if (isInUse) return;
  module.start_form(form.querySelector("div"), data);
  form.hidden = false;
  letters.remove();
};

start(form.dataset).catch((error) => console.warn(`courtesy: the form did not load (${error?.message ?? error}); the letters on this page do the same`));
