// mjpro.ai's gallery: nine pictures, drawn, each in the style that its prompt names. Numbers run in loops; nothing is random.

import { draw } from "../dom.js";

export const mark = () =>
  draw(
    "0 0 24 24",
    { class: "mark" },
    ["path", { d: "M2 2h20v20H2z" }],
    ["path", { d: "M6 17V8l4 5 4-5v9M18 8v6.5a2.5 2.5 0 0 1-2.5 2.5", class: "mark-line" }],
  );

const span = (count, shape) => Array.from({ length: count }, (_, place) => shape(place));
const fade = (id, from, to) => [
  "linearGradient",
  { id, x1: 0, y1: 0, x2: 0, y2: 1 },
  ["stop", { "stop-color": from }],
  ["stop", { offset: 1, "stop-color": to }],
];
const rect = (x, y, width, height, fill, more) => ["rect", { x, y, width, height, fill, ...more }];
const disc = (cx, cy, r, fill, more) => ["circle", { cx, cy, r, fill, ...more }];
const path = (d, fill, more) => ["path", { d, fill, ...more }];
const picture =
  (box, ...shapes) =>
  () =>
    draw(box, { class: "art" }, ...shapes);

const dunes = picture(
  "0 0 300 400",
  fade("mj-dusk", "#f7c08a", "#df6b6b"),
  rect(0, 0, 300, 400, "url(#mj-dusk)"),
  disc(212, 112, 36, "#ffedc9"),
  path("M0 232c60-30 120-24 170-6s96 24 130-4v178H0z", "#d4725e"),
  path("M0 292c70-52 130-56 180-30 40 21 80 38 120 30v108H0z", "#eca066"),
  path("M140 243c-20 47-50 87-120 157h280V292c-40 8-80-9-120-30-14-7-26-13-40-19z", "#a8483f"),
  path("M0 352c80-32 150-10 210 0s70 14 90 8v40H0z", "#5f2533"),
);

const concrete = picture(
  "0 0 400 300",
  fade("mj-sky", "#bcd3dc", "#eef0e8"),
  rect(0, 0, 400, 300, "url(#mj-sky)"),
  rect(252, 150, 118, 150, "#a59c90"),
  ...span(12, (n) => rect(264 + (n % 3) * 34, 164 + Math.floor(n / 3) * 34, 22, 20, "#4f4b47")),
  rect(90, 34, 112, 266, "#bab3a7"),
  rect(202, 34, 50, 266, "#7d756b"),
  ...span(7, (n) => rect(90, 62 + n * 34, 112, 12, "#6c655d")),
  ...span(7, (n) => rect(80, 48 + n * 34, 122, 15, "#d8d2c7")),
  ...span(7, (n) => path(`M202 ${48 + n * 34}h50v15h-50z`, "#968e83")),
  rect(0, 286, 400, 14, "#87916f"),
  disc(48, 262, 24, "#61704c"),
  rect(46, 270, 4, 22, "#4a4636"),
);

const profile = picture(
  "0 0 300 375",
  rect(0, 0, 300, 375, "#e8482c"),
  disc(172, 176, 128, "#f6c7a4"),
  path(
    "M120 375c-2-45 8-69 6-89-28-18-42-54-38-96 4-52 42-86 90-84 44 2 68 32 68 66 0 12 10 26 20 42 4 6 0 12-10 13 0 9 4 15-2 20 4 6 0 13-6 15 0 14-4 28-22 28-12 0-20-2-22 2-2 26 10 54 44 83z",
    "#fff3e4",
  ),
  path(
    "M86 200c-6-70 44-108 98-102 42 4 66 34 64 62-28-10-58 0-72 26-10 18-8 36-18 50-8 12-26 16-32 50-30-18-42-52-40-86z",
    "#221a1c",
  ),
  disc(92, 128, 34, "#221a1c"),
  disc(166, 248, 7, "#e8482c"),
  path("M60 375c20-34 60-44 74-44 30 22 76 22 92 8 20 8 44 20 56 36z", "#221a1c"),
);

const hardLight = picture(
  "0 0 320 320",
  [
    "radialGradient",
    { id: "mj-orange", cx: 0.35, cy: 0.3 },
    ["stop", { "stop-color": "#ffb35c" }],
    ["stop", { offset: 1, "stop-color": "#d9581e" }],
  ],
  rect(0, 0, 320, 320, "#ecdcc6"),
  path("M150 0h170v206H240z", "#f7ecd9"),
  rect(0, 206, 320, 114, "#5d7f78"),
  path("M96 262l224-34v30l-214 22z", "#3f5b57"),
  path("M196 282l124-16v18l-118 10z", "#3f5b57"),
  path(
    "M74 84h44c2 26-10 34-10 52 0 26 30 44 30 82 0 34-14 50-42 50s-42-16-42-50c0-38 30-56 30-82 0-18-12-26-10-52z",
    "#29323d",
  ),
  path(
    "M84 92c-2 24-12 30-8 50s-16 36-14 76c1 20 8 34 18 40-20-6-26-22-26-40 0-38 30-56 30-82 0-18-10-24-10-44z",
    "#5b6877",
  ),
  disc(196, 252, 36, "url(#mj-orange)"),
  path("M196 218c4-10 12-14 20-14-2 10-10 16-20 14z", "#2f5d3a"),
);

const five = ["#e8482c", "#f4c13d", "#274690", "#f3ece0", "#1c1c1f"];
const turns = picture(
  "0 0 300 400",
  ...span(12, (n) => {
    const [corner, hue] = [
      [0, 0],
      [100, 0],
      [100, 100],
      [0, 100],
    ].map((point, place) => [point, place])[(n * 7 + (n >> 2)) % 4];
    return [
      "svg",
      { x: (n % 3) * 100, y: Math.floor(n / 3) * 100, width: 100.5, height: 100.5 },
      rect(-1, -1, 102, 102, five[(n * 2 + hue) % 5]),
      ...span(4, (ring) => disc(corner[0], corner[1], 96 - ring * 24, five[(n * 2 + hue + ring + 1) % 5])),
    ];
  }),
);

const lateShift = picture(
  "0 0 320 320",
  fade("mj-night", "#141a3a", "#3d3263"),
  rect(0, 0, 320, 320, "url(#mj-night)"),
  disc(250, 62, 20, "#f6e7c4"),
  ...[
    [0, 120, 70, "#1f2347"],
    [62, 60, 84, "#12142e"],
    [140, 150, 60, "#252a54"],
    [194, 96, 76, "#161937"],
    [264, 168, 56, "#20244a"],
  ].flatMap(([x, y, width, fill], tower) => [
    rect(x, y, width, 320 - y, fill),
    ...span(Math.floor((width - 10) / 14) * Math.floor((310 - y) / 18), (n) => {
      const columns = Math.floor((width - 10) / 14);
      const lit = (n * 37 + tower * 11 + (n >> 2) * 5) % 7 < 2;
      return rect(
        x + 8 + (n % columns) * 14,
        y + 12 + Math.floor(n / columns) * 18,
        7,
        10,
        lit ? "#ffc765" : "#2e3463",
      );
    }),
  ]),
);

const leaf = "M0 0c10-26 34-34 62-30-8 26-32 40-62 30z";
const herbarium = picture(
  "0 0 300 420",
  rect(0, 0, 300, 420, "#efe8d6"),
  path("M150 392c-8-90-6-190 8-330", "none", { stroke: "#4b5a35", "stroke-width": 4 }),
  ...span(6, (n) =>
    path(leaf, n % 2 ? "#5f7a45" : "#6f8a4f", {
      transform: `translate(${144 + n * 2} ${350 - n * 48}) scale(${1.5 - n * 0.13})`,
    }),
  ),
  ...span(6, (n) =>
    path(leaf, n % 2 ? "#7d9358" : "#53703f", {
      transform: `translate(${144 + n * 2} ${326 - n * 48}) scale(${-1.5 + n * 0.13} ${1.5 - n * 0.13})`,
    }),
  ),
  path(leaf, "#6f8a4f", { transform: "translate(158 66) rotate(-50) scale(.8)" }),
  rect(196, 368, 78, 28, "#fbf7ec"),
  rect(206, 378, 46, 2, "#8d8570"),
  rect(206, 385, 34, 2, "#8d8570"),
);

const farRing = picture(
  "0 0 400 270",
  fade("mj-space", "#0a0d1c", "#241a3c"),
  rect(0, 0, 400, 270, "url(#mj-space)"),
  ...span(60, (n) => disc((n * 149) % 400, (n * 83) % 270, n % 5 ? 0.8 : 1.5, "#e9e4f5")),
  [
    "g",
    { transform: "rotate(-16 200 138)" },
    ["ellipse", { cx: 200, cy: 138, rx: 158, ry: 34, fill: "none", stroke: "#b98f74", "stroke-width": 13 }],
    [
      "svg",
      { x: 122, y: 60, width: 156, height: 156 },
      ["mask", { id: "mj-globe" }, disc(78, 78, 78, "#fff")],
      [
        "g",
        { mask: "url(#mj-globe)" },
        ...span(9, (n) => rect(0, n * 18, 156, 18, ["#e6b98b", "#d49a6a", "#f0d0a8", "#b97a55", "#dca877"][n % 5])),
        disc(48, 58, 110, "none", { stroke: "#160f28", "stroke-width": 76, opacity: 0.55 }),
      ],
    ],
    path("M42 138a158 34 0 0 0 316 0", "none", { stroke: "#e3bb98", "stroke-width": 13 }),
  ],
);

const wave = (n) =>
  span(41, (step) => {
    const x = step * 10;
    const swell = Math.exp(-(((x - 230) / 120) ** 2));
    return `${step ? "L" : "M"}${x} ${(34 + n * 11.5 - swell * 46 * Math.sin(x / 24 + n / 2.6)).toFixed(1)}`;
  }).join("");
const standing = picture(
  "0 0 400 320",
  rect(0, 0, 400, 320, "#0f2f6b"),
  ...span(24, (n) =>
    path(wave(n), "none", {
      stroke: n % 6 ? "#8fb8f0" : "#fff1d6",
      "stroke-width": n % 6 ? 2.4 : 4.5,
      "stroke-linejoin": "round",
    }),
  ),
);

/** The pictures in the gallery's order: title, prompt (none where it is for subscribers), drawing. */
export const gallery = [
  ["Dune study", "long dunes at golden hour, one sun, nobody there, flat colour, poster", dunes],
  ["Quarter turns", "bauhaus tiles, quarter circles, five colours, no outline", turns],
  ["Standing wave", "lines of light that interfere, deep blue, plotter drawing", standing],
  ["Profile in two colours", "woman in profile, cut paper, vermilion and ink", profile],
  ["Concrete morning", "brutalist housing block, overcast, 35 mm, straight verticals", concrete],
  ["Late shift", null, lateShift],
  ["Hard light", "still life with orange and vase, noon, one long shadow", hardLight],
  ["Herbarium", "pressed branch, botanical plate, aged paper, label at the foot", herbarium],
  ["Far ring", null, farRing],
];
