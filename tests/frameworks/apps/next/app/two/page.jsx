// Page two.

import { Gates } from "../../gates.jsx";

export default function Two() {
  return (
    <article>
      <h1>Two</h1>
      <Gates name="two" />
    </article>
  );
}
