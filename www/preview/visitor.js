// What the widget is told about who visits: the jurisdiction, in its tag, and Global Privacy Control, which a browser says.

import { chooser } from "./chooser.js";
import { tags } from "./dom.js";
import { state, visitor } from "./state.js";

const { div } = tags;

const SIGNALS = { on: true, off: false, absent: undefined };

/** Has the browser say what was chosen. Called before the widget is there, because it reads the signal when it starts. */
export const signal = () => {
  if (!Object.hasOwn(SIGNALS, state.gpc)) return;
  Object.defineProperty(navigator, "globalPrivacyControl", { value: SIGNALS[state.gpc], configurable: true });
};

/** The two choices, for the panel: they are for trying, not for looking, and the toolbar has enough. */
export const told = () =>
  div(
    { class: "panel-told" },
    chooser("jurisdiction", "Jurisdiction", visitor.jurisdiction),
    chooser("gpc", "Global Privacy Control", visitor.gpc),
  );
