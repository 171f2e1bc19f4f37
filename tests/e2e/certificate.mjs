// A self-signed certificate for the tests' https servers, made by openssl when it is first needed and never stored.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let made;

/** The key and the certificate, as options of Node's https server. */
export const certificate = () => {
  if (made) return made;
  const work = mkdtempSync(join(tmpdir(), "courtesy-certificate-"));
  const [key, cert] = [join(work, "key.pem"), join(work, "cert.pem")];
  const subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1,DNS:localhost"];
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-keyout", key, "-out", cert, ...subject], { stdio: "pipe" });
  made = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(work, { recursive: true });
  return made;
};
