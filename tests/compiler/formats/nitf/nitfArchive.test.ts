import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { archives } from "../../../../src/compiler/formats/archives.ts";
import { nitfArchive } from "../../../../src/compiler/formats/nitf/nitfArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { archiveCases } from "../archiveCases.ts";
import { withAnyCharacter } from "../withAnyValue.ts";

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "../../../fixtures/nitf", name, "source.xml"), "utf8");

archiveCases(nitfArchive);

test("a document is told from all other formats, and what holds one is not taken for one", () => {
  for (const name of ["agency", "newspaper", "text"])
    expect(archives.filter((each) => each.detects({ path: "a.xml", head: fixture(name) }))).toEqual([nitfArchive]);
  for (const head of ["<rss version='2.0'/>", "<newsItem><nitf></nitf></newsItem>", "<nitfs/>", '{"body":"<nitf>"}'])
    expect(nitfArchive.detects({ path: "a.xml", head }), head).toBe(false);
});

test.each(["agency", "newspaper", "text"])(
  "any character in the place of any other in %s ends in a story, a reason or an error",
  async (name) => {
    await fc.assert(
      fc.asyncProperty(withAnyCharacter(fixture(name)), async (changed) => {
        const { drafts, skipped, problems } = await readArchive(nitfArchive, "a.xml", changed);
        expect(drafts.length + skipped.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  },
);

test("films and sounds come in as such where their type or name says so; of anything else there is a link", async () => {
  const media = (type: string, source: string, mime: string) =>
    `<media media-type="${type}"><media-reference source="https://files.example.com/${source}" mime-type="${mime}"/><media-caption>About ${source}</media-caption><media-producer>A. Maker</media-producer></media>`;
  const xml = `<nitf><head><title>T</title><docdata><date.issue norm="20240422T071000Z"/></docdata></head><body><body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content><p>Words.</p>${media("video", "a.bin", "video/mp4")}${media("audio", "b.mp3", "")}${media("other", "c.pdf", "application/pdf")}</body.content></body></nitf>`;
  const { drafts } = await readArchive(nitfArchive, "a.xml", xml);
  const recorded = (file: string) => ({
    url: `https://files.example.com/${file}`,
    caption: [{ type: "text", text: `About ${file}` }],
    credit: "A. Maker",
  });
  expect(drafts[0]?.body.slice(1)).toMatchObject([
    { type: "video", mediaType: "video/mp4", ...recorded("a.bin") },
    { type: "audio", mediaType: "audio/mpeg", ...recorded("b.mp3") },
    { type: "paragraph", children: [{ type: "link", url: "https://files.example.com/c.pdf" }] },
  ]);
});
