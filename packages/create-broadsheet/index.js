#!/usr/bin/env node
import { readFileSync } from "fs";

// Versions of Node that are too old must be able to parse this file: no syntax newer than Node 14.
const { engines } = JSON.parse(readFileSync(new URL("./package.json", import.meta.url), "utf8"));
const [neededMajor, neededMinor] = numbers(engines.node.replace(/^\D+/, ""));
const [major, minor] = numbers(process.versions.node);

if (major > neededMajor || (major === neededMajor && minor >= neededMinor)) {
  void import("./command.js").then(({ command }) => command(process.argv.slice(2)));
} else {
  const needed = `${neededMajor}.${neededMinor}`;
  process.stderr.write(
    `Broadsheet needs Node ${needed} or newer, and this is Node ${process.versions.node}. Get a newer one from https://nodejs.org/.\n`,
  );
  process.exitCode = 1;
}

function numbers(version) {
  return version.split(".").map(Number);
}
