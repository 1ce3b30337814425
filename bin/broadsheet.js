#!/usr/bin/env node
import "./requireNode.js";
import { existsSync } from "fs";

const command = new URL("../build/node/cli.js", import.meta.url);

if (existsSync(command)) {
  // React renders half as fast in its development build.
  if (!process.env.NODE_ENV) process.env.NODE_ENV = process.argv[2] === "dev" ? "development" : "production";
  import(command.href);
} else {
  console.error("Broadsheet has not been built. Run `npm run build:app` once.");
  process.exitCode = 1;
}
