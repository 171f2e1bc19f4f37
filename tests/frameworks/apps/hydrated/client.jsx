// React starts at once; at an address that ends in "?late", when the test says so: a visitor may have typed something by then.

import { hydrateRoot } from "react-dom/client";
import { App } from "./app.jsx";

const start = () => {
  const onRecoverableError = (fault) => console.error("React recovered: " + fault.message);
  hydrateRoot(document, <App path={location.pathname} />, { onRecoverableError });
};

if (location.search === "?late") window.startReact = start;
else start();
