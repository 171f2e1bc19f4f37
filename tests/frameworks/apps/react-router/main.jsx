// Drawn by the browser alone: React Router in StrictMode.

import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Link, Outlet, RouterProvider, createBrowserRouter } from "react-router";
import { Gates } from "./gates.jsx";

const Layout = () => (
  <>
    <nav>
      <Link to="/">One</Link> <Link to="/two">Two</Link> <Link to="/three">Three</Link> <Link to="/children">Children</Link>
    </nav>
    <main>
      <Outlet />
    </main>
    <script type="text/plain" data-purpose="analytics" data-src="/gated/layout.js" />
  </>
);

const page = (title, name) => () => (
  <article>
    <h1>{title}</h1>
    <Gates name={name} />
  </article>
);

/** What a newcomer writes: the content of a template as child elements. */
const Children = () => (
  <article>
    <h1>Children</h1>
    <template data-purpose="media">
      <p className="child">Shown here.</p>
    </template>
  </article>
);

const router = createBrowserRouter([
  {
    Component: Layout,
    children: [
      { path: "/", Component: page("One", "one") },
      { path: "/two", Component: page("Two", "two") },
      { path: "/three", Component: page("Three", "three") },
      { path: "/children", Component: Children },
    ],
  },
]);

createRoot(document.getElementById("root")).render(
  <StrictMode>
    <RouterProvider router={router} />
  </StrictMode>,
);
