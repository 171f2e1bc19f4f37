// The whole document, rendered by the server and hydrated by the browser. start() does nothing on the server.

import { start } from "courtesy";
import { useEffect, useState } from "react";

export const Page = () => {
  const [plays, setPlays] = useState(0);
  useEffect(() => void start(), []);
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Fennmoor Radio</title>
        <link rel="icon" href="data:," />
        <script type="module" src="/client.js" />
      </head>
      <body style={{ maxWidth: "60ch", margin: "3rem auto", padding: "0 1rem", font: "1rem/1.5 system-ui" }}>
        <h1>Fennmoor Radio</h1>
        <p>Heard as far as the hills.</p>
        <button id="play" onClick={() => setPlays(plays + 1)}>
          {plays ? `Played ${plays} times` : "Play"}
        </button>
        <footer>
          <a href="/courtesy/privacy.html" data-courtesy="choices">
            Your choices
          </a>
        </footer>
      </body>
    </html>
  );
};
