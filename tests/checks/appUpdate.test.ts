import { brotliCompressSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { expect, it } from "vitest";
import { shellChunks } from "#loading/chunks/pageChunks.ts";

/** What a day's update of the app may cost a reader who has the day before's, in bytes of Brotli. */
const MOST = 60_000;

/** The scripts of the app that are on every device, by their file names. */
async function scripts(change: (code: string) => string): Promise<Map<string, Rolldown.OutputChunk>> {
  const changed = {
    name: "changed",
    enforce: "pre" as const,
    transform: (code: string, id: string) => (id.endsWith("/teasers/TeaserMeta.tsx") ? change(code) : undefined),
  };
  const built = await build({ plugins: [changed], logLevel: "error", build: { write: false } });
  const output = [built].flat().flatMap((each) => ("output" in each ? each.output : []));
  const kept = ["index", "react", "router", ...shellChunks("en")];
  return new Map(output.flatMap((file) => (file.type === "chunk" && kept.includes(file.name) ? [[file.fileName, file] as const] : [])));
}

it("a line changed in a component costs a returning reader no more than the script that it is in", async ({ task }) => {
  const before = await scripts((code) => code);
  const after = await scripts((code) => code.replace('className="meta"', 'className="meta changed"'));
  const fresh = [...after.values()].filter(({ fileName }) => !before.has(fileName));
  const bytes = fresh.reduce((sum, { code }) => sum + brotliCompressSync(code).length, 0);
  task.meta.figure = `${bytes} bytes in ${fresh.length} of ${after.size} scripts`;
  expect(fresh.length).toBe(1);
  expect(bytes).toBeLessThanOrEqual(MOST);
});
