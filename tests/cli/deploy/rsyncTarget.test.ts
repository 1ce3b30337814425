import { existsSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { rsyncTarget } from "#cli/deploy/rsyncTarget.ts";
import { filesIn, temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

/** Replaces the files of a folder, all of one date. */
function write(folder: string, files: Record<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  writeFiles(folder, files);
  for (const file of Object.keys(files)) utimesSync(join(folder, file), 1, 1);
}

const sent = (key: string) => ({
  path: key,
  key,
  headers: { "Content-Type": "text/html", "Cache-Control": "no-cache" },
  hash: "",
  size: 1,
  turn: 0,
});

it("rsync replaces and removes files of the site, and leaves those of others alone, and their empty folders", async () => {
  const [site, folder] = [join(temporaryFolder(), "site"), join(temporaryFolder(), "www")];
  const target = rsyncTarget(site, folder);
  const first = { "index.html": "front", "article/1.html": "story 1", "article/2.html": "story 2", "old/[a]/b.html": "x" };
  write(site, first);
  await target.writeList("{}", undefined);
  await target.send(Object.keys(first).map(sent), () => {});
  for (const path of ["own", "article/own"]) mkdirSync(join(folder, path));
  writeFileSync(join(folder, "article/own.txt"), "own");
  write(site, { "index.html": "front", "article/2.html": "STORY 2" });
  await target.send([sent("article/2.html")], () => {});
  await target.remove(["article/1.html", "old/[a]/b.html"]);
  const { ".broadsheet-deployed.json": list, ...files } = Object.fromEntries(filesIn(folder));
  expect(list).toBe("{}");
  expect(files).toEqual({ "index.html": "front", "article/2.html": "STORY 2", "article/own.txt": "own" });
  expect(["own", "article/own", "old"].map((path) => existsSync(join(folder, path)))).toEqual([true, true, false]);
});
