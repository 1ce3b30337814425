import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, posix } from "node:path";
import { globSync } from "tinyglobby";
import ts from "typescript";
import * as v from "valibot";
import { expect, describe, it } from "vitest";
import { parse } from "yaml";
import { compile } from "#compiler/compile.ts";
import { CollectionSchema } from "#compiler/settings/collectionSettings.ts";
import { FrontSettingsSchema } from "#compiler/settings/frontSettings.ts";
import { ThreadSettingsSchema } from "#compiler/settings/threadSettings.ts";
import { NewsletterSettingsSchema } from "#compiler/settings/newsletterSettings.ts";
import { SettingsSchema } from "#compiler/settings/settings.ts";
import { ThemeSchema } from "#compiler/features/theme/themeSchema.ts";
import { WithdrawalsSchema } from "#compiler/features/record/PublicRecord.ts";
import { readPaperWords } from "#compiler/features/words/paperWords.ts";
import { program } from "#cli/program.ts";
import { MostReadSchema } from "#compiler/settings/mostReadFile.ts";
import { drawerOf } from "#prerender/loadComponents.tsx";
import { commandReference } from "../../scripts/schemas/commandReference.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";
import { contentOf } from "../compiler/features/pictures/edition.ts";

const ROOT = join(import.meta.dirname, "../..");
const DOCS = join(ROOT, "docs");
const pages = globSync("**/*.md", { cwd: DOCS }).toSorted();
const textOf = (page: string): string => readFileSync(join(DOCS, page), "utf8");

/** The links of a page, without those in what it shows as code. */
const linksOf = (page: string): string[] =>
  [
    ...textOf(page)
      .replace(/^(`{3,})[^\n]*\n.*?^\1$/gmsu, "")
      .replace(/`[^`\n]+`/gu, "")
      .matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)[^)]*\)/gu),
  ].map(([, link = ""]) => link);

type Block = { page: string; language: string; text: string };

/** Every fenced block. One inside a longer fence is part of the text of that block. */
const blocks: Block[] = ["../README.md", ...pages].flatMap((page) =>
  [...textOf(page).matchAll(/^(?<fence>`{3,})(?<language>[^\n`]*)\n(?<text>.*?)^\k<fence>$/gmsu)].map(({ groups = {} }) => ({
    page,
    language: groups["language"] ?? "",
    text: groups["text"] ?? "",
  })),
);
const inLanguage = (language: string): Block[] => blocks.filter((block) => block.language === language);

/** The problems of a build of these files, beside a story. */
async function problemsOf(files: Record<string, string>): Promise<string[]> {
  const { problems } = await compile({ content: contentOf(files), out: temporaryFolder(), encode: false, url: "https://example.org/" });
  return problems.filter(({ severity }) => severity !== "notice").map(({ message }) => message);
}

describe("the manual as a site", () => {
  it("is built without a warning or notice: no link is dead or leads out of the manual", async () => {
    const folders = { content: DOCS, out: temporaryFolder(), cache: temporaryFolder() };
    const { problems, built } = await compile({ ...folders, encode: false, isLocal: true });
    expect(problems).toEqual([]);
    expect([...(built?.pages ?? [])].filter(({ kind }) => kind === "static")).toHaveLength(pages.length);
  }, 120_000);

  it("links to every page from its front page", () => {
    const seen = new Set<string>();
    const waiting = ["index.md"];
    for (let page = waiting.pop(); page !== undefined; page = waiting.pop()) {
      if (seen.has(page)) continue;
      seen.add(page);
      waiting.push(
        ...linksOf(page)
          .map((link) => posix.join(posix.dirname(page), link))
          .filter((to) => pages.includes(to)),
      );
    }
    expect(pages.filter((page) => !seen.has(page))).toEqual([]);
  });

  it("links only to files that exist", () => {
    const missing = pages.flatMap((page) =>
      linksOf(page)
        .filter((link) => !existsSync(join(DOCS, page, "..", link)))
        .map((link) => `${page}: ${link}`),
    );
    expect(missing).toEqual([]);
  });
});

describe("what the manual says to write", () => {
  const json = inLanguage("json");
  const schemaOf = ({ page, text }: Block) => {
    if (text.startsWith("[")) return WithdrawalsSchema;
    if (page === "threads.md") return ThreadSettingsSchema;
    if (page === "statistics.md") return MostReadSchema;
    if (page === "newsletter.md") return NewsletterSettingsSchema;
    if (page === "collections.md") return CollectionSchema;
    return page === "front-page.md" ? FrontSettingsSchema : page === "theme.md" ? ThemeSchema : SettingsSchema;
  };

  it.each(json)("$page: $text is read", (block) => {
    const { issues } = v.safeParse(schemaOf(block), JSON.parse(block.text));
    expect(issues?.map(({ message }) => message)).toBeUndefined();
  });

  it.each(inLanguage("json words"))("$page has interface text that is valid", ({ text }) => {
    const problems: string[] = [];
    readPaperWords(contentOf({ "words/en.json": text }), ({ message }) => problems.push(message));
    expect(problems).toEqual([]);
  });

  it.each(inLanguage("json article"))("$page has article JSON that is published", async ({ text }) => {
    expect(await problemsOf({ "story.json": text })).toEqual([]);
  });

  const withFields = inLanguage("markdown").filter(({ text }) => text.startsWith("---\n"));

  it("has front matter in it", () =>
    expect(withFields.map(({ page }) => page)).toEqual(["article.md", "audio.md", "pages.md", "writing.md"]));

  it.each(withFields)("$page: front matter is known to the compiler", async ({ page, text }) => {
    const [, fields = "", body = ""] = /^---\n(.*?)^---\n(.*)$/msu.exec(text) ?? [];
    const isPage = page === "pages.md";
    const dated = isPage || /^datePublished:/mu.test(fields) ? "" : "datePublished: 2024-04-22\n";
    const file = `---\n${fields}${dated}---\n${body.trim() || "\nWords."}\n`;
    const messages = await problemsOf({ "articles/ferry.md": STORY, [isPage ? "pages/about.md" : "articles/a.md"]: file });
    expect(messages.filter((message) => !/picture|recording/iu.test(message))).toEqual([]);
  });

  it.each(inLanguage("yaml").filter(({ page, text }) => (page === "writing.md" || page === "front-page.md") && !text.startsWith(":::")))(
    "$page: the fields are known to the compiler",
    async ({ text }) => {
      expect(parse(text)).toBeTypeOf("object");
      const fields = text.includes("headline:") ? text : `headline: A\ndatePublished: 2024-04-22\n${text}`;
      expect(await problemsOf({ "articles/a.md": `---\n${fields}---\n\nWords.\n` })).toEqual([]);
    },
  );
});

const STORY = "---\nheadline: A\ndatePublished: 2024-04-22\n---\n\nWords.\n";

describe("the code of the manual", () => {
  const files = blocks.flatMap(({ page, language, text }) => {
    const [, file] = /^(?:tsx?|markdown) (\S+)$/u.exec(language) ?? [];
    return file !== undefined && page === "extending.md" ? [[file, text] as const] : [];
  });

  it("is a paper whose blocks, sources and steps work", async () => {
    expect(files.map(([file]) => file)).toEqual([
      "blocks/poll/block.ts",
      "articles/tram.md",
      "blocks/poll/component.tsx",
      "blocks/quiz/block.ts",
      "sources/minutes.ts",
      "sources/wire.ts",
      "refine/desks.ts",
    ]);
    const content = contentOf({
      ...Object.fromEntries(files),
      "edition.json": JSON.stringify({ name: "The Paper", url: "https://example.org/" }),
      "articles/quiz.md": `${STORY}\n<div class="quiz">How deep?</div>\n`,
      "wire.json": JSON.stringify({
        wire_version: 1,
        items: ["live", "killed"].map((state) => ({
          id: state,
          state,
          title: `It is ${state}`,
          date: "2024-04-24",
          text: "<p>Words.</p>",
        })),
      }),
      "council.minutes": "Votes\n2024-04-23\n<p>Nine to four.</p>\n",
    });
    const { problems, built } = await compile({ content, out: temporaryFolder(), encode: false, drawerOf });
    expect(problems).toEqual([]);
    const articles = [...(built?.pages ?? [])].flatMap((page) => (page.kind === "article" ? [page.value.article] : []));
    expect(articles.map(({ headline, section }) => `${headline}: ${section?.name}`).toSorted()).toEqual([
      "A: News",
      "It is live: News",
      "The tram runs at night: News",
      "Votes: Council",
    ]);
    const custom = articles.flatMap(({ body }) => body).filter((block) => block.type === "custom");
    expect(custom.map(({ name, script }) => `${name} ${script === undefined ? "is text" : "has a component"}`).toSorted()).toEqual([
      "poll has a component",
      "quiz is text",
    ]);
  });

  it("has the types that it says", () => {
    const folder = join(ROOT, ".cache", "docs-types");
    for (const [file, text] of files.filter(([name]) => /\.tsx?$/u.test(name))) {
      mkdirSync(join(folder, file, ".."), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    try {
      const program = ts.createProgram(globSync("**/*.{ts,tsx}", { cwd: folder, absolute: true }), {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        jsx: ts.JsxEmit.ReactJSX,
        target: ts.ScriptTarget.ES2023,
        module: ts.ModuleKind.ESNext,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        types: [],
      });
      const faults = ts
        .getPreEmitDiagnostics(program)
        .map(({ file, messageText }) => `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`);
      expect(faults).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);
});

describe("the commands of the manual", () => {
  const SCRIPTS = ["start", "dev", "check", "build", "new", "serve", "theme"];
  /** Commands of npm itself. */
  const OF_NPM = new Set(["install", "create", "ci", "pack", "audit"]);
  const lines = inLanguage("sh")
    .flatMap(({ page, text }) => text.split("\n").map((line) => ({ page, line: line.replace(/\s+#.*$/u, "") })))
    .flatMap(({ page, line }) => {
      const [, called] = /^(?:npx |node bin\/)?broadsheet(?:\.js)? (.*)$/u.exec(line) ?? [];
      const [, script = "", rest = ""] = /^npm (?:run )?([a-z]+)(?: -- (.*))?$/u.exec(line) ?? [];
      const command = called ?? (SCRIPTS.includes(script) ? `${script} ${rest}` : undefined);
      return command === undefined ? [] : [{ page, command }];
    });

  it("are found", () => expect(lines.length).toBeGreaterThan(6));

  it("can be run in a new paper", () => {
    const template = join(ROOT, "packages/create-broadsheet/template/package.json");
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(template, "utf8"));
    const said = inLanguage("sh").filter(({ page }) => page !== "../README.md");
    const called = said.flatMap(({ text }) => [...text.matchAll(/\bnpm (?:run )?([a-z:]+)/gu)].map(([, script = ""]) => script));
    expect(called.filter((script) => !(script in scripts) && !OF_NPM.has(script))).toEqual([]);
    expect(said.filter(({ text }) => /^broadsheet /mu.test(text))).toEqual([]);
  });

  it("name the package as it is packed", () => {
    const { version }: { version: string } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    const packed = [...textOf("quick-start.md").matchAll(/broadsheet-reader-([\d.]+)\.tgz/gu)].map(([, each]) => each);
    expect(new Set(packed)).toEqual(new Set([version]));
  });

  it.each(lines)("$page: $command", ({ command }) => {
    const [name, ...rest] = command.trim().split(/\s+/u);
    const outer = program.commands.find((each) => each.name() === name);
    expect(outer, name).toBeDefined();
    // One that has commands itself.
    const known = outer?.commands.find((each) => each.name() === rest[0]) ?? outer;
    const flags = known?.options.flatMap(({ long, short }) => [long, short]) ?? [];
    for (const flag of rest.filter((word) => word.startsWith("-"))) expect(flags).toContain(flag);
  });

  it("are in the reference, as the command itself describes them", async () => {
    expect(textOf("command.md")).toBe(await commandReference(program));
  });
});

describe("the messages of troubleshooting", () => {
  const messages = [...textOf("troubleshooting.md").matchAll(/^## (.+)$/gmu)].map(([, message = ""]) => message.replaceAll("`", ""));

  it("are printed by the program in these words", () => {
    const source = globSync("src/{cli,compiler,server}/**/*.ts", { cwd: ROOT })
      .map((file) => readFileSync(join(ROOT, file), "utf8").replace(/[`\\]/gu, ""))
      .join("\n");
    const words = messages.flatMap((message) => message.split(/[\s(“"<[:]*…[\s)”">.,:;]*/u));
    expect(words.length).toBeGreaterThan(messages.length);
    expect(words.filter((part) => !source.includes(part))).toEqual([]);
  });

  it("are in alphabetical order", () => {
    const keys = messages.map((message) =>
      message
        .toLowerCase()
        .replace(/[^a-z0-9 ]/gu, "")
        .trim(),
    );
    expect(keys).toEqual(keys.toSorted());
  });
});
