import { expect, test } from "vitest";
import { feedArchive } from "../../../src/compiler/formats/feed/feedArchive.ts";
import { readArchive } from "../../support/readArchive.ts";
import { readFiles } from "./contentFolder.ts";

const URL = "https://elsewhere.example/tides";
const link = (text: string) => ({ type: "paragraph", children: [{ type: "link", url: URL, children: [{ type: "text", text }] }] });
const words = { type: "paragraph", children: [{ type: "text", text: "Worth a look." }] };

const story = (fields: string, text: string): string => `---\ntitle: Tides\ndate: 2024-01-01\n${fields}\n---\n${text}\n`;

test.each(["link", "external_url", "externalUrl", "source_url", "link_url"])(
  "the address in %s is a source of the remark",
  async (field) => {
    const { drafts, problems } = await readFiles({ "a.md": story(`${field}: ${URL}`, "Worth a look.") });
    expect(problems).toEqual([]);
    expect(drafts).toMatchObject([{ headline: "Tides", body: [words], citations: [{ title: URL, url: URL }] }]);
  },
);

test("a post that is only a link is that link by its headline, and one that has it in its text has it once", async () => {
  const { drafts, skipped } = await readFiles({
    "a.md": story(`link: ${URL}`, ""),
    "b.md": story(`link: ${URL}`, `[Read it](${URL})`),
    "c.md": story("link: /about/", "Worth a look."),
    "d.md": story("link: javascript:alert(1)", "Worth a look."),
  });
  expect(skipped).toEqual([]);
  expect(drafts.map(({ body, citations }) => [body, citations])).toEqual([
    [[link("Tides")], []],
    [[link("Read it")], []],
    [[words], []],
    [[words], []],
  ]);
});

test("an item of a link blog keeps its own page as its address and the other as a source", async () => {
  const atom = (content: string) =>
    `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Links</title><link href="https://blog.example/"/><updated>2024-04-22T07:10:00Z</updated>
    <entry><id>tag:1</id><title>Tides</title><updated>2024-04-22T07:10:00Z</updated><link rel="alternate" href="${URL}"/><link rel="related" href="https://blog.example/linked/tides"/>${content}</entry></feed>`;
  const { drafts } = await readArchive(feedArchive, "a.xml", atom("<content>Worth a look.</content>"));
  expect(drafts).toMatchObject([{ body: [words], oldUrls: ["https://blog.example/linked/tides"], citations: [{ url: URL }] }]);
  const { drafts: bare } = await readArchive(feedArchive, "a.xml", atom(""));
  expect(bare).toMatchObject([{ body: [link("Tides")], citations: [] }]);
});
