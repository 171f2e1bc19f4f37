// A named choice of the preview's own: choosing leads to the address that says so.

import { tags } from "./dom.js";
import { address, state } from "./state.js";

const { div, label, option, select } = tags;

/** A select with its label; with one choice there is nothing to choose. */
export const chooser = (name, title, choices) => {
  const codes = Object.keys(choices);
  const id = "choose-" + name;
  const control = select(
    { id, autocomplete: "off", disabled: codes.length < 2 },
    codes.map((value) =>
      option({ value, selected: value === state[name], lang: name === "language" && value }, choices[value]),
    ),
  );
  // The page is loaded anew, because the widget reads its tag once; the fragment brings the focus back here.
  control.addEventListener("change", () => location.assign(address({ [name]: control.value }) + "#" + id));
  return div({ class: "tool-choice" }, label({ for: id }, title), control);
};
