#!/usr/bin/env node
// The command `courtesy`: the same core as the native one, compiled to wasm.

const OLDEST = 20;

if (Number.parseInt(process.versions.node) < OLDEST) {
  console.error(`courtesy needs Node.js ${OLDEST} or later, and this is ${process.version}; a newer one is at nodejs.org`);
  process.exitCode = 1;
} else {
  const { default: command } = await import("../command/courtesy.cjs");
  process.exitCode = command.run(process.argv.slice(2));
}
