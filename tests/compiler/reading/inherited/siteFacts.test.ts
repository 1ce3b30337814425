import { languages } from "../../../../src/compiler/reading/inherited/languages.ts";
import { siteFacts } from "../../../../src/compiler/reading/inherited/siteFacts.ts";
import { expect, test } from "vitest";
import { articlesIn, folderOf, tryImport } from "../../../support/importing.ts";
import { filesIn } from "../../../support/temporaryFolder.ts";
import { readFiles } from "../contentFolder.ts";

const story = (title: string, fields = ""): string => `---\ntitle: ${title}\ndate: 2024-01-01\n${fields}---\nThe ferry sails at noon.\n`;

/** Each story by its file: its language and slug. */
async function placed(files: Record<string, string>, given: object = {}) {
  const { drafts } = await readFiles(files, given);
  return Object.fromEntries(drafts.map(({ file, inLanguage, slug }) => [file, `${inLanguage ?? "-"} ${slug}`]));
}

test("a story has the language of its folder, and a translation of the same name has it in its slug", async () => {
  expect(
    await placed({
      "content/en/posts/a.md": story("A"),
      "content/de/posts/a.md": story("A"),
      "content/pt-br/posts/b/index.md": story("B"),
      "content/de/posts/c.md": story("C", "slug: see\nlang: gsw\n"),
    }),
  ).toEqual({
    "content/en/posts/a.md": "en a",
    "content/de/posts/a.md": "de a-de",
    "content/pt-br/posts/b/index.md": "pt-BR b",
    "content/de/posts/c.md": "gsw see",
  });
});

test("a story has the language in its name, where another file tells it from this one", async () => {
  const files = {
    "a.md": story("A"),
    "a.de.md": story("A"),
    "b/index.en.md": story("B"),
    "b/index.fr.md": story("B"),
    "see.it.md": story("See it"),
  };
  expect(await placed(files)).toEqual({
    "a.md": "- a",
    "a.de.md": "de a-de",
    "b/index.en.md": "en b",
    "b/index.fr.md": "fr b-fr",
    "see.it.md": "- see.it",
  });
});

test("a folder named like a language is a section, where no language of the edition stands beside it", async () => {
  const files = { "it/a.md": story("A"), "hr/b.md": story("B"), "in-case-of/c.md": story("C") };
  expect(await placed(files)).toEqual({ "it/a.md": "- a", "hr/b.md": "- b", "in-case-of/c.md": "- c" });
});

test("Hugo's settings say which folder and which name is of which language", async () => {
  const settings = `defaultContentLanguage = "en"\n[languages.en]\n[languages.cn]\nlanguageCode = "zh-Hans"\ncontentDir = "inhalt/chinesisch"\n[languages.fi]\n`;
  const files = {
    "hugo.toml": settings,
    "content/a.md": story("A"),
    "inhalt/chinesisch/a.md": story("A"),
    "content/b.fi.md": story("B"),
  };
  expect(await placed(files)).toEqual({ "content/a.md": "- a", "inhalt/chinesisch/a.md": "zh-Hans a-zh-hans", "content/b.fi.md": "fi b" });
});

test("what the settings give as a language and is none is passed over", async () => {
  const folder = folderOf({ "hugo.toml": 'languageCode = "no-nns"\ndefaultContentLanguage = "nn"\n' });
  const { publication } = await siteFacts(folder, ["hugo.toml"], "en", () => {});
  expect(publication.language).toBe("nn");
});

test("stories of the same path are translations of each other within one site, and not those of a site inside it", async () => {
  const settings = '[languages.en]\ncontentDir = "texts"\n[languages.de]\ncontentDir = "texte"\n';
  const paths = ["texts/a.md", "texte/a.md", "sub/texts/a.md", "sub/texte/a.md"];
  const { drafts } = await readFiles({
    "hugo.toml": settings,
    "sub/hugo.toml": settings,
    ...Object.fromEntries(paths.map((path) => [path, story("A")])),
  });
  const [site, inner] = ["te", "sub/"].map((start) =>
    drafts.filter(({ file }) => file.startsWith(start)).map(({ translationKey }) => translationKey),
  );
  expect(site).toEqual([expect.any(String), site?.[0]]);
  expect(inner).toEqual([expect.any(String), inner?.[0]]);
  expect(inner?.[0]).not.toBe(site?.[0]);
});

test("Hugo may tell each language in a file of its own", async () => {
  const files = {
    "config/_default/hugo.toml": "",
    "config/_default/languages.de.toml": 'locale = "de-AT"\ncontentDir = "content/austria"\n',
    "content/austria/a.md": story("A"),
  };
  expect(await placed(files)).toEqual({ "content/austria/a.md": "de-AT a" });
});

test("the one folder of content that is named for a language tells it", async () => {
  expect(await placed({ "content/nl/posts/a.md": story("A") })).toEqual({ "content/nl/posts/a.md": "nl a" });
  expect(await placed({ "posts/it/a.md": story("A") })).toEqual({ "posts/it/a.md": "- a" });
});

test.each(["[languages.fr]\ndisabled = true\n", 'disableLanguages = ["fr"]\n[languages.fr]\n'])(
  "a language that Hugo's settings switch off is not published: %j",
  async (settings) => {
    const files = { "hugo.toml": `${settings}[languages.en]\n`, "content/a.md": story("A"), "content/a.fr.md": story("A") };
    const { drafts } = await readFiles(files);
    expect(drafts.map(({ file, held }) => [file, held])).toEqual([
      ["content/a.fr.md", "The settings of its site switch its language off (fr)."],
      ["content/a.md", undefined],
    ]);
  },
);

test.each([
  ["_config.yml", "author: Jane Doe\n", "Jane Doe"],
  ["_config.yml", "author: { name: Jane Doe, email: jane@paper.example }\n", "Jane Doe"],
  ["_config.yml", "author: jane@paper.example\n", undefined],
  ["hugo.toml", '[params.author]\nname = "Jane Doe"\n', "Jane Doe"],
  ["config/_default/params.toml", 'author = "Jane Doe"\n', "Jane Doe"],
  ["_config.yml", "author: jane\n", "Jane of the Desk"],
])("a story without a byline is by whom %s names (%j)", async (name, settings, author) => {
  const known: Record<string, string> = author === "Jane of the Desk" ? { "_data/authors.yml": "jane: { name: Jane of the Desk }\n" } : {};
  const { drafts } = await readFiles({ [name]: settings, ...known, "a.md": story("A"), "b.md": story("B", "author: Ben Ruiz\n") });
  expect(drafts.map(({ authors }) => authors.map((each) => each.name))).toEqual([author === undefined ? [] : [author], ["Ben Ruiz"]]);
});

test("an imported translation is found at the address that it had", async () => {
  const { content } = await tryImport(
    folderOf({
      "config.toml": 'title = "The Paper"\nbase_url = "https://paper.example/"\ndefault_language = "fr"\n[languages.de]\n',
      "content/posts/a.md": story("A"),
      "content/posts/a.de.md": `${story("A")}[En français](@/posts/a.md)\n`,
    }),
  );
  const articles = [...articlesIn(content).values()];
  expect(articles).toMatchObject([
    { slug: "a-de", inLanguage: "de", oldUrls: expect.arrayContaining(["/de/posts/a/"]) },
    { slug: "a", oldUrls: ["/posts/a/"] },
  ]);
  expect(JSON.parse(filesIn(content).get("edition.json") ?? "")).toEqual({
    name: "The Paper",
    language: "fr",
    url: "https://paper.example/",
  });
});

/** Who signs, by the site's files beside the story. */
async function bylines(files: Record<string, string>, authors: string): Promise<string[][]> {
  const { drafts, skipped, problems } = await readFiles({ ...files, "post.md": story("A", authors) });
  expect([skipped, problems.filter(({ severity }) => severity !== "notice")]).toEqual([[], []]);
  return drafts.map((draft) => draft.authors.map(({ name }) => name));
}

test.each([
  ["Hugo's pages of authors", { "content/authors/jane/_index.md": "---\ntitle: Jane Doe\n---\nShe writes.\n" }],
  ["a theme's data of Hugo", { "data/authors/jane.toml": 'name = "Jane Doe"\n' }],
  ["a name in parts", { "data/authors/jane.json": '{"name": {"display": "Jane Doe"}}' }],
  ["Jekyll's data", { "_data/authors.yml": "jane:\n  name: Jane Doe\n  email: jane@paper.example\n" }],
  ["a list of people", { "_data/people.yml": "- username: jane\n  name: Jane Doe\n" }],
  ["Jekyll's collection", { "_authors/j-doe.md": "---\nshort_name: jane\nname: Jane Doe\n---\nShe writes.\n" }],
  ["Docusaurus's file", { "blog/authors.yml": "jane:\n  name: Jane Doe\n  title: Editor\n" }],
  ["Astro's collection", { "src/content/authors/jane.md": "---\nname: Jane Doe\ntitle: Editor\n---\n" }],
])("a byline shows the name that %s gives", async (_, files) => {
  expect(await bylines(files, "author: jane\n")).toEqual([["Jane Doe"]]);
  expect(await bylines(files, "authors: [Ben Ruiz, jane]\n")).toEqual([["Ben Ruiz", "Jane Doe"]]);
});

test("several keys in one text are several authors, and a stranger among them makes it one name", async () => {
  const files = { "_data/authors.yml": "jane: Jane Doe\nben: { name: Ben Ruiz }\n" };
  expect(await bylines(files, "author: jane, ben\n")).toEqual([["Jane Doe", "Ben Ruiz"]]);
  expect(await bylines(files, "author: jane, Ann Lee\n")).toEqual([["jane, Ann Lee"]]);
});

test("a file of authors that cannot be read is named", async () => {
  const { problems } = await readFiles({ "_data/authors.yml": "jane: [\n", "post.md": story("A") });
  expect(problems.filter(({ severity }) => severity === "warning")).toMatchObject([{ file: "_data/authors.yml" }]);
});

test.each([
  ["i18n/fr/docusaurus-plugin-content-blog/crane.md", "fr", "/fr/blog/crane/"],
  ["content.de/crane.md", "de", "/de/crane/"],
  ["zh/posts/crane.md", "zh", undefined],
  ["src/ja/crane.md", "ja", undefined],
  ["it/crane.md", undefined, undefined],
])("a folder that a site builder keeps for a language tells it: %s", (path, language, address) => {
  const place = languages([path, "about/us.md", "posts/crane.md"], [], "en")(path);
  expect([place.language, place.oldUrls[0]]).toEqual([language, address]);
});
