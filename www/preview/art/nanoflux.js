// NanoFlux's drawings: a plant in a messy room and without it, and a small picture for each tool.

import { draw } from "../dom.js";

export const mark = () =>
  draw(
    "0 0 32 32",
    { class: "mark" },
    ["rect", { width: 32, height: 32, rx: 11 }],
    ["path", { d: "M9 21c0-14 7-14 7-5s7 9 7-5" }],
    ["circle", { cx: 9, cy: 23, r: 2.4 }],
    ["circle", { cx: 23, cy: 9, r: 2.4 }],
  );

const rect = (x, y, width, height, fill, more) => ["rect", { x, y, width, height, fill, ...more }];

const squares = (id, size, first, second) => [
  "pattern",
  { id, width: size * 2, height: size * 2, patternUnits: "userSpaceOnUse" },
  rect(0, 0, size * 2, size * 2, first),
  rect(size, 0, size, size, second),
  rect(0, size, size, size, second),
];

const leaf = (angle, length, light, dark) => [
  "g",
  { transform: `rotate(${angle}) scale(${length})` },
  ["path", { d: "M0 0c-26-34-26-84 0-120z", fill: light }],
  ["path", { d: "M0 0c26-34 26-84 0-120z", fill: dark }],
];

const GREENS = [
  ["#4f9a5b", "#3a7d49"],
  ["#6fb56b", "#4c9655"],
  ["#87c57a", "#5fa761"],
];
const LEAVES = [
  [-72, 0.9, 0],
  [70, 0.95, 0],
  [-46, 1.12, 1],
  [44, 1.08, 1],
  [-20, 1.26, 0],
  [22, 1.2, 2],
  [2, 1.36, 1],
  [-58, 0.6, 2],
  [58, 0.62, 2],
  [-8, 0.8, 2],
];

const plant = (x, y, scale, greens = GREENS, [pot, shade] = ["#e27b52", "#bd5f3b"]) => [
  "g",
  { transform: `translate(${x} ${y}) scale(${scale})` },
  ...LEAVES.map(([angle, length, hue]) => leaf(angle, length, ...greens[hue])),
  ["path", { d: "M-52 -4H52L40 92a10 10 0 0 1-10 8h-60a10 10 0 0 1-10-8z", fill: pot }],
  ["path", { d: "M16 -4h36L40 92a10 10 0 0 1-10 8H10z", fill: shade }],
  rect(-58, -14, 116, 26, pot, { rx: 5 }),
  rect(20, -14, 38, 26, shade, { rx: 5 }),
];

const room = [
  rect(0, 0, 560, 460, "#e8d9c6"),
  rect(42, 36, 170, 190, "#fff6e4"),
  rect(52, 46, 150, 170, "#a9d2e8"),
  ["circle", { cx: 162, cy: 94, r: 22, fill: "#fff3c4" }],
  ["path", { d: "M52 216v-44c40-26 70-8 96-22s40-10 54-4v70z", fill: "#8fbf8a" }],
  rect(122, 46, 8, 170, "#fff6e4"),
  rect(52, 124, 150, 8, "#fff6e4"),
  rect(232, 70, 62, 80, "#c96f5b"),
  rect(240, 78, 46, 64, "#f3d6b3"),
  ["circle", { cx: 263, cy: 108, r: 15, fill: "#4d6d8f" }],
  rect(0, 366, 560, 94, "#a8744e"),
  rect(0, 366, 560, 10, "#c08a60"),
  rect(34, 326, 84, 14, "#4d6d8f"),
  rect(28, 340, 96, 13, "#e0b04c"),
  rect(38, 353, 80, 13, "#7c4a5d"),
  ["path", { d: "M150 318h46v38a10 10 0 0 1-10 10h-26a10 10 0 0 1-10-10z", fill: "#f6efe4" }],
  ["path", { d: "M196 328h10a12 12 0 0 1 0 24h-10", fill: "none", stroke: "#f6efe4", "stroke-width": 6 }],
];

/** The same plant twice in one picture: before, in a room; after, on the squares that mean nothing. */
export const beforeAfter = (label) =>
  draw(
    "0 0 560 460",
    { class: "before-after", "aria-label": label },
    ["defs", {}, squares("nf-none", 14, "#ffffff", "#e4e8e0"), ["clipPath", { id: "nf-before" }, rect(0, 0, 280, 460)]],
    rect(0, 0, 560, 460, "url(#nf-none)"),
    ["g", { "clip-path": "url(#nf-before)" }, ...room],
    [
      "g",
      { "clip-path": "url(#nf-before)" },
      ["ellipse", { cx: 286, cy: 400, rx: 96, ry: 12, fill: "#5d3a22", opacity: 0.45 }],
    ],
    plant(280, 296, 1.06),
    rect(278, 0, 4, 460, "#ffffff"),
    ["circle", { cx: 280, cy: 230, r: 24, fill: "#ffffff" }],
    [
      "path",
      {
        d: "M273 221l-9 9 9 9M287 221l9 9-9 9",
        fill: "none",
        stroke: "#12190f",
        "stroke-width": 3,
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
      },
    ],
  );

const small =
  (...shapes) =>
  () =>
    draw("0 0 200 130", { class: "small-art" }, ...shapes);
const dashed = {
  fill: "none",
  stroke: "currentcolor",
  "stroke-width": 2.5,
  "stroke-dasharray": "7 6",
  "stroke-linecap": "round",
};
const hills = (x, y, width, height) => {
  const id = `nf-hills-${x}`;
  return [
    "g",
    { "clip-path": `url(#${id})` },
    ["clipPath", { id }, rect(x, y, width, height, "none", { rx: 12 })],
    [
      "svg",
      { x, y, width, height, viewBox: "0 0 120 80", preserveAspectRatio: "xMidYMid slice" },
      rect(0, 0, 120, 80, "#9fd0ea"),
      ["circle", { cx: 82, cy: 24, r: 11, fill: "#fff1b8" }],
      ["path", { d: "M0 80V54c24-20 44-14 60-2s38 2 60-8v36z", fill: "#7ab77f" }],
      ["path", { d: "M0 80V68c40-14 70 4 120-6v18z", fill: "#4f9a5b" }],
    ],
  ];
};

const pixels = Array.from({ length: 49 }, (_, n) => {
  const [x, y] = [n % 7, Math.floor(n / 7)];
  return (
    (x - 3) ** 2 + (y - 3) ** 2 < 10.5 && rect(16 + x * 11, 26 + y * 11, 11, 11, (x + y) % 3 ? "#e2654a" : "#f0936f")
  );
}).filter(Boolean);

export const tools = {
  cut: small(
    ["defs", {}, squares("nf-cut", 9, "#ffffff", "#dfe6d8")],
    rect(40, 0, 120, 130, "url(#nf-cut)", { rx: 16 }),
    plant(100, 82, 0.46),
  ),
  upscale: small(
    ...pixels,
    ["path", { d: "M102 64h12m-5-5l5 5-5 5", ...dashed, "stroke-dasharray": "none" }],
    ["circle", { cx: 156, cy: 65, r: 36, fill: "#e2654a" }],
    ["path", { d: "M156 29a36 36 0 0 0 0 72 50 50 0 0 1 0-72z", fill: "#f0936f" }],
  ),
  erase: small(
    hills(14, 10, 172, 110),
    ["circle", { cx: 70, cy: 66, r: 8, fill: "#12190f" }],
    ["path", { d: "M58 100c0-16 4-24 12-24s12 8 12 24z", fill: "#12190f" }],
    ["ellipse", { cx: 70, cy: 82, rx: 27, ry: 34, ...dashed, stroke: "#ffffff" }],
  ),
  restyle: small(
    rect(0, 8, 62, 114, "#ffe9c7", { rx: 12 }),
    plant(31, 82, 0.3),
    rect(69, 8, 62, 114, "#1d2350", { rx: 12 }),
    plant(
      100,
      82,
      0.3,
      [
        ["#ff7ab8", "#c94b93"],
        ["#ffb0d5", "#e070ad"],
        ["#8ad8ff", "#4fa6dd"],
      ],
      ["#ffd84d", "#dba92a"],
    ),
    rect(138, 8, 62, 114, "#e9e6df", { rx: 12 }),
    plant(
      169,
      82,
      0.3,
      [
        ["#55565a", "#333437"],
        ["#77787c", "#55565a"],
        ["#a3a4a8", "#77787c"],
      ],
      ["#c3c3c0", "#96968f"],
    ),
  ),
  dream: small(
    rect(0, 20, 96, 12, "currentcolor", { rx: 6 }),
    rect(0, 42, 76, 12, "currentcolor", { rx: 6, opacity: 0.5 }),
    rect(0, 64, 88, 12, "currentcolor", { rx: 6, opacity: 0.5 }),
    rect(0, 86, 44, 12, "currentcolor", { rx: 6, opacity: 0.5 }),
    hills(112, 10, 88, 110),
  ),
  extend: small(rect(2, 8, 196, 114, "none", { rx: 14, ...dashed, fill: "none" }), hills(54, 26, 92, 78), [
    "path",
    { d: "M44 65H20m7-7l-7 7 7 7M156 65h24m-7-7l7 7-7 7", ...dashed, "stroke-dasharray": "none" },
  ]),
};
