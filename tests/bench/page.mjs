// The page that all participants stand on: text, a stylesheet, a picture, and nothing that moves by itself.

import { crc32, deflateSync } from "node:zlib";

const TEXT = [
  "The old ferry still crosses the river four times a day. It takes nine cars, a dozen bicycles and anybody who is not in a hurry.",
  "Its timetable has not changed in thirty years, and neither has the bell that is rung when a rope is thrown. On market days the queue reaches back to the bakery.",
  "In spring the water stands so high that the landing has to be moved. Two men do it in an afternoon, with a winch that was built for a mill.",
  "There has been talk of a bridge for as long as anybody remembers. The plans hang in the town hall, beside a photograph of the first crossing.",
];

const STYLES = `
:root { color-scheme: light; font: 1rem/1.6 system-ui, sans-serif; color: #222; background: #fdfdfb; }
body { margin: 0; }
header, footer, main { max-width: 44rem; margin: 0 auto; padding: 1rem; }
header { display: flex; gap: 1.5rem; border-bottom: 1px solid #ddd; }
nav { display: flex; gap: 1rem; margin-left: auto; }
h1 { font-size: 2.2rem; line-height: 1.2; }
img { display: block; width: 100%; height: auto; border-radius: 4px; }
a { color: #0b5a8a; }
footer { color: #666; border-top: 1px solid #ddd; }
`;

/** A picture of about 50 kB that every build of the page has alike. */
const picture = (width = 480, height = 270) => {
  let seed = 7;
  const grain = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) >> 16 & 3;
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const light = Math.round(120 + 90 * Math.sin(y / 60) + (y > 150 ? 20 * Math.sin(x / 9 + y / 5) : 0)) + grain();
      rows.set([light, light + 10, light + 24].map((value) => Math.max(0, Math.min(255, value))), at);
    }
  const chunk = (type, data) => {
    const head = Buffer.alloc(4), tail = Buffer.alloc(4), body = Buffer.concat([Buffer.from(type), data]);
    head.writeUInt32BE(data.length);
    tail.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, tail]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", head), chunk("IDAT", deflateSync(rows, { level: 9 })), chunk("IEND", Buffer.alloc(0))]);
};

/** The paths that are the page's own, whoever takes part; `/analytics.js` is what a grant lets run. */
export const OWN = ["/", "/page.css", "/picture.png", "/privacy.html", "/analytics.js", "/favicon.ico"];

const html = ({ head = "", foot = "", gated = "" }) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>The ferry</title><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/page.css">${head}</head>
<body><header><strong>River News</strong><nav><a href="/">Home</a><a href="/">Town</a><a href="/">Archive</a></nav></header>
<main><h1>Nine cars and a bell</h1><p>${TEXT[0]}</p><img src="/picture.png" width="480" height="270" alt="The river in the morning">
${[1, 2, 3, 0, 2, 1, 3].map((place) => `<p>${TEXT[place]}</p>`).join("\n")}</main>
<footer><a href="/privacy.html">Privacy policy</a></footer>${gated}${foot}</body></html>`;

const shared = { "/page.css": STYLES, "/picture.png": picture(), "/analytics.js": "window.measured = true;\n" };

/** Everything that a participant's server has. */
export const files = (participant) => ({
  ...shared, ...participant.files,
  "/": html(participant),
  "/privacy.html": html({}),
});
