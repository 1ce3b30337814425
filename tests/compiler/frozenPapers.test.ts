import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";
import { type Compiled, compile } from "#compiler/compile.ts";
import { program } from "#cli/program.ts";
import { keptOf, optionsOf } from "../support/keptOf.ts";
import { temporaryFolder, writeFiles } from "../support/temporaryFolder.ts";

type Kept = ReturnType<typeof keptOf> & { options: Record<string, string[]> };

const FROZEN = join(import.meta.dirname, "../fixtures/frozen");

/** For each minor version a paper that uses what it knew, and what that version made of it (docs/contributing/release.md). */
it.each(readdirSync(FROZEN))("a paper of version %s keeps its addresses, articles, feeds, styles and commands", async (version) => {
  const [content, out] = [join(FROZEN, version, "content"), temporaryFolder()];
  const promised = await promisedIn(version);
  // The site as that version left it: a feed stays where there was one.
  writeFiles(out, { ...Object.fromEntries(promised.files.map((file) => [file, ""])), ".broadsheet-files": promised.files.join("\n") });
  const { problems } = await build(content, out);

  expect(problems.filter(({ severity }) => severity !== "notice")).toEqual([]);
  const kept = keptOf(out);
  for (const list of ["addresses", "redirects", "files"] as const) expect(kept[list]).toEqual(expect.arrayContaining(promised[list]));
  expect(kept.feeds).toMatchObject(promised.feeds);
  expect(kept.articles).toMatchObject(promised.articles);
  for (const [command, options] of Object.entries(promised.options))
    expect({ [command]: optionsOf(program)[command] }).toEqual({ [command]: expect.arrayContaining(options) });
  expect(unknownIn(readFileSync(join(content, "theme/custom.css"), "utf8"))).toEqual([]);
});

const build = (content: string, out: string): Promise<Compiled> =>
  compile({ content, out, encode: false, now: Date.parse("2024-05-25T10:00:00Z") });

/** What a version made of its paper. UPDATE_FIXTURES=1 writes it if there is none, and never anew. */
async function promisedIn(version: string): Promise<Kept> {
  const file = join(FROZEN, version, "expected.json");
  if (process.env["UPDATE_FIXTURES"] === "1" && !existsSync(file)) {
    const out = temporaryFolder();
    await build(join(FROZEN, version, "content"), out);
    writeFileSync(file, `${JSON.stringify({ ...keptOf(out), options: optionsOf(program) }, null, 1)}\n`);
  }
  const kept: Kept = JSON.parse(readFileSync(file, "utf8"));
  return kept;
}

/** The tokens and classes of a paper's style sheet that the reader no longer has. */
function unknownIn(sheet: string): string[] {
  const tokens = readFileSync("src/reader/styles/tokens.css", "utf8");
  const sources = globSync("src/reader/**/*.tsx").map((file) => readFileSync(file, "utf8"));
  const classes = new Set(sources.flatMap((source) => [...source.matchAll(/["'` ]([a-z-]+)(?=["'` ])/gu)]).map(([, name]) => `.${name}`));
  return [...sheet.matchAll(/var\((?<token>--[\w-]+)\)|(?<named>\.[a-z-]+)/gu)].flatMap(({ groups: { token, named } = {} }) =>
    (token === undefined || tokens.includes(`${token}:`)) && (named === undefined || classes.has(named)) ? [] : (token ?? named ?? []),
  );
}
