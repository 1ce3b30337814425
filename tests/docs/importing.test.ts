import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test, vi } from "vitest";
import { program } from "#cli/program.ts";
import { compile } from "#compiler/compile.ts";
import { articlesIn } from "../support/importing.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const GUIDES = join(import.meta.dirname, "../../docs/importing");
const FIXTURES = join(import.meta.dirname, "../fixtures");

/** For each guide: the exports of its system by the names in its commands, and addresses of the former site that must lead to where they are now. */
const EXPORTS: Record<string, { files: Record<string, string>; more?: Record<string, string>; former: string[]; comments?: true }> = {
  wordpress: { files: { "export.xml": "wxr/classic/source.xml" }, former: ["/2014/03/12/cranes-move/", "/feed/"], comments: true },
  ghost: { files: { "ghost.json": "ghost/lexical/source.json" }, former: ["/rss/", "/tag/port/"], comments: true },
  substack: {
    files: { "substack/posts.csv": "substack/export/source.csv", "substack/posts": "substack/export/posts" },
    former: ["/p/the-crane-moves", "/feed"],
  },
  medium: { files: { "medium/posts/2019-08-01_a-story.html": "medium/story/source.html" }, former: ["/feed"] },
  hugo: { files: { "hugo-site": "trees/hugo" }, former: ["/posts/timetable/", "/index.xml"] },
  jekyll: { files: { "jekyll-site": "trees/jekyll" }, former: ["/2024/01/03/with-code/", "/2024/"] },
  pelican: { files: { "pelican-site": "trees/pelican" }, former: ["/the-tide-table.html", "/harbour/cranes-move/"] },
  eleventy: {
    files: { "eleventy-site": "trees/eleventy" },
    more: { "eleventy-site/.eleventy.js": "" },
    former: ["/posts/bylines/", "/posts/links/"],
  },
  squarespace: { files: { "squarespace.xml": "wxr/squarespace/source.xml" }, former: ["/news/2024/5/1/the-gates", "/news/ferry.html"] },
};

/** The steps of a guide, above the details. A page without steps describes several systems. */
const stepsOf = (name: string): string => readFileSync(join(GUIDES, `${name}.md`), "utf8").split(/^## /mu)[0] ?? "";
const guides = readdirSync(GUIDES)
  .map((file) => file.replace(/\.md$/u, ""))
  .filter((name) => stepsOf(name).includes("**Export.**"));

test("there is an export for each guide", () => expect(guides).toEqual(Object.keys(EXPORTS).toSorted()));

test.each(guides)("the guide for %s leads from an export to a site, at which former addresses stay valid", async (name) => {
  const text = stepsOf(name);
  const { files, more = {}, former, comments } = EXPORTS[name] ?? { files: {}, former: [] };
  const folder = temporaryFolder();
  mkdirSync(join(folder, "uploads"));
  mkdirSync(join(folder, "content"));
  for (const [to, from] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, to)), { recursive: true });
    cpSync(join(FIXTURES, from), join(folder, to), { recursive: true });
  }
  for (const [to, content] of Object.entries(more)) writeFileSync(join(folder, to), content);
  const content = join(folder, "paper/content");
  const commands = [...text.matchAll(/^npx broadsheet (import .*)$/gmu)].map(([, command = ""]) => command.split(" "));
  expect(commands.map((words) => words.includes("--dry-run"))).toEqual([true, false]);
  const said = vi.spyOn(console, "error").mockImplementation(() => {});
  for (const words of commands) {
    // Nothing is downloaded in a test.
    const args = words.filter((word) => word !== "--download-images").map((word) => word.replace(/^\.\.\//u, `${folder}/`));
    await program.parseAsync([...args, "--to", content], { from: "user" });
    if (words.includes("--dry-run")) expect(() => filesIn(content)).toThrow();
  }
  process.exitCode = undefined;
  said.mockRestore();
  const out = join(folder, "site");
  const { counts } = await compile({ content, out, encode: false, url: "https://paper.example/" });
  expect(counts.published).toBeGreaterThan(0);
  const redirects = filesIn(out).get("_redirects") ?? "";
  expect(
    former.filter(
      (address) => !redirects.split("\n").some((line) => line.split(/\s+/u)[0]?.replace(/\/$/u, "") === address.replace(/\/$/u, "")),
    ),
  ).toEqual([]);
  if (comments) expect(JSON.stringify([...articlesIn(content).values()])).toContain('"comments":');
});

test("the steps of each guide are short, and say what there is to know", () => {
  for (const name of guides) {
    const text = stepsOf(name);
    const words = text.split(/\s+/u).length;
    expect([name, words > 150, words <= 300]).toEqual([name, true, true]);
    for (const part of ["Export", "Import", "Addresses", "Feeds", "Comments", "What is lost"]) expect(text).toContain(`**${part}.**`);
  }
});
