import { brotliCompressSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";
import { shellChunks } from "#loading/chunks/pageChunks.ts";
import { withNames } from "../../src/worker/renamedScripts.ts";

/** What a day's update of the app may cost a reader who has the day before's, in bytes of Brotli. */
const MOST = 60_000;

const KEPT = ["index", "react", "router", ...shellChunks("en")];

/** The scripts of the app, and those that are on every device. */
async function scripts(change: (code: string) => string) {
  const changed = {
    name: "changed",
    enforce: "pre" as const,
    transform: (code: string, id: string) => (id.endsWith("/teasers/TeaserMeta.tsx") ? change(code) : undefined),
  };
  const built = await build({ plugins: [changed], logLevel: "error", build: { write: false } });
  const output = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  const all = output.filter((file): file is Rolldown.OutputChunk => file.type === "chunk");
  return { all, kept: all.filter(({ name }) => KEPT.includes(name)) };
}

it("a line changed in a component costs a returning reader no more than the script that it is in", async ({ task }) => {
  const before = await scripts((code) => code);
  const after = await scripts((code) => code.replace('className="meta"', 'className="meta changed"'));
  // The worker makes a script anew in which only the names of others changed.
  const renamed = withNames(after.all.map(({ fileName }) => fileName.slice("assets/".length)));
  const made = new Set(before.kept.map(({ code }) => renamed(code)));
  const fresh = after.kept.filter(({ code }) => !made.has(code));
  const bytes = fresh.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
  task.meta.figure = `${bytes} bytes in ${fresh.length} of ${after.kept.length} scripts`;
  expect(fresh.length).toBe(1);
  expect(bytes).toBeLessThanOrEqual(MOST);
});
