// What axe finds in the widget, all rules on, best practices too; once the colours are what they are.

import { readFileSync } from "node:fs";
import { folder } from "./suite.mjs";

const AXE = readFileSync(folder("tests/node_modules/axe-core/axe.min.js"), "utf8");

export const violations = async (widget, ...include) => {
  await widget.run(AXE);
  return widget.run(`return axe.run({ include: arguments[0] }, { resultTypes: ["violations"] }).then(({ violations, passes }) =>
    violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html, failureSummary }) => html + " " + failureSummary).join(" | "))
      .concat(passes.length ? [] : ["axe looked at nothing"]))`, include.length ? include : [["courtesy-host"]]);
};

/** The fade has ended. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 350));
