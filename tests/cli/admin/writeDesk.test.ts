import { cpSync, mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findDesk } from "#cli/admin/writeDesk.ts";
import { readSettings } from "#compiler/settings/readSettings.ts";
import { makeSettings } from "../../support/makeSettings.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const admin = { repository: "ostmark/paper", backend: "github" as const };

/** A content folder within a repository, or a folder without one. */
function content({ git = true } = {}): string {
  const root = realpathSync(temporaryFolder());
  if (git) mkdirSync(join(root, ".git"));
  mkdirSync(join(root, "papers", "courier"), { recursive: true });
  return join(root, "papers", "courier");
}

describe("findDesk", () => {
  it("is nothing where no desk is wished", () => {
    expect(findDesk(content(), makeSettings())).toBeUndefined();
  });

  it("finds the folder in the repository by the nearest .git, a folder or the file of a worktree", () => {
    const folder = content();
    expect(findDesk(folder, makeSettings({ admin }))).toMatchObject({ folder: "papers/courier" });
    writeFileSync(join(folder, ".git"), "gitdir: elsewhere");
    expect(findDesk(folder, makeSettings({ admin }))).toMatchObject({ folder: "" });
  });

  it("takes the folder that is named, and says that one must be where no .git is", () => {
    const folder = content({ git: false });
    expect(findDesk(folder, makeSettings({ admin: { ...admin, folder: "courier/" } }))).toMatchObject({ folder: "courier" });
    expect(findDesk(folder, makeSettings({ admin }))).toEqual({
      problem: {
        severity: "error",
        file: "edition.json",
        place: "admin",
        message: "No .git is above this folder, so the desk cannot tell where its files lie in the repository.",
        remedy: 'Name the folder as "folder", such as "content"; "" is the repository itself.',
      },
    });
  });

  it("takes the CMS that the paper has installed, and says how to install it where there is none", () => {
    const folder = content();
    const elsewhere = temporaryFolder();
    expect(findDesk(folder, makeSettings({ admin }), elsewhere)).toMatchObject({
      problem: {
        message: "The desk at /admin needs the package @sveltia/cms, which is not installed.",
        remedy: expect.stringContaining("install @sveltia/cms` where the paper’s package.json is."),
      },
    });
    const cms = join(folder, "node_modules", "@sveltia", "cms");
    for (const file of ["package.json", "npm/index.js"]) cpSync(join("node_modules/@sveltia/cms", file), join(cms, file));
    expect(findDesk(folder, makeSettings({ admin }), elsewhere)).toEqual({ cms: join(cms, "npm/index.js"), folder: "papers/courier" });
  });
});

describe("the setting admin", () => {
  const faults = async (given: unknown) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "edition.json"), JSON.stringify({ admin: given }));
    const read = await readSettings(folder);
    return "problems" in read ? read.problems.map(({ place, message, nearest }) => [place, message, nearest]) : [];
  };

  it("names each fault with its place", async () => {
    expect(await faults({})).toEqual([["admin.repository", expect.stringContaining("admin.repository"), undefined]]);
    expect(await faults({ repository: "https://github.com/ostmark/paper" })).toEqual([
      ["admin.repository", "admin.repository must be owner and name of a repository, such as ostmark/paper.", undefined],
    ]);
    expect(await faults({ repositry: "ostmark/paper", backend: "bitbucket" })).toEqual(
      expect.arrayContaining([
        ["admin.repositry", "admin.repositry is not a known setting.", "repository"],
        ["admin.backend", expect.stringContaining("admin.backend"), undefined],
      ]),
    );
    expect(await faults({ repository: "ostmark/paper", folder: "../content" })).toEqual([
      ["admin.folder", "admin.folder must be a path in the repository, such as content.", undefined],
    ]);
  });
});
