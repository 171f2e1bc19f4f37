// The browser's side: the document that the server sent comes to life.

import { hydrateRoot } from "react-dom/client";
import { Page } from "./page.jsx";

hydrateRoot(document, <Page />);
