import { expect, test } from "vitest";
import { XmlError } from "../../../src/compiler/xml/XmlError.ts";
import { fuzz } from "../../support/fuzz/fuzz.ts";
import { fuzzFormats } from "../../support/fuzz/fuzzFormats.ts";
import { archiveNamed, readArchive } from "../../support/readArchive.ts";

const formats = fuzzFormats();

test.each(formats)(
  "a byte that is wrong anywhere in a file of $name ends in a result or an error that says what is wrong",
  async (format) => {
    await fuzz(format, 60, 20_260_101);
  },
);

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
