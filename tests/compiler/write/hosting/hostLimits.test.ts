import { describe, expect, it } from "vitest";
import { guessedHost, type HostName } from "#compiler/settings/hostSettings.ts";
import { hostLimits } from "#compiler/write/hosting/hostLimits.ts";
import { folderOf } from "../../../support/importing.ts";

const MB = 1_000_000;

/** A site of files of one size, in bytes. */
function problems(
  host: HostName | undefined,
  count: number,
  size = 1,
  more: { isGuessed?: boolean; redirects?: number; patterns?: number; folder?: string } = {},
) {
  const { folder = "data", patterns = 0 } = more;
  const files = Array.from({ length: count }, (_, index) => `${folder}/${index}.json`);
  const exact = Array.from({ length: more.redirects ?? 0 }, (_, index) => ({ path: `/old/${index}`, to: "/" }));
  const open = Array.from({ length: patterns }, (_, index) => ({ path: `/old/${index}/*`, to: "/", isPattern: true as const }));
  const paper = { host, isGuessed: more.isGuessed ?? false, stories: 100, rules: [...exact, ...open], ownPatterns: patterns };
  return hostLimits(paper, { files: () => files, size: () => size });
}

describe("the limits of a host", () => {
  it.each([
    ["cloudflare", 15_999, 1],
    ["cloudflare", 1, 25 * 1024 * 1024],
    ["github", 799, MB],
    ["vercel", 79, MB],
    ["netlify", 43_199, 1],
    ["s3", 100_000, 1],
    ["server", 100_000, 1],
    [undefined, 100_000, 1],
  ] as const)("are not mentioned by a site that is far below those of %s", (host, count, size) => {
    expect(problems(host, count, size)).toEqual([]);
  });

  it.each([
    ["cloudflare", 16_000, 1, "The site has 16,000 files, and Cloudflare Pages takes 20,000; there is room for about 25 more stories."],
    ["github", 800, MB, "The site has 800 MB, and GitHub Pages takes 1,000; there is room for about 25 more stories."],
    ["vercel", 80, MB, "The site has 80 MB, and Vercel takes 100; there is room for about 25 more stories."],
    ["netlify", 54_000, 1, "The site has 54,000 files in one folder, and Netlify takes 54,000; there is room for about 0 more stories."],
  ] as const)("warn from four fifths on, with what is left: %s", (host, count, size, message) => {
    expect(problems(host, count, size)).toMatchObject([{ severity: "warning", file: "edition.json", place: "host", message }]);
  });

  it.each([
    ["cloudflare", 20_001, 1, "The site has 20,001 files, and Cloudflare Pages takes 20,000."],
    ["cloudflare", 300_000, 1, "The site has 300,000 files, and Cloudflare Pages takes 20,000."],
    ["cloudflare", 2, 25 * 1024 * 1024 + 1, "The site has 26 MB (data/0.json), and Cloudflare Pages takes 26."],
    ["github", 1001, MB, "The site has 1,001 MB, and GitHub Pages takes 1,000."],
    ["netlify", 54_001, 1, "The site has 54,001 files in one folder, and Netlify takes 54,000."],
  ] as const)(
    "refuse what exceeds them, with a remedy, if the paper names %s, and only warn if it is guessed",
    (host, count, size, message) => {
      expect(problems(host, count, size)).toMatchObject([{ severity: "error", message, remedy: expect.stringContaining(".") }]);
      expect(problems(host, count, size, { isGuessed: true })).toMatchObject([{ severity: "warning", message }]);
    },
  );

  it.each([
    ["cloudflare", 2000],
    ["vercel", 1024],
  ] as const)("say that %s takes %i old addresses", (host, most) => {
    expect(problems(host, 1, 1, { redirects: most })).toEqual([]);
    expect(problems(host, 1, 1, { redirects: most + 1 })).toMatchObject([
      { severity: "notice", message: expect.stringMatching(/^There are [\d,]+ old addresses, and \w+(?: Pages)? takes /u) },
    ]);
  });

  it.each([
    ["cloudflare", 100, "redirects.csv has 101 patterns, and Cloudflare Pages takes 100 lines of them: there the others lead nowhere."],
    ["s3", 0, "redirects.csv has a pattern, and object storage takes none: there no address redirects by them."],
    ["github", 0, "redirects.csv has a pattern, and GitHub Pages takes none: there no address redirects by them."],
  ] as const)("warn that %s takes %i patterns", (host, most, message) => {
    expect(problems(host, 1, 1, { patterns: most })).toEqual([]);
    expect(problems(host, 1, 1, { patterns: most + 1 })).toMatchObject([{ severity: "warning", message }]);
  });
});

describe("the host that a paper's files are for", () => {
  it.each([
    ["content/netlify.toml", "", "netlify"],
    ["netlify.toml", "", "netlify"],
    ["wrangler.jsonc", "", "cloudflare"],
    ["vercel.json", "", "vercel"],
    [".github/workflows/publish.yml", "uses: actions/deploy-pages@v4", "github"],
    [".github/workflows/check.yml", "uses: actions/checkout@v4", undefined],
    ["README.md", "On netlify.toml", undefined],
  ])("is by %s", (file, text, host) => {
    const folder = folderOf({ [file]: text, "content/tea.md": "" });
    expect(guessedHost(`${folder}/content`)).toBe(host);
  });

  it("is that of a file of its own before that of a workflow", () => {
    const folder = folderOf({ ".github/workflows/publish.yml": "actions/deploy-pages", "netlify.toml": "", "content/tea.md": "" });
    expect(guessedHost(`${folder}/content`)).toBe("netlify");
  });
});
