import { existsSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { compile } from "#compiler/compile.ts";
import { rollback } from "#cli/rollback.ts";
import { stageSite } from "#cli/stage/stagedSite.ts";
import { filesIn, temporaryFolder } from "../support/temporaryFolder.ts";

const story = (headline: string, fields = ""): string =>
  `---\nheadline: ${headline}\ndatePublished: 2024-04-22T07:10:00Z\ntopics: [Rain]\n${fields}---\nIt rained on ${headline}.\n`;

const FILES = {
  "edition.json": '{ "name": "The Paper" }',
  "articles/monday.md": story("Monday"),
  "articles/tuesday.md": story("Tuesday"),
  "articles/wednesday.md": story("Wednesday"),
  "pages/about.md": "---\ntitle: About\n---\nWe.\n",
};

/** A paper with a site, and how to change and build it. */
async function published() {
  const folder = temporaryFolder();
  const [content, site] = [join(folder, "content"), join(folder, "site")];
  const state = { folder: join(folder, "state"), version: "" };
  const write = (files: Record<string, string>): void => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(content, file)), { recursive: true });
      writeFileSync(join(content, file), text);
    }
  };
  const build = async (): Promise<string[]> => {
    const said: string[] = [];
    const made = (stage: { folder: string; site: string | undefined }) => compile({ content, out: stage.folder, site: stage.site, state });
    await stageSite(site, made, ({ built }) => built !== undefined, (sentence) => said.push(sentence)); // prettier-ignore
    return said;
  };
  write(FILES);
  await build();
  const back = async (): Promise<string> => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    await rollback({ content, out: site });
    const said = error.mock.calls.join("\n");
    error.mockRestore();
    return said;
  };
  return { content, site, write, build, back };
}

describe("broadsheet rollback", () => {
  it("makes the site what it was before the last build, byte for byte, once, which the next build undoes and says so", async () => {
    const { content, site, write, build, back } = await published();
    await expect(back()).rejects.toThrow("Nothing is kept of what");
    const before = filesIn(site);
    write({
      "edition.json": '{ "name": "Teh Paper" }',
      "articles/monday.md": story("Monday again"),
      "articles/sunday.md": story("Sunday"),
      // A story that has another address is not withheld.
      "articles/wednesday.md": story("Wednesday", "slug: midweek\n"),
    });
    rmSync(join(content, "articles/tuesday.md"));
    await build();
    const bad = filesIn(site);
    // A build that changes nothing leaves what is kept.
    expect(await build()).toEqual([]);
    // Lost by accident, and there again; and one that nobody can parse, of which the last version stays public.
    write({ "articles/tuesday.md": story("Tuesday"), "articles/monday.md": "---\nheadline: [Monday\n---\nIt rained.\n" });
    expect(await back()).toContain("is as it was before the last build. The next build undoes this");
    expect(filesIn(site)).toEqual(before);
    await expect(back()).rejects.toThrow("has been rolled back already");
    rmSync(join(content, "articles/tuesday.md"));
    write({ "articles/monday.md": story("Monday again") });
    expect(await build()).toEqual(["This build has undone the rollback."]);
    expect(filesIn(site)).toEqual(bad);
  });

  it.each<[string, Record<string, string | undefined>, string[]]>([
    ["drafts", { "articles/monday.md": story("Monday", "draft: true\n") }, ["/article/monday"]],
    ["expired", { "articles/monday.md": story("Monday", "expires: 2024-05-01\n") }, ["/article/monday"]],
    ["deleted", { "articles/monday.md": undefined, "articles/tuesday.md": undefined }, ["/article/monday", "/article/tuesday"]],
    [
      "closed for members",
      {
        "edition.json": '{ "members": {} }',
        ".members/members.key": "A".repeat(43),
        "articles/monday.md": story("Monday", "access: members\n"),
      },
      ["/article/monday"],
    ],
    ["pages that are drafts", { "pages/about.md": "---\ntitle: About\ndraft: true\n---\nWe.\n" }, ["/about"]],
  ])("brings nothing back while there are stories in it that are now withheld, and lists them: %s", async (_, change, listed) => {
    const { content, site, write, build, back } = await published();
    write({ "edition.json": '{ "name": "Teh Paper" }' });
    for (const [file, text] of Object.entries(change)) {
      if (text === undefined) rmSync(join(content, file));
      else write({ [file]: text });
    }
    await build();
    const now = filesIn(site);
    await expect(back()).rejects.toThrow(`has expired or is withheld: ${listed.join(", ")}. Correct what was wrong, and build.`);
    expect(filesIn(site)).toEqual(now);
  });

  it("keeps what may hold a story that was taken down from other users of the machine, and only what was changed", async () => {
    const { site, write, build } = await published();
    write({ "articles/monday.md": story("Monday again") });
    await build();
    const previous = join(dirname(site), ".site.broadsheet-previous");
    expect(statSync(previous).mode & 0o077).toBe(0);
    expect(existsSync(join(previous, "files/data/article/monday.json"))).toBe(true);
    expect(existsSync(join(previous, "files/data/about.json"))).toBe(false);
  });
});
