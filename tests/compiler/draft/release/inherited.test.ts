import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { articlesIn, folderOf, tryImport } from "../../../support/importing.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";

const story = (fields = "", headline = "A story"): string =>
  `---\ntitle: ${headline}\ndate: 2024-04-22\n${fields}\n---\nWords that are long enough for a story of some kind.\n`;

type Files = Record<string, string>;

/** Each keeps back the file that it names, and says so by the name of the file that the rest names. */
const BACK: [name: string, files: Files, back: string, says: string][] = [
  ["Hugo's cascade", { "_index.md": "---\ncascade:\n  draft: true\n---\n", "a/b.md": story() }, "a/b.md", "_index.md"],
  ["a list of cascades", { "s/_index.md": "---\ncascade:\n- _target: { path: '/s/a*' }\n  build: { render: never }\n- target: { path: '/s/b**' }\n  private: true\n---\n", "s/b/c.md": story(), "d.md": story() }, "s/b/c.md", "s/_index.md"], // prettier-ignore
  ["TOML, in another language", { "s/_index.de.md": "+++\n[[cascade]]\nexpiryDate = 2001-01-01\n+++\n", "s/a.md": story() }, "s/a.md", "s/_index.de.md"], // prettier-ignore
  ["params of a cascade", { "s/_index.md": "---\ncascade: { params: { private: true } }\n---\n", "s/a.md": story("params: { x: 1 }") }, "s/a.md", "s/_index.md"], // prettier-ignore
  ["a headless section", { "s/_index.md": "---\nheadless: true\n---\n", "s/a.md": story() }, "s/a.md", "s/_index.md"],
  ["a section without pages", { "s/_index.md": "---\n_build: { render: never }\n---\n", "s/a.md": story() }, "s/a.md", "s/_index.md"],
  ["a section that is a draft (Zola)", { "s/_index.md": "+++\ndraft = true\n+++\n", "s/a.md": story() }, "s/a.md", "s/_index.md"],
  ["settings of Hugo", { "hugo.toml": '[cascade]\nvisibility = "members"\n', "content/a.md": story() }, "content/a.md", "hugo.toml"],
  ["files that Hugo ignores", { "config.yaml": 'ignoreFiles: ["secret\\\\.md$"]\n', "content/secret.md": story() }, "content/secret.md", "config.yaml"], // prettier-ignore
  ["files that Zola ignores", { "config.toml": 'ignored_content = ["*.off.md"]\n', "content/x/a.off.md": story() }, "content/x/a.off.md", "config.toml"], // prettier-ignore
  ["Jekyll's defaults by path", { "_config.yml": "defaults:\n- scope: { path: _posts/hold }\n  values: { published: false }\n", "_posts/hold/2024-04-22-a.md": story() }, "_posts/hold/2024-04-22-a.md", "_config.yml"], // prettier-ignore
  ["Jekyll's defaults by type", { "_config.yml": 'defaults:\n- scope: { path: "", type: posts }\n  values: { sitemap: false }\n', "_posts/2024-04-22-a.md": story() }, "_posts/2024-04-22-a.md", "_config.yml"], // prettier-ignore
  ["a collection without pages", { "_config.yml": "collections: { sources: { output: false } }\n", "_sources/a.md": story() }, "_sources/a.md", "_config.yml"], // prettier-ignore
  ["a folder that Jekyll excludes", { "_config.yml": "exclude: [later/, '*.txt']\n", "later/a.md": story() }, "later/a.md", "_config.yml"],
  ["data of a folder (Eleventy)", { "posts/posts.json": '{"draft": true}', "posts/x/a.md": story() }, "posts/x/a.md", "posts/posts.json"],
  ["data without collections", { "posts/posts.11tydata.json": '{"eleventyExcludeFromCollections": true}', "posts/a.md": story() }, "posts/a.md", "posts/posts.11tydata.json"], // prettier-ignore
  ["data without an address", { "posts/posts.json": '{"permalink": false}', "posts/a.md": story() }, "posts/a.md", "posts/posts.json"],
  ["data of one file", { "posts/a.json": '{"embargo": "2999-01-01"}', "posts/a.md": story() }, "posts/a.md", "posts/a.json"],
  ["data of a folder (Lume)", { "posts/_data.yml": "draft: true\n", "posts/a.md": story() }, "posts/a.md", "posts/_data.yml"],
  ["a letter wrong", { "posts/posts.json": '{"darft": true}', "posts/a.md": story() }, "posts/a.md", "posts/posts.json"],
  ["data that cannot be read", { "posts/posts.json": '{"draft": true', "posts/a.md": story() }, "posts/a.md", "posts/posts.json"],
  ["article JSON in such a folder", { "posts/_defaults.yml": "private: true\n", "posts/a.json": '{"headline": "A", "datePublished": "2024-04-22", "body": "Words."}' }, "posts/a.json", "posts/_defaults.yml"], // prettier-ignore
];

/** The same where the content folder is a part of the site: `folder` is what is built. */
const ABOVE: [name: string, files: Files, folder: string, says: string][] = [
  ["Jekyll's defaults", { "_config.yml": "defaults:\n- scope: { path: _posts/hold }\n  values: { published: false }\n", "_posts/hold/2024-04-22-a.md": story() }, "_posts", "_config.yml"], // prettier-ignore
  ["Jekyll's defaults by type", { "_config.yml": "defaults:\n- scope: { path: '', type: posts }\n  values: { published: false }\n", "blog/_posts/2024-04-22-a.md": story() }, "blog/_posts", "../_config.yml"], // prettier-ignore
  ["what Jekyll excludes", { "_config.yml": "exclude: [later]\n", "later/a.md": story() }, "later", "_config.yml"],
  ["settings that cannot be read", { "_config.yml": "defaults: [\n", "_posts/2024-04-22-a.md": story() }, "_posts", "_config.yml"],
  ["Hugo's cascade", { "hugo.toml": "[cascade]\npublishDate = 2999-01-01\n", "content/a.md": story() }, "content", "hugo.toml"],
  ["Hugo's cascade for a path", { "config.toml": '[[cascade]]\nprivate = true\n[cascade.target]\npath = "/news/**"\n', "content/news/a.md": story() }, "content/news", "config.toml"], // prettier-ignore
  ["a cascade in a file of its own", { "config/_default/cascade.toml": "draft = true\n", "content/a.md": story() }, "content", "config/_default/cascade.toml"], // prettier-ignore
  ["a list of cascades in a file of its own", { "config/_default/cascade.yaml": "cascade:\n- draft: true\n", "content/a.md": story() }, "content", "config/_default/cascade.yaml"], // prettier-ignore
  ["settings of the site as it is published", { "config/production/hugo.yaml": "cascade: { draft: true }\n", "content/a.md": story() }, "content", "config/production/hugo.yaml"], // prettier-ignore
];

const OPEN: [name: string, files: Files][] = [
  ["its own field says otherwise", { "s/_index.md": "---\ncascade: { draft: true }\n---\n", "s/a.md": story("draft: false") }],
  ["a nearer file says otherwise", { "s/_data.yml": "draft: true\n", "s/t/_data.yml": "draft: false\n", "s/t/a.md": story() }],
  ["the more exact default says otherwise", { "_config.yml": "defaults:\n- scope: { path: '' }\n  values: { published: false }\n- scope: { path: _posts/out }\n  values: { published: true }\n", "_posts/out/2024-04-22-a.md": story() }], // prettier-ignore
  ["the target is another", { "_index.md": "---\ncascade: { _target: { path: '/t/**' }, draft: true }\n---\n", "s/a.md": story() }],
  ["the kind is another", { "_index.md": "---\ncascade: { _target: { kind: section }, draft: true }\n---\n", "s/a.md": story() }],
  ["the date is that of the section", { "s/_index.md": "---\ndate: 2999-01-01\npublishDate: 2999-01-01\nnoindex: true\n---\n", "s/a.md": story() }], // prettier-ignore
  ["the collection has pages", { "_config.yml": "collections: { news: { output: true } }\n", "_news/a.md": story() }],
  ["the data are of a file beside it", { "s/b.json": '{"draft": true}', "s/a.md": story(), "s/b.md": story("draft: true") }],
];

describe("what a story inherits", () => {
  it.each(BACK)("keeps it back, and the report says by which file: %s", async (_, files, back, says) => {
    const content = folderOf(files);
    const { counts } = await compile({ content, out: temporaryFolder() });
    expect(counts.skipped.filter(({ file }) => file !== says)).toEqual([{ file: back, reason: expect.stringContaining(says) }]);
    const { content: imported, messages } = await tryImport(content);
    const compiled = await compile({ content: imported, out: temporaryFolder() });
    expect([...articlesIn(imported).values()].length).toBe(compiled.counts.read);
    expect(compiled.counts.published).toBe(Object.keys(files).filter((file) => file === "d.md").length);
    expect(messages.join("\n")).toContain(says);
  });

  it.each(ABOVE)("comes from above the content folder, too: %s", async (_, files, folder, says) => {
    const site = folderOf(files);
    const { counts } = await compile({ content: join(site, folder), out: temporaryFolder() });
    expect(counts).toMatchObject({ published: 0, skipped: [{ reason: expect.stringContaining(`../${says}`) }] });
    const whole = await compile({ content: site, out: temporaryFolder() });
    expect(whole.counts.published).toBe(0);
  });

  it("does not come from above the repository, nor from a file that any program may have", async () => {
    const site = folderOf({
      "_config.yml": "defaults: [{ scope: { path: '' }, values: { published: false } }]\n",
      "paper/.git/HEAD": "",
      "paper/config.toml": "[cascade]\ndraft = true\n",
      "paper/posts/a.md": story(),
    });
    const { counts } = await compile({ content: join(site, "paper/posts"), out: temporaryFolder() });
    expect(counts).toMatchObject({ published: 1 });
  });

  it.each(OPEN)("leaves it public where %s", async (_, files) => {
    const { counts } = await compile({ content: folderOf(files), out: temporaryFolder() });
    expect(counts).toMatchObject({ published: 1 });
  });

  it("counts from the build in which it is written, without a change of the story's file", async () => {
    const content = folderOf({ "posts/a.md": story() });
    const state = { folder: temporaryFolder(), version: "1" };
    const out = temporaryFolder();
    const build = async () => {
      const compiled = await compile({ content, out, state });
      return compiled.counts.published;
    };
    expect(await build()).toBe(1);
    writeFileSync(join(content, "posts/posts.json"), '{"draft": true}');
    expect(await build()).toBe(0);
    writeFileSync(join(content, "posts/posts.json"), '{"draft": false}');
    expect(await build()).toBe(1);
  });

  it("is told of once where a program says it", async () => {
    const program = "module.exports = { eleventyComputed: { permalink: (data) => (data.draft ? false : data.permalink) } };";
    const files = { "a/a.11tydata.js": program, "b/b.11tydata.mjs": "export default { tags: 'posts' };", "a/x.md": story() };
    const { problems } = await compile({ content: folderOf(files), out: temporaryFolder() });
    const told = problems.filter(({ message }) => message.includes("11tydata"));
    expect(told).toMatchObject([
      { severity: "warning", file: expect.stringContaining("11tydata"), remedy: expect.stringContaining("JSON") },
    ]);
  });

  it("is no file that was left alone", async () => {
    const files = { "posts/posts.json": '{"layout": "post"}', "posts/a.md": story() };
    const { problems, counts } = await compile({ content: folderOf(files), out: temporaryFolder() });
    expect(counts.published).toBe(1);
    expect(problems.map(({ file }) => file)).toEqual(["edition.json"]);
  });
});
