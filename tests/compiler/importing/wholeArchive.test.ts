import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { expectLines } from "../../support/expectLines.ts";
import { tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

const fixtures = join(import.meta.dirname, "../../fixtures");
const fixture = (name: string) => readFileSync(join(fixtures, name), "utf8");
const picture = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>';

const archive = {
  "blog/export.xml": fixture("wxr/classic/source.xml"),
  "blog/cards.json": fixture("ghost/cards/source.json"),
  "feeds/feed.xml": fixture("rss/rare/source.xml"),
  "wire/items.json": fixture("ninjs/rare/source.json"),
  "pages/news.html": fixture("page/news/source.html"),
  "notes/a.md": `---\ntitle: A note\ndate: 2020-01-02\ntags: [Tea]\n---\n\nSee [b](b.md) and ![Cup](img/Cup%20of%20tea.svg "A cup | Kim").\n`,
  "notes/b.md": `---\ntitle: Another note\ndate: 2020-01-03\ndraft: false\nimage: img/Cup of tea.svg\n---\n\nBack to [a](a.md#top), and to [nowhere](c.md).\n`,
  "notes/c-draft.md": `---\ntitle: A draft\ndraft: true\n---\n\nNo.\n`,
  "notes/undated.md": `# Without a date\n\nWords.\n`,
  "notes/img/Cup of tea.svg": picture,
  "notes/img/unused.svg": picture,
  "notes/list.csv": "a,b\n1,2\n",
};

it("is written as its expected.ndjson says, item by item and file by file, and the same the second time", async () => {
  const home = temporaryFolder();
  const [input, options] = [join(home, "archive"), { content: join(home, "content") }];
  writeFiles(input, archive);
  const { content, items, messages: _, ...imported } = await tryImport(input, options);
  const texts = [...filesIn(content)].map(([file, text]): [string, unknown] => [file, file.endsWith(".json") ? JSON.parse(text) : text]);
  expectLines([["items", items], ["imported", imported], ...texts], join(fixtures, "archive", "expected.ndjson"));
  await tryImport(input, options);
  expect([...filesIn(content)].map(([file]) => file)).toEqual(texts.map(([file]) => file));
});
