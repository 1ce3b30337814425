import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { compile } from "#compiler/compile.ts";
import { accessibility } from "#cli/accessibility/accessibility.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { contentOf } from "../../compiler/features/pictures/edition.ts";

const NOW = new Date("2026-12-01T23:30:00Z");

const story = (body: unknown[]): string =>
  JSON.stringify({
    headline: "The tide",
    datePublished: "2024-04-22T08:00:00Z",
    audio: { url: "https://cdn.example/tide.mp3", kind: "episode" },
    body,
  });

/** A paper with a part of each kind that shuts readers out. */
const BARRIERS = {
  "edition.json": JSON.stringify({
    name: "De Post",
    language: "nl",
    timeZone: "Europe/Amsterdam",
    url: "https://post.example/",
    origins: { "media-src": ["https://cdn.example"] },
  }),
  "articles/tide.json": story([
    { type: "video", url: "https://cdn.example/tide.mp4" },
    { type: "video", url: "https://cdn.example/live.m3u8" },
    { type: "audio", url: "https://cdn.example/bells.mp3", transcript: [{ text: "The bells" }] },
    {
      type: "gallery",
      images: [
        { file: "../pictures/sea.svg", alt: "" },
        { file: "../pictures/sea.svg", alt: "The sea" },
      ],
    },
  ]),
  "pictures/sea.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path d="M0 0h4v3H0z"/></svg>',
  "theme/theme.json": JSON.stringify({
    colors: { light: { paper: "#ffffff", ink: "#cccccc" }, dark: { paper: "#000000", ink: "#ffffff" } },
  }),
};

const SOUND = {
  "edition.json": JSON.stringify({ name: "The Post" }),
  "articles/tide.md": "---\nheadline: The tide\ndate: 2024-04-22\n---\n\nIt rises.\n",
  "pages/contact.md": "# Contact\n\nWrite.\n",
};

/** Runs the command. @returns the exit code, and what was printed */
async function run(content: string, options: { contact?: string; print?: true; force?: true } = {}) {
  const [out, err] = [vi.spyOn(console, "log").mockReturnValue(), vi.spyOn(console, "error").mockReturnValue()];
  try {
    const code = await accessibility({ content, ...options }, "0.1.0", NOW);
    return { code, out: out.mock.calls.flat().join("\n"), err: err.mock.calls.flat().join("\n") };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
}

it("a statement says what is known to shut readers out, the contrast, the languages and the day, and is a page of the paper", async () => {
  const content = contentOf(BARRIERS);
  const { code, err } = await run(content, { contact: "desk@post.example" });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const text = readFileSync(join(content, "pages/accessibility.md"), "utf8");
  expect(text.match(/^- \d.*$/gmu)).toEqual([
    "- 1 picture has no alternative text (1.1.1).",
    "- 1 recording has no transcript (1.2.1).",
    "- 1 film has no captions (1.2.2).",
    "- 1 rule of its design may shut readers out, such as by too little contrast (1.4.3).",
  ]);
  for (const part of [
    "inLanguage: en",
    "https://post.example/",
    "**partially conformant**",
    "mailto:desk@post.example",
    "December 2, 2026",
    "Dutch",
  ])
    expect(text).toContain(part);
  // The light colours were refused, and the dark ones have all the contrast that there is in their weakest pair.
  expect(text).toMatch(/at least 5\.1:1 \(light\), 5\.1:1 \(sepia\), \d+\.\d:1 \(dark\)\./u);
  const { problems } = await compile({ content, out: temporaryFolder(), encode: false });
  expect(problems.filter(({ file }) => file.startsWith("pages/"))).toEqual([]);
});

it("a paper without known faults claims nothing that only people can find out, and names its contact page", async () => {
  const { out } = await run(contentOf(SOUND), { print: true });
  expect(out).toContain("**not been fully assessed**");
  expect(out).toContain("please [tell us](/contact)");
  expect(out).not.toContain("inLanguage");
});

it("a statement is only printed with --print, and never overwritten without --force", async () => {
  const content = contentOf(SOUND);
  const file = join(content, "pages/accessibility.md");
  await run(content, { print: true });
  expect(existsSync(file)).toBe(false);
  await run(content);
  await expect(run(content)).rejects.toThrow("it already exists; --force replaces it.");
  expect((await run(content, { force: true })).code).toBe(0);
});

it("a paper without a way to reach it is told so", async () => {
  const { "pages/contact.md": _contact, ...rest } = SOUND;
  expect((await run(contentOf(rest), { print: true })).err).toMatch(/no contact page .* Name one with --contact/u);
});
