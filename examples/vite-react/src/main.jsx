// The app: it starts the widget once, counts only after a yes, and has its own way back to the choices.

import { start } from "courtesy";
import { StrictMode, useEffect } from "react";
import { createRoot } from "react-dom/client";
import { useAllowed } from "./allowed.js";

const App = () => {
  // Twice in StrictMode, and there is one widget all the same.
  useEffect(() => void start(), []);
  const isCounted = useAllowed("analytics");
  return (
    <main style={{ maxWidth: "60ch", margin: "3rem auto", padding: "0 1rem", font: "1rem/1.5 system-ui" }}>
      <h1>Tidewater Maps</h1>
      <p>When the ferry sails, and when it does not.</p>
      <p id="counted">{isCounted ? "This visit is counted." : "This visit is not counted."}</p>
      <footer>
        <a href="/courtesy/privacy.html" data-courtesy="choices">Your choices</a>
      </footer>
    </main>
  );
};

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
