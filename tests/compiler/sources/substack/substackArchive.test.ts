import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openArchiveFile } from "../../../../src/compiler/importing/openArchiveFile.ts";
import { archives } from "../../../../src/compiler/sources/archives.ts";
import { csvRows } from "../../../../src/compiler/sources/substack/csvRows.ts";
import { substackArchive } from "../../../../src/compiler/sources/substack/substackArchive.ts";
import { readArchive } from "../../../support/readArchive.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const POSTS = `post_id,post_date,is_published,email_sent_at,inbox_sent_at,type,audience,title,subtitle,podcast_url
101.the-crane-moves,2023-03-12T08:00:00.000Z,true,,,newsletter,everyone,"The crane, moved","Forty years
it ""stood"" still",
102.for-payers,2023-03-13T08:00:00.000Z,true,,,newsletter,only_paid,For payers,,
103.draft,,false,,,newsletter,everyone,Not yet,,
104.thread,2023-03-14T08:00:00.000Z,true,,,thread,everyone,What do you think?,,
105.without-text,2023-03-15T08:00:00.000Z,true,,,newsletter,everyone,Without text,,
../secret,2023-03-15T08:00:00.000Z,true,,,newsletter,everyone,Out of the folder,,
`;

const TEXT = `<p>On Tuesday it moved.<a data-component-name="FootnoteAnchorToDOM" id="footnote-anchor-1" href="#footnote-1" target="_self" class="footnote-anchor">1</a></p>
<div class="subscription-widget-wrap" data-attrs="{}"><p>Thanks for reading! Subscribe for free.</p></div>
<p class="button-wrapper" data-attrs="{}"><a class="button primary" href="https://harbour.example.org/subscribe?"><span>Subscribe now</span></a></p>
<p>It was time.</p>
<div class="footnote" data-component-name="FootnoteToDOM"><a id="footnote-1" href="#footnote-anchor-1" class="footnote-number" target="_self">1</a><div class="footnote-content"><p>By two metres.</p></div></div>`;

function exported(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "export/posts"), { recursive: true });
  writeFileSync(join(folder, "export/posts.csv"), POSTS);
  writeFileSync(join(folder, "export/posts/101.the-crane-moves.html"), TEXT);
  writeFileSync(join(folder, "export/posts/102.for-payers.html"), "<p>Only for payers.</p>");
  writeFileSync(join(folder, "export/secret.html"), "<p>Out.</p>");
  writeFileSync(join(folder, "secret.html"), "<p>Out.</p>");
  return join(folder, "export");
}

test("published posts for everybody come in with their notes, and without what asks to subscribe", async () => {
  const folder = exported();
  const file = openArchiveFile("posts.csv", join(folder, "posts.csv"));
  expect(archives.filter((each) => each.detects(file))).toEqual([substackArchive]);
  const { drafts, skipped } = await readArchive(substackArchive, "posts.csv", readFileSync(join(folder, "posts.csv")), {}, file.beside);
  expect(drafts).toMatchObject([
    {
      slug: "the-crane-moves",
      headline: "The crane, moved",
      standfirst: 'Forty years it "stood" still',
      datePublished: "2023-03-12T08:00:00.000Z",
      oldUrls: ["/p/the-crane-moves"],
    },
  ]);
  expect(drafts[0]?.body).toMatchObject([
    { type: "paragraph", children: [{ text: "On Tuesday it moved." }, { type: "noteRef" }] },
    { type: "paragraph", children: [{ text: "It was time." }] },
    { type: "note", children: [{ type: "paragraph", children: [{ text: "By two metres." }] }] },
  ]);
  expect(skipped.map(({ place, reason }) => [place, reason])).toEqual([
    ["post 102.for-payers", "It is not for everybody (audience: only_paid)."],
    ["post 103.draft", "It is marked as not public (is_published: false)."],
    ["post 104.thread", "It is of the kind thread, which is no article; --types thread brings such items along."],
    ["post 105.without-text", "Its text is not there: posts/105.without-text.html, beside posts.csv."],
    ["post ../secret", "Its text is not there: posts/../secret.html, beside posts.csv."],
  ]);
});

test("of a table in CSV quotes, commas and line breaks in cells are text", () => {
  expect(csvRows('a,b\r\n"1, ""x""\n2",3\r\n\r\n4')).toEqual([
    { a: '1, "x"\n2', b: "3" },
    { a: "4", b: "" },
  ]);
  expect(csvRows('a\n"never closed').length).toBe(1);
  expect(csvRows(`a\n${'"'.repeat(100_000)}`).length).toBeLessThan(2);
});

test("nothing outside of an export's folder is read", async () => {
  const folder = exported();
  const { beside } = openArchiveFile("posts.csv", join(folder, "posts.csv"));
  expect(await beside?.("posts/101.the-crane-moves.html")).toBe(TEXT);
  for (const path of ["../secret.html", "posts/../../secret.html", "posts", "a\0b", "posts/none.html"])
    expect(await beside?.(path), path).toBeUndefined();
});
