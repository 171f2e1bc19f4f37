// Mediux AI's drawings: the mark, small pictures for the posts of a bakery, and a chart.

import { draw } from "../dom.js";

export const mark = () =>
  draw(
    "0 0 32 32",
    { class: "mark" },
    ...[
      [2, 4, 24],
      [10, 10, 12],
      [18, 10, 12],
      [26, 4, 24],
    ].map(([x, y, height], bar) => [
      "rect",
      { x: x - 0.5, y, width: 5, height, rx: 2.5, class: bar % 3 ? "low" : null },
    ]),
  );

const pictures = {
  loaf: [
    "#f3c98b",
    ["ellipse", { cx: 60, cy: 40, rx: 42, ry: 21, fill: "#9c5a2b" }],
    ["ellipse", { cx: 60, cy: 36, rx: 42, ry: 19, fill: "#c9813f" }],
    [
      "path",
      {
        d: "M34 40c4-8 6-12 12-16M52 42c4-8 6-14 12-20M70 42c4-8 6-12 12-17",
        stroke: "#f7dcae",
        "stroke-width": 4,
        "stroke-linecap": "round",
        fill: "none",
      },
    ],
  ],
  croissant: [
    "#bfe0dc",
    [
      "path",
      {
        d: "M24 48c2-26 20-36 36-36s34 10 36 36c-8 4-12-2-16-8-6-8-12-10-20-10s-14 2-20 10c-4 6-8 12-16 8z",
        fill: "#d99a4e",
      },
    ],
    ["path", { d: "M44 16l6 17M60 12v18M76 16l-6 17", stroke: "#b57632", "stroke-width": 3, fill: "none" }],
  ],
  soup: [
    "#f7a58b",
    ["path", { d: "M22 28h76c0 22-16 32-38 32S22 50 22 28z", fill: "#fff5ea" }],
    ["ellipse", { cx: 60, cy: 28, rx: 38, ry: 9, fill: "#8fb763" }],
    ["circle", { cx: 52, cy: 27, r: 4, fill: "#d5e6b8" }],
    ["circle", { cx: 68, cy: 29, r: 3, fill: "#d5e6b8" }],
  ],
  night: [
    "#232a5c",
    ["circle", { cx: 94, cy: 16, r: 8, fill: "#fbe8b0" }],
    ["path", { d: "M18 64V34h56v30z", fill: "#3d468a" }],
    ["path", { d: "M12 34l8-12h52l8 12z", fill: "#e9685c" }],
    ["rect", { x: 28, y: 42, width: 36, height: 22, fill: "#ffd37a" }],
  ],
  box: [
    "#d9d3f5",
    ["path", { d: "M30 28h60v34H30z", fill: "#b98a5a" }],
    ["path", { d: "M30 28l10-12h40l10 12z", fill: "#d7ab78" }],
    ["path", { d: "M56 16h8v46h-8z", fill: "#f4ead9" }],
  ],
};

/** The picture of a post. */
export const picture = (name) => {
  const [ground, ...shapes] = pictures[name];
  return draw(
    "0 0 120 64",
    { class: "picture", preserveAspectRatio: "xMidYMid slice" },
    ["rect", { width: 120, height: 64, fill: ground }],
    ...shapes,
  );
};

const reach = [38, 52, 44, 71, 66, 94, 88];

export const chart = (label) =>
  draw(
    "0 0 420 220",
    { class: "chart", "aria-label": label },
    ...[0, 1, 2, 3].map((line) => ["path", { d: `M10 ${40 + line * 50}h400`, class: "grid-line" }]),
    ...reach.map((value, day) => [
      "rect",
      {
        x: 24 + day * 56,
        y: 190 - value * 1.5,
        width: 34,
        height: value * 1.5,
        rx: 6,
        class: day === 5 ? "best" : "bar",
      },
    ]),
    [
      "path",
      {
        d: "M" + reach.map((value, day) => `${41 + day * 56} ${162 - value * 1.1 - (day % 2) * 12}`).join("L"),
        class: "trend",
      },
    ],
  );
