import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "#compiler/compile.ts";
import type { ArticlePage } from "#content/pages/articlePage.ts";
import { postsOf } from "#content/liveBlog.ts";
import { tryImport } from "../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");

const NOON = Date.parse("2026-03-12T12:00:00Z");

/** An archive moves in, and the edition of what came in is built. */
async function builtFrom(archive: string, now = NOON) {
  const imported = await tryImport(archive);
  const out = temporaryFolder();
  const compiled = await compile({ content: imported.content, out, now });
  const files = filesIn(out);
  const [page = ""] = [...files].flatMap(([path, text]) => (/^data\/article\/[^/]+\.json$/u.test(path) ? [text] : []));
  const { article }: ArticlePage = JSON.parse(page);
  return { imported, compiled, files, article, posts: postsOf(article.body) };
}

test.each([
  ["the Guardian's content API", "guardian/liveblog/source2.json", 4],
  ["ninjs", "ninjs/liveblog/source.json", 1],
  ["Superdesk's Live Blog", "ninjs/liveblog/source2.json", 2],
  ["schema.org", "schema-org/liveblog/source.json", 2],
])("a live blog of %s is one here, with its posts, the newest first, and their authors", async (_, file, count) => {
  const { article, posts, files, compiled } = await builtFrom(join(FIXTURES, file));
  expect(article.liveBlog).toMatchObject({ count });
  expect(posts).toHaveLength(count);
  expect(posts.map(({ date }) => Date.parse(date))).toEqual(posts.map(({ date }) => Date.parse(date)).toSorted((a, b) => b - a));
  for (const { id } of posts) expect([...files.keys()]).toContain(`data/article/${article.slug}/post/${id}.json`);
  expect(article.authors.map(({ name }) => name)).toContain("Ann Lee");
  expect(compiled.problems.filter(({ severity }) => severity === "error")).toEqual([]);
});

test("a post under embargo comes in, and waits", async () => {
  const file = join(FIXTURES, "ninjs/liveblog/source.json");
  const early = await builtFrom(file);
  expect([...early.files.values()].join("")).not.toContain("The prize goes to nobody.");
  const late = await builtFrom(file, Date.parse("2094-02-01T00:00:00Z"));
  expect(late.posts.map(({ id }) => id)).toEqual(["post-3", "post-1"]);
});

test("what is not public of a live blog is in no file", async () => {
  for (const name of ["guardian/liveblog/source2.json", "ninjs/liveblog/source.json", "ninjs/liveblog/source2.json"]) {
    const { imported, files } = await builtFrom(join(FIXTURES, name));
    const all = [...filesIn(imported.content).values(), ...files.values()].join("");
    expect(all).not.toMatch(/Not to be read yet|Not for readers|An idea/u);
  }
});
