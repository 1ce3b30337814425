import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { compress } from "#cli/build/compress.ts";
import { Output } from "#compiler/output/output.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const LONG = "A story that goes on and on. ".repeat(100);

/** One build into a folder: what it writes, and compresses unless told otherwise. */
async function build(folder: string, files: Record<string, string>, { compressed = true } = {}): Promise<void> {
  const output = new Output(folder);
  for (const [file, text] of Object.entries(files)) output.write(file, text);
  if (compressed) await compress(output, () => {});
  output.finish();
}

const names = (folder: string) => [...filesIn(folder).keys()].filter((name) => !name.startsWith("."));

describe("compressed copies", () => {
  it("stand beside every long text, and give its text back", async () => {
    const folder = temporaryFolder();
    await build(folder, { "article/mars.html": LONG });
    expect(names(folder)).toEqual(["article/mars.html", "article/mars.html.br"]);
    expect(brotliDecompressSync(readFileSync(join(folder, "article/mars.html.br"))).toString()).toBe(LONG);
  });

  it("are not made of what is short, nor of what is compressed already", async () => {
    const folder = temporaryFolder();
    await build(folder, { "short.html": "Short.", "pictures/moon.webp": LONG, "assets/text.woff2": LONG });
    expect(names(folder)).toEqual(["assets/text.woff2", "pictures/moon.webp", "short.html"]);
  });

  it("stay as they are while their text does, and follow it when it changes", async () => {
    const folder = temporaryFolder();
    await build(folder, { "a.html": LONG, "b.html": LONG });
    const before = statSync(join(folder, "a.html.br"));
    await build(folder, { "a.html": LONG, "b.html": `${LONG}Corrected.` });
    expect(statSync(join(folder, "a.html.br")).mtimeMs).toBe(before.mtimeMs);
    expect(brotliDecompressSync(readFileSync(join(folder, "b.html.br"))).toString()).toMatch(/Corrected\.$/u);
  });

  it("are all made of a site that had none, and of one that lost some", async () => {
    const folder = temporaryFolder();
    await build(folder, { "a.html": LONG }, { compressed: false });
    expect(names(folder)).toEqual(["a.html"]);
    await build(folder, { "a.html": LONG });
    expect(names(folder)).toEqual(["a.html", "a.html.br"]);
  });

  it("go with their text, and with the wish for them", async () => {
    const folder = temporaryFolder();
    await build(folder, { "a.html": LONG, "b.html": LONG });
    await build(folder, { "a.html": LONG });
    expect(names(folder)).toEqual(["a.html", "a.html.br"]);
    await build(folder, { "a.html": LONG }, { compressed: false });
    expect(names(folder)).toEqual(["a.html"]);
  });

  it("have the same bytes from run to run", async () => {
    const [one, two] = [temporaryFolder(), temporaryFolder()];
    for (const folder of [one, two]) await build(folder, { "a.html": LONG });
    expect(readFileSync(join(one, "a.html.br")).equals(readFileSync(join(two, "a.html.br")))).toBe(true);
  });
});
