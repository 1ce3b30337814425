import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { compile } from "#compiler/compile.ts";
import { installRemedy } from "#compiler/text/optionalPackage.ts";

vi.mock("#compiler/text/optionalPackage.ts", async (original) => ({ ...(await original<object>()), isInstalled: () => false }));

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

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-optional-"));
  mkdirSync(join(folder, "content"));
});

afterEach(() => rmSync(folder, { recursive: true }));

it("names the story, the package and the command where a package is missing, and publishes what it can without", async () => {
  const content = join(folder, "content");
  cpSync(join(import.meta.dirname, "../../fixtures/recordings/tone.mp3"), join(content, "tone.mp3"));
  writeFileSync(join(content, "a.md"), STORY);
  const { problems } = await compile({ content, out: join(folder, "out"), now: Date.parse("2026-02-01") });
  const said = problems
    .filter(({ file }) => file === "a.md")
    .map(({ severity, file, message, remedy }) => [severity, file, message, remedy]);
  expect(said).toEqual([
    [
      "warning",
      "a.md",
      "A chart cannot be drawn, since @observablehq/plot and linkedom cannot be found; its table is shown instead.",
      "Run `npm install @observablehq/plot linkedom` where the paper’s package.json is.",
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
  const { article } = JSON.parse(readFileSync(join(folder, "out/data/article/a.json"), "utf8"));
  expect(article.body).toMatchObject([{ type: "paragraph" }, { type: "table" }, { type: "code", text: "let a = 1;" }]);
});

it.each([
  ["", "npm install temml"],
  ["npm/11.0.0 node/v24.0.0 linux x64", "npm install temml"],
  ["pnpm/10.1.0 npm/? node/v24.0.0 linux x64", "pnpm add temml"],
  ["yarn/4.9.0 npm/? node/v24.0.0 linux x64", "yarn add temml"],
])("gives the command of the package manager that runs the program: %s", (agent, command) => {
  expect(installRemedy(["temml"], { npm_config_user_agent: agent })).toContain(`\`${command}\``);
});
