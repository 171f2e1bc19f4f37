// The frame of all pages: the tag, the links, a gate that stays when pages change.

import Link from "next/link";

export const metadata = { title: "Tidewater Pottery", icons: { icon: "data:," } };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <head>
        <script async src="/courtesy/courtesy.js" data-audit="off" />
      </head>
      <body>
        <nav>
          <Link href="/">One</Link> <Link href="/two">Two</Link> <Link href="/three">Three</Link>
        </nav>
        <main>{children}</main>
        <script type="text/plain" data-purpose="analytics" data-src="/gated/layout.js" />
      </body>
    </html>
  );
}
