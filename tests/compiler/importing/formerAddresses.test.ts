import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { tryImport } from "../../support/importing.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const FIXTURES = "tests/fixtures";

/** Imports an archive and builds the paper: where redirects.csv leads, and what the build says of it. */
async function imported(archive: string, content = temporaryFolder()) {
  const { problems: ofImport } = await tryImport(join(FIXTURES, archive), { content });
  const { built, problems } = await compile({ content, out: temporaryFolder(), encode: false });
  const own = ({ file }: { file: string }): boolean => file === "redirects.csv";
  return {
    file: join(content, "redirects.csv"),
    leads: Object.fromEntries((built?.redirects ?? []).map(({ from, to }) => [from, to])),
    said: [...ofImport, ...problems].filter(own).map(({ message }) => message),
  };
}

describe("the addresses of a former site's lists and feeds", () => {
  it.each([
    [
      "wxr/classic/source.xml",
      11,
      {
        "/feed/": "/feed.xml",
        "/page/*": "/latest",
        "/category/cranes/": "/section/cranes",
        "/category/cranes/feed/": "/section/cranes/feed.xml",
        "/category/quay/": "/topic/quay",
        "/tag/rust/": "/topic/rust",
        "/2014/03/": "/archive/2014/03",
        "/2014/": "/archive/2014",
      },
    ],
    ["ghost/version0/source.json", 5, { "/rss/": "/feed.xml", "/tag/transport/": "/section/transport", "/tag/harbour/": "/topic/harbour" }],
    ["substack/export", 1, { "/feed": "/feed.xml" }],
    ["medium/story/source.html", 1, { "/feed": "/feed.xml" }],
    ["trees/hugo", 3, { "/index.xml": "/feed.xml", "/authors/ada-keane/": "/author/ada-keane" }],
    ["trees/jekyll", 4, { "/2024/01/": "/archive/2024/01" }],
  ])("lead to where they are now, after an import of %s", async (archive, count, some) => {
    const { leads, said } = await imported(archive);
    expect(said).toEqual([expect.stringMatching(new RegExp(`^It leads ${count} former address`, "u"))]);
    expect(leads).toMatchObject(some);
  });

  it("are added to the lines that are there, and once", async () => {
    const { file } = await imported("ghost/version0/source.json");
    const first = readFileSync(file, "utf8");
    expect((await imported("ghost/version0/source.json", dirname(file))).said).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe(first);
    const own = "to;from\n/topic/harbour;/harbour\n/latest;/rss";
    writeFileSync(file, own);
    const { said, leads } = await imported("ghost/version0/source.json", dirname(file));
    expect(said).toEqual([expect.stringContaining(" 4 former ")]);
    expect(readFileSync(file, "utf8").startsWith(`${own}\n`)).toBe(true);
    expect(leads).toMatchObject({ "/rss": "/latest", "/tag/harbour/": "/topic/harbour" });
  });
});
