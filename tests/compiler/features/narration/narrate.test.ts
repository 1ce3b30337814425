import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { parse } from "#content/parse.ts";
import { type Narration, NarrationSchema } from "#content/narration.ts";
import { spokenParts } from "#content/spokenParts.ts";
import { compile } from "#compiler/compile.ts";
import type { CompileOptions } from "#compiler/compileOptions.ts";
import { readWave, secondsOf } from "#compiler/features/narration/wave.ts";
import { installedProgram } from "../../../support/installedProgram.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";
import { contentOf } from "../pictures/edition.ts";

const ESPEAK = "/usr/bin/espeak-ng";

beforeAll(() => void installedProgram(ESPEAK, "espeak-ng"));

const story = (headline: string, text: string, more = "") => `---\nheadline: ${headline}\ndate: 2026-01-01\n${more}---\n${text}\n`;

const STORIES = {
  "tide.md": story("The tide", "The water came at noon. Nobody slept; “$(touch pwned)” & `rm` were typed.\n\n- First.\n- Then the rest."),
  "wind.md": story("The wind", "It blew."),
};

/** A program that speaks as espeak-ng does, and notes each sentence that it was asked for. */
const NOTING = `#!/bin/sh
set -e
text=$(cat)
printf '%s\\n' "$text" >> "$(dirname "$0")/said.txt"
printf '%s\\n' "$text" | ${ESPEAK} -v "$1" --stdin -w "$2"
`;

function paper(narrate: object, files: Record<string, string> = STORIES): string {
  const content = contentOf({
    "edition.json": JSON.stringify({ url: "https://post.example/", narrate }),
    ...files,
    ".voice/speak.sh": NOTING,
  });
  chmodSync(join(content, ".voice/speak.sh"), 0o755);
  return content;
}

async function build(content: string, more: Partial<CompileOptions> = {}) {
  const out = more.out ?? join(content, "../", `site-${Math.random()}`);
  const state = { folder: join(content, ".state"), version: "1" };
  const { problems, counts } = await compile({ content, out, state, ...more });
  const messages = problems.map(({ file, message }) => `${file}: ${message}`);
  const article = (slug: string) =>
    parse(ArticlePageSchema, JSON.parse(readFileSync(join(out, `data/article/${slug}.json`), "utf8")), slug).article;
  return { out, article, messages, published: counts.published };
}

const saidIn = (content: string): string[] => {
  const file = join(content, ".voice/said.txt");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
};

const narrationAt = (out: string, url = ""): Narration => parse(NarrationSchema, JSON.parse(readFileSync(join(out, url), "utf8")), url);

const SPEAK = "./.voice/speak.sh {voice} {file}";

describe("a paper that has its stories read aloud", () => {
  it("has a recording of each, with the moment of every sentence that the reader knows", async () => {
    const { out, article, messages } = await build(
      paper({ command: `${ESPEAK} -v {voice} --stdin -w {file}`, credit: "A synthetic voice" }),
    );
    expect(messages).toEqual([]);
    const tide = article("tide");
    expect(tide.audio).toEqual({
      kind: "narration",
      url: expect.stringMatching(/^\/media\/tide-[0-9a-f]{8}\.wav$/u),
      sentences: expect.stringMatching(/^\/media\/tide-[0-9a-f]{8}\.json$/u),
      mediaType: "audio/wav",
      size: expect.any(Number),
      duration: expect.any(Number),
      credit: "A synthetic voice",
    });
    const narration = narrationAt(out, tide.audio?.sentences);
    expect(narration.map(({ place, sentences }) => ({ place, sentences: sentences.map(({ text }) => text) }))).toEqual(spokenParts(tide));
    const sound = readWave(readFileSync(join(out, tide.audio?.url ?? "")));
    expect(sound && secondsOf(sound)).toBeCloseTo(tide.audio?.duration ?? 0, 2);
    const starts = narration.flatMap(({ sentences }) => sentences.map(({ start }) => start));
    expect(starts[0]).toBe(0);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts.at(-1)).toBeLessThan(tide.audio?.duration ?? 0);
  });

  it("speaks each sentence as it is: nothing of it becomes a part of the command", async () => {
    const content = paper({ command: SPEAK });
    await build(content);
    expect(saidIn(content).some((line) => line.includes("“$(touch pwned)” & rm were typed."))).toBe(true);
    expect(readdirSync(content)).not.toContain("pwned");
  });

  it("speaks anew only what says something else, or with another voice", async () => {
    const content = paper({ command: SPEAK });
    const out = join(temporaryFolder(), "site");
    const first = await build(content, { out });
    const before = saidIn(content).length;
    const { audio } = first.article("wind");
    await build(content, { out });
    writeFileSync(join(content, "wind.md"), story("The wind", "It blew.", "topics: [Weather]\n"));
    const second = await build(content, { out });
    expect(saidIn(content)).toHaveLength(before);
    expect(second.article("wind").audio).toEqual(audio);
    writeFileSync(join(content, "wind.md"), story("The wind", "It blew harder."));
    const third = await build(content, { out });
    expect([...new Set(saidIn(content).slice(before))].toSorted()).toEqual(["It blew harder.", "The wind"]);
    const now = third.article("wind").audio;
    expect(now?.url).not.toBe(audio?.url);
    expect([audio?.url, now?.url, now?.sentences].map((url) => existsSync(join(out, url ?? "")))).toEqual([false, true, true]);
    expect(readdirSync(join(content, ".broadsheet/narration"))).toHaveLength(5);
  });

  it("narrates nothing that readers may not see, that has a recording or that is still being told, and no language without a voice", async () => {
    const content = paper(
      { command: SPEAK, voices: { en: "en-us" } },
      {
        "open.md": story("Open", "Said.", "topics: [A]\n"),
        "draft.md": story("Draft", "Secret.", "draft: true\n"),
        "later.md": story("Later", "Embargoed.").replace("2026-01-01", "2999-01-01"),
        "live.md": story("Live", "Still going.", "type: liveBlog\n"),
        "own.md": story("Own", "Spoken by hand.", "audio: own.wav\n"),
        "own.wav": "no sound",
        "dutch.md": story("Nederlands", "Het waait.", "language: nl\n"),
      },
    );
    const { article } = await build(content, { now: Date.parse("2026-02-01") });
    expect([...new Set(saidIn(content))].toSorted()).toEqual(["Open", "Said."]);
    expect(article("own").audio?.kind).toBe("episode");
    expect(article("live").audio).toBeUndefined();
  });

  it.each([{ preview: true }, { encode: false }])("speaks nothing for those who only look (%j)", async (look) => {
    const content = paper({ command: SPEAK });
    const { article } = await build(content, look);
    expect(saidIn(content)).toEqual([]);
    expect(article("tide").audio).toBeUndefined();
  });
});

describe("a voice that fails", () => {
  const ONE = { "tide.md": STORIES["tide.md"] };

  it.each([
    [{ command: "no-such-voice {file}" }, "no-such-voice is not on this machine"],
    [{ command: "sleep 30", seconds: 1 }, "sleep took longer than 1 second"],
    [{ command: ["sh", "-c", "echo no model >&2; exit 3"] }, "sh ended with 3 (“no model”)"],
    [{ command: "cat" }, "cat left no WAV sound"],
    [{ command: "true {file}" }, "true left no file"],
    [{ command: SPEAK, encode: "true {wav} {file}" }, "true left no file"],
  ])("is named with the story, which is published without (%j)", async (narrate, why) => {
    const { article, messages, published } = await build(paper(narrate, ONE));
    expect(messages).toEqual([
      expect.stringContaining(`tide.md: The story could not be read aloud: ${why}; it is published without a recording`),
    ]);
    expect(published).toBe(1);
    expect(article("tide").audio).toBeUndefined();
  });

  it("is not asked again and again", async () => {
    const many = Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`${at}.md`, story(`Story ${at}`, "Words.")]));
    const { messages, published } = await build(paper({ command: "false" }, many));
    expect(messages).toHaveLength(3);
    expect(messages.at(-1)).toContain("and so are those after it that were not read aloud before");
    expect(published).toBe(6);
  });

  it("leaves all stories the recordings that they had", async () => {
    const content = paper({ command: SPEAK }, { "first.md": story("First", "Words."), "last.md": story("Last", "Words.", "section: A\n") });
    const out = join(temporaryFolder(), "site");
    const before = await build(content, { out });
    const dated = (at: number) => story(`Story ${at}`, "Words.").replace("2026-01-01", `2026-01-0${at + 2}`);
    for (const at of [0, 1, 2, 3]) writeFileSync(join(content, `${at}.md`), dated(at));
    for (const [name, date] of [
      ["first", "2025-12-01"],
      ["last", "2026-01-20"],
    ] as const) {
      const file = join(content, `${name}.md`);
      writeFileSync(file, readFileSync(file, "utf8").replace("2026-01-01", date));
    }
    writeFileSync(join(content, ".voice/speak.sh"), "#!/bin/sh\nexit 1\n");
    const after = await build(content, { out });
    expect(after.messages).toHaveLength(3);
    for (const slug of ["first", "last"]) expect(after.article(slug).audio).toEqual(before.article(slug).audio);
    expect(after.article("first").audio).toBeDefined();
    expect(existsSync(join(out, after.article("last").audio?.url ?? "no"))).toBe(true);
  });

  it("is not asked for a story that says nothing", async () => {
    const { article, messages } = await build(paper({ command: SPEAK }, { "dots.md": story('"…"', "—") }));
    expect(messages).toEqual([]);
    expect(article("dots").audio).toBeUndefined();
  });
});
