import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { expect, test } from "vitest";
import { XmlError } from "../../../src/compiler/xml/XmlError.ts";
import { faultIn } from "../../support/fuzz/faultIn.ts";
import { fuzzFormats } from "../../support/fuzz/fuzzFormats.ts";
import { parsers } from "../../support/fuzz/parsers.ts";
import { archiveNamed, readArchive } from "../../support/readArchive.ts";

const formats = fuzzFormats();

const FOUND = join(import.meta.dirname, "../../fixtures/fuzz");

/** Longer runs, which look for paths that no input has taken, are `npm run fuzz`. */
test.each(parsers())("a byte that is wrong anywhere ends $name in a result or in a sentence that says what is wrong", async (parser) => {
  const change = fc.record({
    seed: fc.constantFrom(...parser.seeds.filter(({ length }) => length < 20_000)),
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    byte: fc.nat(255),
    kind: fc.constantFrom("change", "remove", "insert"),
  });
  const property = fc.asyncProperty(change, async ({ seed, at, byte, kind }) => {
    const changed = [...seed];
    changed.splice(Math.floor(at * seed.length), kind === "insert" ? 0 : 1, ...(kind === "remove" ? [] : [byte]));
    expect(await faultIn(parser, Uint8Array.from(changed))).toBeUndefined();
  });
  await fc.assert(property, { numRuns: Number(process.env["RUNS"] ?? 30) });
});

test.each(parsers())("what $name once failed at is read", async (parser) => {
  for (const path of globSync("*", { cwd: join(FOUND, parser.name), absolute: true }))
    expect([path, await faultIn(parser, readFileSync(path))]).toEqual([path, undefined]);
});

test.each(formats)("the file of $name that is changed holds a story as it stands", async ({ read, seed }) => {
  expect((await read(seed)).length).toBeGreaterThan(0);
});

const BOMB = `<!DOCTYPE x [<!ENTITY a "ha">${"bcdefghijk"
  .split("")
  .map((name, index) => `<!ENTITY ${name} "${`&${"abcdefghij".charAt(index)};`.repeat(10)}">`)
  .join("")}]>`;
const EXTERNAL = '<!DOCTYPE x [<!ENTITY k SYSTEM "file:///etc/passwd">]>';

/** Of a bomb of 10,000 million words, or a file of this machine, nothing comes out, and the refusal is said. */
test.each(
  formats
    .filter(({ seed }) => /^\s*<\?xml/u.test(new TextDecoder().decode(seed)))
    .flatMap(({ name, seed }) => [BOMB, EXTERNAL].map((doctype) => ({ name, seed, doctype }))),
)("$name refuses $doctype", { timeout: 5_000 }, async ({ name, seed, doctype }) => {
  const archive = archiveNamed(name);
  const xml = new TextDecoder()
    .decode(seed)
    .replace(/^(\s*<\?xml[^>]*\?>)/u, `$1${doctype}`)
    .replace(/(<(?:title|headline)[^>]*>)/gu, "$1&k;");
  const outcome = await readArchive(archive, "source.xml", xml).catch((error: unknown) => error);
  if (outcome instanceof XmlError) return expect(outcome.message).toContain("entities");
  expect(outcome).toMatchObject({ drafts: [] });
  expect(outcome).toHaveProperty(
    "problems",
    expect.arrayContaining([expect.objectContaining({ severity: "error", message: expect.stringContaining("entities") })]),
  );
});
