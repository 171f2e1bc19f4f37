// Mazoon's drawings: the mark (a rain gate that is an m), the signs of the six sections, and the landscapes that a prompt made.

import { draw } from "../dom.js";

export const mark = () =>
  draw(
    "0 0 32 32",
    { class: "mark" },
    ["path", { d: "M4 26V15a6 6 0 0 1 12 0v11M16 15a6 6 0 0 1 12 0v11" }],
    ["path", { d: "M10 20v3M22 20v3", class: "drop" }],
  );

const signs = {
  image: ["M4 5h16v14H4z", "M4 16l5-5 4 4 2-2 5 5", "M15.5 9.5h.01"],
  video: ["M3 6h18v12H3z", "M10 9.5v5l4.5-2.5z"],
  audio: ["M4 10v4", "M8 7v10", "M12 4v16", "M16 8v8", "M20 10.5v3"],
  text: ["M4 6h16", "M4 10.5h16", "M4 15h11", "M4 19.5h7"],
  chat: ["M4 5h16v11h-9l-4 4v-4H4z", "M8.5 10.5h.01M12 10.5h.01M15.5 10.5h.01"],
  learning: ["M12 7c-2-1.6-5-2-8-2v13c3 0 6 .4 8 2 2-1.6 5-2 8-2V5c-3 0-6 .4-8 2z", "M12 7v13"],
};

export const sign = (name) => draw("0 0 24 24", { class: "sign" }, ...signs[name].map((d) => ["path", { d }]));

const skies = {
  rain: ["#1f4a52", "#5f9794", "#e9c9a0", "#f7e6c6", "#3f7372", "#245256", "#12363b"],
  dusk: ["#3b2f5c", "#a4638a", "#f2a47e", "#ffe0b8", "#6c4a72", "#45345b", "#271f3d"],
  noon: ["#5fa3c7", "#a9d3df", "#eef3df", "#fffbe8", "#7fa77b", "#4f8262", "#2f5c4b"],
  night: ["#0b1730", "#1c3357", "#45608a", "#dfe8f5", "#1d3350", "#13243d", "#0a1526"],
};

const rain = Array.from({ length: 26 }, (_, drop) => {
  const [x, y] = [40 + ((drop * 97) % 560), 96 + ((drop * 61) % 150)];
  return ["path", { d: `M${x} ${y}l-7 26` }];
});

const cloud = (x, y, scale) => [
  "path",
  {
    transform: `translate(${x} ${y}) scale(${scale})`,
    d: "M0 40a26 26 0 0 1 12-50a44 44 0 0 1 84-10a34 34 0 0 1 58 10a30 30 0 0 1 14 50z",
  },
];

let count = 0;

/** A landscape under one of the skies; only the first has rain. */
export const landscape = (sky, attributes = {}) => {
  const id = "mazoon-sky-" + count++;
  const [top, middle, low, sun, far, near, front] = skies[sky];
  const stops = [
    [0, top],
    [0.55, middle],
    [1, low],
  ];
  return draw(
    "0 0 640 400",
    { preserveAspectRatio: "xMidYMid slice", class: "landscape", ...attributes },
    [
      "defs",
      {},
      [
        "linearGradient",
        { id, x1: 0, y1: 0, x2: 0, y2: 0.75 },
        ...stops.map(([offset, color]) => ["stop", { offset, "stop-color": color }]),
      ],
    ],
    ["rect", { width: 640, height: 400, fill: `url(#${id})` }],
    ["circle", { cx: 455, cy: 196, r: 46, fill: sun }],
    ["g", { fill: sun, opacity: 0.22 }, cloud(70, 70, 1.5), cloud(330, 46, 1.1), cloud(250, 112, 1.9)],
    ...(sky === "rain"
      ? [["g", { stroke: sun, "stroke-width": 2, "stroke-linecap": "round", opacity: 0.5 }, ...rain]]
      : []),
    ["path", { fill: far, d: "M0 262c60-40 112-62 168-40s84 30 136-6 116-58 176-20 104 34 160 6v198H0z" }],
    ["path", { fill: near, d: "M0 316c84-34 138-12 206 6s116-44 196-38 120 44 238 14v102H0z" }],
    ["path", { fill: front, d: "M0 360c110-30 190 16 300 10s210-44 340-12v42H0z" }],
  );
};
