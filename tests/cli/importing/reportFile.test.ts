import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "parse5";
import { afterEach, expect, test, vi } from "vitest";
import { type ImportArguments, importCommand } from "#cli/importing/importCommand.ts";
import { compile } from "#compiler/compile.ts";
import { folderOf } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

afterEach(() => void vi.restoreAllMocks());

const WORDS = "Words that are long enough to be a story in the eyes of everybody who reads it. ".repeat(4);
const story = (title: string, body = WORDS, more = ""): string =>
  `---\ntitle: ${JSON.stringify(title)}\ndate: 2024-01-11\n${more}---\n${body}\n`;

/** The page of the report of an import of these files, and what else there is. */
async function reported(files: Record<string, string>, options: Partial<ImportArguments> = {}) {
  const input = folderOf(files);
  const to = join(temporaryFolder(), "content");
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  await importCommand(input, { to, ...options });
  const path =
    error.mock.calls
      .map(String)
      .join("\n")
      .match(/originals: (.*\.html)/u)?.[1] ?? "";
  return { path, to, html: readFileSync(path, "utf8"), shown: textOf(readFileSync(path, "utf8")) };
}

/** The text of a page, as a browser shows it. */
function textOf(html: string): string {
  return html.replace(/<style>[^]*?<\/style>/gu, "").replace(/<[^>]*>/gu, " ").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&").replace(/\s+/gu, " "); // prettier-ignore
}

/** The names of all elements of a page. */
function elementsIn(html: string): Set<string> {
  const names = new Set<string>();
  const visit = (node: { nodeName: string; childNodes?: unknown[] }): void => {
    names.add(node.nodeName);
    for (const child of node.childNodes ?? []) if (isNode(child)) visit(child);
  };
  visit(parse(html));
  return names;
}
const isNode = (value: unknown): value is { nodeName: string } => typeof value === "object" && value !== null && "nodeName" in value;

test("the report says what to mend first, and lists each case with file and line", async () => {
  const { html, shown, path, to } = await reported({
    "one.md": story("One", `${WORDS}\n\n![A](gone.jpg)\n\n![B](lost.jpg)`),
    "two.md": story("Two", `${WORDS}\n\n![C](away.jpg)\n\n<object data="x.swf"></object>`),
    "undated.md": "---\ntitle: Undated\n---\nWords.\n",
    "plain.md": story("Plain"),
  });
  expect(path).toMatch(/content\/\.broadsheet\/report-.*\.html$/u);
  const causes = [...html.matchAll(/<details id="mend-\d+"><summary><span class="count">(\d+)<\/span><span>([^<]*)</gu)].map(
    ([, count, cause]) => `${count} ${cause}`,
  );
  expect(causes[0]).toMatch(/^3 The picture … is not there/u);
  expect(causes.join("\n")).toContain("1 It has no date");
  for (const text of ["one.md:7", "two.md:7", "The picture gone.jpg is not there", "undated.md", "4 in = 3 published + 1 skipped"])
    expect(shown).toContain(text);
  expect(html.match(/<article>/gu)).toHaveLength(3);
  expect(shown).toContain("![A](gone.jpg)");
  const out = temporaryFolder();
  const { counts } = await compile({ content: to, out, encode: false });
  expect(counts.published).toBe(3);
  expect([...filesIn(out)].filter(([name, text]) => name.includes("report-") || text.includes("What to mend first"))).toEqual([]);
});

test("the page runs nothing and shows hostile texts as text", async () => {
  const hostile = `</pre></title><script>alert(1)</script><img src=x onerror=alert(2)>\u202e"'&`;
  const { html } = await reported({
    [`a<b onclick=x>.md`]: story(hostile, `${hostile}\n\n${WORDS}\n\n![${hostile}](gone.jpg)\n\n[x](/nothing/<script>)`),
  });
  expect(html).not.toContain("\u202e");
  expect([...elementsIn(html)].filter((name) => ["script", "img", "iframe", "object", "svg", "form", "link"].includes(name))).toEqual([]);
  expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
  expect(html).not.toMatch(/<[^>]*\son\w+=|(?:src|href)="(?!#)/u);
});

test("nothing of a story that is kept back is in the report but its place and the reason", async () => {
  const secret = "Sesame";
  const files = {
    "draft.md": story(`${secret} headline`, `${secret} ${WORDS}\n\n![${secret}](${secret}.jpg)`, "draft: true\n"),
    "status.md": story(`${secret} headline`, `${secret} ${WORDS}`, "status: in-legal\n"),
    "later.md": story(`${secret} later`, `${secret} ${WORDS}\n\n![${secret}](${secret}.jpg)\n\n[${secret}](/${secret})`).replace(
      "2024",
      "2124",
    ),
    "gone.md": story(`${secret} gone`, `${secret} ${WORDS} <object data="${secret}.swf">`, "expires: 2020-01-01\n"),
    "open.md": story("Open"),
  };
  for (const dryRun of [undefined, true] as const) {
    const { html, shown } = await reported(files, dryRun && { dryRun });
    expect(html).not.toContain(secret);
    for (const name of Object.keys(files)) expect(shown).toContain(name);
  }
});

test("nothing of a part that is cut out, and of a story that its archive withdraws further on, is in the report", async () => {
  const secret = "Sesame";
  const news = (state: string, version: string) =>
    JSON.stringify({ uri: "urn:1", type: "text", version, versioncreated: "2024-04-22T07:10:00Z", headline: `${secret} headline`, pubstatus: state, body_html: `<p>${secret} ${WORDS}</p><object data="${secret}.swf"></object><img src="${secret}.jpg" alt="${secret}">` }); // prettier-ignore
  const input = folderOf({
    "1.json": news("usable", "1"),
    "2.json": news("canceled", "2"),
    "cut.md": story("Open", `${WORDS}\n\n[restrict]${secret}[/restrict]\n\n${WORDS}`),
  });
  const content = temporaryFolder();
  writeFileSync(join(content, "import.json"), JSON.stringify({ imports: [{ archive: relative(content, input), cut: ["restrict"] }] }));
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  for (const dry of [{ dryRun: true as const }, {}]) {
    await importCommand(input, { to: content, ...dry });
    const path =
      error.mock.calls
        .map(String)
        .join("\n")
        .match(/originals: (.*\.html)/u)?.[1] ?? "";
    expect(textOf(readFileSync(path, "utf8"))).toContain("Words that are long");
    expect(readFileSync(path, "utf8")).not.toContain(secret);
    error.mockClear();
  }
});

test.each([
  ["a.md", story("A", `${WORDS}\n\n<!-- Sesame -->\n\n%% Sesame %%\n\n{# Sesame #}\n\n{% comment %}Sesame{% endcomment %}\n\nThe end.`)],
  [
    "r.xml",
    `<rss version="2.0"><channel><title>F</title><item><title>A</title><guid>urn:1</guid><pubDate>Mon, 22 Apr 2024 07:10:00 GMT</pubDate><description><![CDATA[<p>${WORDS}</p><!-- Sesame --><p>The end.</p><?php Sesame ?>]]></description></item></channel></rss>`,
  ],
])("the comments of a published story in %s are not in the report, which keeps itself out of Git", async (file, text) => {
  const { shown, to } = await reported({ [file]: text });
  expect(shown).toContain("The end.");
  expect(shown).not.toContain("Sesame");
  expect(readFileSync(join(to, ".broadsheet/.gitignore"), "utf8")).toBe("*\n");
});

test("thousands of losses make a page of bounded size, which counts them all", async () => {
  const bodies = Array.from({ length: 600 }, (_, n) => [
    `posts/${n}.md`,
    story(`Story ${n} ${"long ".repeat(200)}`, `${WORDS}${`\n\n![A](x${n}.jpg)`.repeat(2)}`),
  ]);
  const { html, shown } = await reported(Object.fromEntries(bodies));
  expect(shown).toContain("600 The picture … is not there");
  expect(shown).toContain("And 100 more, which --json lists.");
  expect(html.length).toBeLessThan(400_000);
}, 60_000);

test("a dry run writes its report elsewhere, and nothing into the paper", async () => {
  const { path, to, shown } = await reported({ "a.md": story("A") }, { dryRun: true });
  expect(path.startsWith(to)).toBe(false);
  expect(existsSync(to)).toBe(false);
  expect(shown).toContain("This was a dry run");
});

test("importing again writes the same report", async () => {
  const input = folderOf({ "a.md": story("A") });
  const to = join(temporaryFolder(), "content");
  vi.spyOn(console, "error").mockImplementation(() => {});
  await importCommand(input, { to });
  const before = filesIn(to);
  await importCommand(input, { to });
  expect(filesIn(to)).toEqual(before);
});
