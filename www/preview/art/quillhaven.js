// Quillhaven's drawings: a letter and a pen in the shop window, the goods on the shelves, and a barrel to engrave.

import { draw } from "../dom.js";

const path = (d, more) => ["path", { d, ...more }];
const rect = (x, y, width, height, more) => ["rect", { x, y, width, height, ...more }];
const turned = (by, x, y, ...shapes) => ["g", { transform: `translate(${x} ${y}) rotate(${by})` }, ...shapes];

export const mark = () =>
  draw(
    "0 0 32 32",
    { class: "mark" },
    path("M8 24C8 13 15 5 28 4c0 12-7 19-18 20z", { class: "feather" }),
    path("M4 29c5-9 10-14 17-18M14 16l8-1M11 20l8-1"),
  );

/** A fountain pen that lies from left to right: body, band, grip and nib. */
const pen = (body, brass, steel) => [
  rect(-150, -11, 92, 22, { rx: 9, fill: body }),
  rect(-62, -12, 9, 24, { fill: brass }),
  rect(-53, -12, 118, 24, { rx: 2, fill: body }),
  rect(-53, -8, 118, 5, { fill: "#fff", opacity: 0.16 }),
  rect(-142, -7, 76, 4, { rx: 2, fill: "#fff", opacity: 0.16 }),
  rect(65, -10, 6, 20, { fill: brass }),
  path("M71-8h26l4 4v8l-4 4H71z", { fill: "#1a1d26" }),
  path("M101-7c16 0 32 4 46 7-14 3-30 7-46 7z", { fill: steel }),
  path("M112 0h34", { stroke: "#3b2f22", "stroke-width": 1.5 }),
  ["circle", { cx: 112, cy: 0, r: 2.2, fill: "#3b2f22" }],
];

const lines = (x, y, widths) =>
  widths.map((width, n) =>
    path(`M${x} ${y + n * 17}${"q5-7 9 0t9 0".repeat(Math.round(width / 18))}`, {
      fill: "none",
      stroke: "#22304d",
      "stroke-width": 1.8,
      "stroke-linecap": "round",
      opacity: 0.75,
    }),
  );

/** The shop window. */
export const still = (label) =>
  draw(
    "0 0 520 560",
    { class: "still", "aria-label": label },
    ["clipPath", { id: "qh-arch" }, path("M0 560V260a260 260 0 0 1 520 0v300z")],
    [
      "g",
      { "clip-path": "url(#qh-arch)" },
      rect(0, 0, 520, 560, { class: "window" }),
      ["circle", { cx: 392, cy: 150, r: 70, fill: "#e6c27e", opacity: 0.9 }],
      path("M0 420c90-30 180-34 260-20s180 10 260-12v172H0z", { class: "sill" }),
      turned(
        -7,
        250,
        300,
        rect(-118, -176, 236, 300, { fill: "#00000033", transform: "translate(8 10)" }),
        rect(-118, -176, 236, 300, { fill: "#fdf9f0" }),
        ...lines(-88, -136, [72, 176, 160, 176, 140, 168, 96]),
      ),
      turned(
        5,
        256,
        420,
        rect(-160, -84, 320, 190, { fill: "#00000040", transform: "translate(8 12)" }),
        rect(-160, -84, 320, 190, { fill: "#ead9bb" }),
        path("M-160 106L-34 2M160 106L34 2", { stroke: "#cdb78f", "stroke-width": 2 }),
        path("M-160-84L0 42l160-126z", { fill: "#f4e7cd" }),
        path("M-160-84L0 42l160-126", { fill: "none", stroke: "#cdb78f", "stroke-width": 2 }),
        path("M0-2c14-6 34 4 36 20s12 18 2 32-22 22-38 18-36 2-40-18-8-16 2-32 24-14 38-20z", { fill: "#8b2f2a" }),
        ["circle", { cx: 0, cy: 32, r: 25, fill: "#7a2622" }],
        path("M-10 46c0-16 8-26 24-28 0 16-8 24-22 26zM-14 50c6-12 12-18 20-22", {
          fill: "none",
          stroke: "#d98d7c",
          "stroke-width": 2.4,
          "stroke-linecap": "round",
          "stroke-linejoin": "round",
        }),
      ),
      turned(
        -34,
        372,
        330,
        ["g", { transform: "translate(5 10)", opacity: 0.28 }, rect(-150, -11, 260, 22, { rx: 9, fill: "#000" })],
        ...pen("#1f4d4a", "#d3a95c", "#e9e2d2"),
      ),
    ],
  );

const ink = { class: "line" };
const goods = {
  paper: [
    turned(-8, 76, 72, rect(-36, -48, 72, 96, { ...ink, class: "line tint" })),
    turned(
      4,
      84,
      72,
      rect(-36, -48, 72, 96, { ...ink, class: "line leafed" }),
      path("M-22-26q4-6 8 0t8 0 8 0 8 0M-22-10q4-6 8 0t8 0 8 0 8 0 8 0M-22 6q4-6 8 0t8 0 8 0", ink),
      path("M-36 48l6-3 6 3 6-3 6 3 6-3 6 3 6-3 6 3 6-3 6 3 6-3 6 3", ink),
    ),
  ],
  notebook: [
    rect(44, 22, 76, 100, { class: "line tint", rx: 4 }),
    path("M58 22v100", ink),
    path("M108 22v100", { class: "line warm" }),
    rect(68, 42, 30, 20, { class: "line leafed" }),
    path("M74 50h18M74 55h11", ink),
  ],
  pen: [
    turned(
      -38,
      80,
      74,
      rect(-64, -9, 40, 18, { class: "line tint", rx: 8 }),
      rect(-24, -10, 56, 20, { class: "line leafed" }),
      path("M-30-14h18", { class: "line warm" }),
      rect(-24, -10, 6, 20, { class: "line warm" }),
      path("M32-7h12l22 7-22 7H32z", ink),
      path("M48 0h16", ink),
    ),
  ],
  ink: [
    path("M48 122a6 6 0 0 1-6-6V76c0-8 8-14 20-16h36c12 2 20 8 20 16v40a6 6 0 0 1-6 6z", { class: "line leafed" }),
    path("M42 92h76v24a6 6 0 0 1-6 6H48a6 6 0 0 1-6-6z", { class: "line full" }),
    rect(62, 46, 36, 14, ink),
    rect(58, 26, 44, 20, { class: "line tint", rx: 3 }),
    rect(62, 82, 36, 24, { class: "line leafed" }),
    path("M70 94q4-6 8 0t8 0", ink),
  ],
  wax: [
    ...[0, 1, 2, 3].map((n) => rect(44 + n * 19, 36 + (n % 2) * 8, 14, 80 - (n % 2) * 8, { class: "line wax", rx: 2 })),
    ...[0, 1, 2, 3].map((n) => path(`M${51 + n * 19} ${36 + (n % 2) * 8}v-9`, ink)),
    path("M36 92h90", { class: "line warm" }),
    path("M36 98h90", { class: "line warm" }),
  ],
  seal: [
    path("M80 20c12 0 18 8 18 16 0 10-10 12-10 22s8 12 8 22H64c0-10 8-12 8-22s-10-12-10-22c0-8 6-16 18-16z", {
      class: "line tint",
    }),
    rect(60, 80, 40, 9, { class: "line brass" }),
    rect(56, 89, 48, 11, { class: "line brass", rx: 2 }),
    path("M44 122c2-10 16-12 36-12s34 2 36 12c-8 4-20 2-36 2s-28 2-36-2z", { class: "line wax" }),
  ],
};

/** A good on its shelf. */
export const good = (name) => draw("0 0 160 144", { class: "good" }, ...goods[name]);

/** A barrel with somebody's name in it. */
export const engraved = (name) => {
  const barrel = draw(
    "0 0 760 110",
    { class: "engraved" },
    ["g", { transform: "translate(384 55) scale(2.42)" }, ...pen("#2f6a64", "#d3a95c", "#e9e2d2")],
    ["text", { x: 402, y: 66, "text-anchor": "middle" }],
  );
  barrel.lastChild.textContent = name;
  return barrel;
};
