#!/usr/bin/env node
// Everything this runs is made by `npm run build:app`. React renders half as fast in its development build.
process.env.NODE_ENV ??= process.argv[2] === "dev" ? "development" : "production";
await import("../build/node/cli.js");
