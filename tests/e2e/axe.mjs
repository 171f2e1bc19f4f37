// What axe finds in the widget, all rules on, best practices too; once the colours are what they are.

import { readFileSync } from "node:fs";
import { folder } from "./suite.mjs";

const AXE = readFileSync(folder("tests/node_modules/axe-core/axe.min.js"), "utf8");

/**
 * Waits until no fade runs and two frames were drawn since: in the middle of one no colour is what it will be, and WebKit, when it has much
 * to do, says that an animation has ended before its last frame is there.
 */
export const atRest = (widget) => widget.run(`
  const root = document.querySelector("courtesy-host")?.shadowRoot;
  const isMoving = () =>
    [document, root].flatMap((tree) => tree?.getAnimations() ?? []).some(({ playState }) => playState === "running") ||
    [...root?.querySelectorAll("dialog[open], .notice") ?? []].some((element) => getComputedStyle(element).opacity !== "1");
  return new Promise((done) => {
    let still = 0;
    const look = () => {
      still = isMoving() ? 0 : still + 1;
      if (still > 2) done();
      else requestAnimationFrame(look);
    };
    look();
  })`);

export const violations = async (widget, ...include) => {
  await atRest(widget);
  await widget.run(AXE);
  return widget.run(`return axe.run({ include: arguments[0] }, { resultTypes: ["violations"] }).then(({ violations, passes }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html, failureSummary }) => html + " " + failureSummary).join(" | "))
      .concat(passes.length ? [] : ["axe looked at nothing"]))`, include.length ? include : [["courtesy-host"]]);
};
