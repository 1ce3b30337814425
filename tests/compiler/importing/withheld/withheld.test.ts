import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { folderOf, tryImport } from "../../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";
import { AGENCY_ROWS } from "./agencyRows.ts";
import { BLOG_ROWS } from "./blogRows.ts";
import { FEED_ROWS } from "./feedRows.ts";
import { HEADLESS_ROWS } from "./headlessRows.ts";
import { COMMENTS, MARKDOWN_ROWS } from "./markdownRows.ts";
import { NEWSROOM_ROWS } from "./newsroomRows.ts";
import type { Row } from "./row.ts";
import { WORDPRESS_ROWS } from "./wordpressRows.ts";

const ROWS = [...MARKDOWN_ROWS, ...WORDPRESS_ROWS, ...FEED_ROWS, ...BLOG_ROWS, ...HEADLESS_ROWS, ...AGENCY_ROWS, ...NEWSROOM_ROWS];
const SYSTEMS = [...new Set(ROWS.map(({ system }) => system))];

const wordOf = (n: number): string => `zqx${n}q`;

/** An archive with the stories of all rows, each in a folder of its own. */
const archiveOf = (rows: Row[]): string =>
  folderOf(
    Object.fromEntries(
      rows.flatMap(({ make }, n) =>
        Object.entries(make(wordOf(n))).map(([file, text]): [string, string] => [`${wordOf(n)}/${file}`, text]),
      ),
    ),
  );

type Skipped = { file: string; reason: string };

/** What of each row is in a site, and whether a report says why it is not. */
function outcome(rows: Row[], out: string, skipped: Skipped[]) {
  const site = [...filesIn(out)].map(([file, text]) => `${file}\n${text}`.toLowerCase()).join("\n");
  return rows.map(({ field, value, writtenAs = field }, n) => ({
    row: `${field}: ${String(value)}`,
    isPublic: site.includes(wordOf(n)),
    isNamed: skipped.some(({ file, reason }) => file.includes(wordOf(n)) && reason.includes(writtenAs)),
  }));
}

const expected = (rows: Row[]) =>
  rows.map(({ field, value, isPublic = false }) => ({ row: `${field}: ${String(value)}`, isPublic, isNamed: !isPublic }));

describe("what an archive does not publish", () => {
  it.each(SYSTEMS)("is in no file of the site, and named with its field, after an import from %s", async (system) => {
    const rows = ROWS.filter((each) => each.system === system);
    const { content, items } = await tryImport(archiveOf(rows));
    const out = temporaryFolder();
    const { counts } = await compile({ content, out });
    const ofImport = items.flatMap((item) => [
      ...item.changes
        .map(({ file, message }) => ({ file, reason: message }))
        .filter(({ reason }) => reason.startsWith("The post was left out")),
      ...(item.outcome === "skipped" ? [{ file: item.file, reason: item.reason }] : []),
    ]);
    // A story that waits is imported; its build keeps it back.
    expect(outcome(rows, out, [...ofImport, ...counts.skipped])).toEqual(expected(rows));
  });

  it("is told from what has no text, whether or not it has an id", async () => {
    const { items } = await tryImport(
      folderOf({
        "empty.xml": `<rss version="2.0"><channel><title>Feed</title><item><title>A title</title></item></channel></rss>`,
        "export.txt": "TITLE: A title\nSTATUS: Draft\nDATE: 04/22/2024 07:10:00\n-----\nBODY:\nWords.\n-----\n--------\n",
        "posts/draft_a.html": `<article class="h-entry"><h1 class="p-name">A title</h1><section class="e-content"><p>Words.</p></section></article>`,
        "usable.json": JSON.stringify({ uri: "urn:1", type: "text", versioncreated: "2024-04-22T07:10:00Z", headline: "A title", pubstatus: "usable" }), // prettier-ignore
      }),
    );
    expect(items.map((item) => [item.file, item.outcome === "skipped" && item.withheld === true])).toEqual([
      ["empty.xml", false],
      ["export.txt", true],
      ["posts/draft_a.html", true],
      ["usable.json", false],
    ]);
  });

  it("leaves the site where a published file gets a header that says that it is a draft", async () => {
    const content = folderOf({
      "a.md": "---\ntitle: One\ndate: 2024-04-22\n---\nWords.\n",
      "b.md": "---\ntitle: Two\ndate: 2024-04-22\n---\nzqx1q.\n",
    });
    const [out, state] = [temporaryFolder(), { folder: temporaryFolder(), version: "1" }];
    await compile({ content, out, state });
    writeFileSync(join(content, "b.md"), "Title: Two\nDate: 2024-04-22\nStatus: draft\n\nzqx1q.\n");
    await compile({ content, out, state });
    expect([...filesIn(out).values()].filter((text) => text.includes("zqx1q"))).toEqual([]);
  });

  it("is a comment in a text, whose words around it stay", async () => {
    const stories = COMMENTS.map(([before, after], n) => {
      const text = `Words\n\n${before}${wordOf(n)}${after}\n\nand words.`;
      return [`${n}.md`, `---\ntitle: Story ${n}\ndate: 2024-04-22\n---\n${text}\n`];
    });
    const out = temporaryFolder();
    const { counts } = await compile({ content: folderOf(Object.fromEntries(stories)), out });
    expect(counts.published).toBe(COMMENTS.length);
    const site = [...filesIn(out).values()].join("\n");
    expect(COMMENTS.filter((_, n) => site.includes(wordOf(n)))).toEqual([]);
  });

  it("is in no file of a site that is built from a folder of Markdown, either", async () => {
    const out = temporaryFolder();
    const { counts } = await compile({ content: archiveOf(MARKDOWN_ROWS), out });
    expect(outcome(MARKDOWN_ROWS, out, counts.skipped)).toEqual(expected(MARKDOWN_ROWS));
  });
});
