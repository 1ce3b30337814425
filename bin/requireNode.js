import { readFileSync } from "fs";

// Nodes that are too old have to be able to read this: nothing that came after Node 14.

const why = whyNotNode(process.versions.node, neededNode());
if (why) {
  console.error(why);
  process.exit(1);
}

/** Why a Node cannot run Broadsheet, as a sentence; undefined where it can. */
export function whyNotNode(version, needed) {
  const [major, minor] = numbers(version);
  const [least, leastMinor] = numbers(needed);
  if (major > least || (major === least && minor >= leastMinor)) return undefined;
  return `Broadsheet needs Node ${needed} or newer, and this is Node ${version}. Get a newer one from https://nodejs.org/.`;
}

function neededNode() {
  const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  return engines.node.replace(/^\D+/, "");
}

function numbers(version) {
  return version.split(".").map(Number);
}
