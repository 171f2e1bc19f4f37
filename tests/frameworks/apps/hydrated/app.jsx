// A whole document of React's, with three pages: rendered to files, and hydrated from <html> on.

import { useEffect, useState } from "react";
import { Gates } from "./gates.jsx";

export const PATHS = { one: "/", two: "/two", three: "/three", plain: "/plain" };

const title = (name) => name[0].toUpperCase() + name.slice(1);
const pageAt = (path) => Object.keys(PATHS).find((name) => PATHS[name] === path) ?? "one";

export const App = ({ path }) => {
  const [name, setName] = useState(pageAt(path));
  const [count, setCount] = useState(0);
  useEffect(() => {
    const follow = () => setName(pageAt(location.pathname));
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const goes = (to) => (event) => {
    event.preventDefault();
    history.pushState(null, "", PATHS[to]);
    setName(to);
  };
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>Tidewater Pottery</title>
        <script async src="/courtesy/courtesy.js" data-audit="off" />
        {/* Not async: React would find half a document where the browser is still reading it, with or without the widget. */}
        <script type="module" src="/client.js" />
      </head>
      <body>
        <nav>
          {Object.keys(PATHS).map((to) => (
            <a key={to} href={PATHS[to]} onClick={goes(to)}>
              {title(to)}
            </a>
          ))}
        </nav>
        <input id="typed" aria-label="Your name" />
        <button id="pressed" onClick={() => setCount(count + 1)}>
          Pressed {count}
        </button>
        <main>
          <article key={name}>
            <h1>{title(name)}</h1>
            {name === "plain" ? null : <Gates name={name} />}
          </article>
        </main>
        <script type="text/plain" data-purpose="analytics" data-src="/gated/layout.js" />
      </body>
    </html>
  );
};
