// Page three.

import { Gates } from "../../gates.jsx";

export default function Three() {
  return (
    <article>
      <h1>Three</h1>
      <Gates name="three" />
    </article>
  );
}
