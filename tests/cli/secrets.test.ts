import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { secretsIn } from "#cli/secrets.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

function paperWith(...files: string[]): string {
  const paper = temporaryFolder();
  for (const file of files) {
    mkdirSync(dirname(join(paper, file)), { recursive: true });
    writeFileSync(join(paper, file), "x");
  }
  return paper;
}

const warned = async (paper: string) =>
  (await secretsIn(join(paper, "content"))).map(({ file, remedy }) => [file, remedy?.split(/[ ,]/u)[0]]);

it("names the secrets among the articles, and no story", async () => {
  const paper = paperWith(
    "content/.env",
    "content/articles/id_rsa",
    "content/key.md",
    "content/secret.md",
    "content/.env.example",
    "deploy/.env",
  );
  expect(await warned(paper)).toEqual([
    [".env", "Move"],
    ["articles/id_rsa", "Move"],
  ]);
});

it("names those that Git has, or would take, in all of the paper's repository", async () => {
  const paper = paperWith("content/a.md", "content/tls.key", "deploy/.env", "accounts/accounts.db", "accounts/secret", ".env");
  const git = (...args: string[]) => execFileSync("git", args, { cwd: paper });
  git("init", "--quiet");
  git("add", "deploy/.env");
  writeFileSync(join(paper, ".gitignore"), "/.env\ntls.key\n");
  expect(await warned(paper)).toEqual([
    ["../deploy/.env", "Remove"],
    ["../accounts/accounts.db", "Name"],
    ["../accounts/secret", "Name"],
    ["tls.key", "Move"],
  ]);
});

it("runs no program that the repository's configuration names", async () => {
  const paper = paperWith("content/a.md", "deploy/.env");
  const ran = join(paper, "ran");
  writeFileSync(join(paper, "monitor.sh"), `#!/bin/sh\ntouch '${ran}'\n`, { mode: 0o700 });
  const git = (...args: string[]) => execFileSync("git", args, { cwd: paper });
  git("init", "--quiet");
  git("add", "deploy/.env");
  git("config", "core.fsmonitor", join(paper, "monitor.sh"));
  expect(await warned(paper)).toEqual([["../deploy/.env", "Remove"]]);
  expect(existsSync(ran)).toBe(false);
});
