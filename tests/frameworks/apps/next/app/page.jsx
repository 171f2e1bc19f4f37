// Page one.

import { Gates } from "../gates.jsx";

export default function One() {
  return (
    <article>
      <h1>One</h1>
      <Gates name="one" />
    </article>
  );
}
