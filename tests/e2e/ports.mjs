// The ports of the tests. In one test file none comes twice: what a browser keeps, a page's storage and its cache, goes by the port. The system
// itself would give a port again, and gives none of these to anybody.

import { createServer } from "node:net";

const FIRST = 11_000;
const COUNT = 20_000;
let next = (process.pid * 97) % COUNT;

/** Has a server listen on a port that was never used here; gives the port. */
export const listen = (server) =>
  new Promise((resolve, reject) => {
    let port;
    const attempt = () => server.listen((port = FIRST + (next++ % COUNT)), "127.0.0.1");
    server.on("error", (fault) => (fault.code === "EADDRINUSE" ? attempt() : reject(fault)));
    server.once("listening", () => resolve(port));
    attempt();
  });

/** A port that nobody listens to. */
export const freePort = async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((done) => server.close(done));
  return port;
};
