import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { installRemedy } from "#compiler/text/optionalPackage.ts";

const STORY = `---
headline: A chart, code and a tone
date: 2026-01-02
audio: tone.mp3
---
\`\`\`chart
type: line
title: Rain
data: |
  Day,Rain
  Monday,2
  Tuesday,3
\`\`\`

\`\`\`js
let a = 1;
\`\`\`
`;

/** In a process of its own, in which nothing is loaded yet and these packages cannot be found. */
const WITHOUT = `
import Module from "node:module";
const resolve = Module._resolveFilename;
Module._resolveFilename = (name, ...rest) => {
  if (["@observablehq/plot", "highlight.js", "mediabunny"].includes(name)) throw new Error("It is not installed.");
  return resolve(name, ...rest);
};`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-optional-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

it("names the story, the package and the command where a package is missing", () => {
  cpSync(join(import.meta.dirname, "../../fixtures/recordings/tone.mp3"), join(folder, "tone.mp3"));
  writeFileSync(join(folder, "a.md"), STORY);
  const preload = `data:text/javascript,${encodeURIComponent(WITHOUT)}`;
  const args = ["--import", "tsx", "--import", preload, "src/cli/main.ts", "check", "--json", "--content", folder];
  const env = { ...process.env, npm_config_user_agent: "" };
  const { problems }: { problems: Record<string, string>[] } = JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8", env }));
  const said = problems
    .filter(({ file }) => file === "a.md")
    .map(({ severity, file, message, remedy }) => [severity, file, message, remedy]);
  expect(said).toEqual([
    [
      "warning",
      "a.md",
      "A chart cannot be drawn, since @observablehq/plot cannot be found; its table is shown instead.",
      "Run `npm install @observablehq/plot` where the paper’s package.json is.",
    ],
    [
      "notice",
      "a.md",
      'Code in "js" has no colours, since highlight.js cannot be found.',
      "Run `npm install highlight.js` where the paper’s package.json is.",
    ],
    [
      "warning",
      "a.md",
      "The recording tone.mp3 cannot be measured, since mediabunny cannot be found; its length is not shown.",
      "Run `npm install mediabunny` where the paper’s package.json is.",
    ],
  ]);
});

it.each([
  ["", "npm install temml"],
  ["npm/11.0.0 node/v24.0.0 linux x64", "npm install temml"],
  ["pnpm/10.1.0 npm/? node/v24.0.0 linux x64", "pnpm add temml"],
  ["yarn/4.9.0 npm/? node/v24.0.0 linux x64", "yarn add temml"],
])("gives the command of the package manager that runs the program: %s", (agent, command) => {
  expect(installRemedy("temml", { npm_config_user_agent: agent })).toContain(`\`${command}\``);
});
