import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Problem } from "#compiler/draft/problem.ts";
import { fileReader, type FileReaders } from "#compiler/reading/readFile.ts";
import { readDrafts } from "#compiler/reading/readDrafts.ts";
import { BodyStore } from "#compiler/state/BodyStore.ts";
import { StoryMemory } from "#compiler/state/StoryMemory.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";
import { settingsOf } from "./contentFolder.ts";

const LANGUAGES = [
  "The committee said on Tuesday that the bridge would be closed for as long as the repairs take, and that the ferry is to run every hour of the day. ",
  "Το πλοίο έφυγε νωρίς το πρωί από την παλιά προβλήτα με λίγους επιβάτες. ",
];

let content: string;
const stores: BodyStore[] = [];
beforeEach(() => (content = archive()));
afterEach(() => stores.splice(0).forEach((store) => store.close()));

/** As many files as threads are asked for: the stories of the sample edition, and more. */
const MANY = 350;

function archive(): string {
  const folder = temporaryFolder();
  cpSync("content", folder, { recursive: true, filter: (path) => !path.includes(".broadsheet") });
  for (let number = 0; number < MANY; number += 1) {
    const text = (LANGUAGES[number % 7 === 0 ? 1 : 0] ?? "").repeat(8);
    const picture = number % 50 === 0 ? `![Nothing](missing-${number}.jpg)\n\n` : "";
    const field = number % 100 === 0 ? "unheard: of\n" : "";
    writeFileSync(join(folder, `story-${number}.md`), `---\ntitle: Story ${number}\ndate: 2024-01-01\n${field}---\n${picture}${text}\n`);
  }
  writeFileSync(join(folder, "broken.json"), "{");
  writeFileSync(join(folder, "page.html"), "<p>No story.</p>");
  return folder;
}

/** FileReaders as in another thread: nothing but plain data goes to and fro. */
function readersOf(
  folder: string,
  change: (readings: Awaited<ReturnType<FileReaders["read"]>>) => void = () => {},
): FileReaders & { asked: string[] } {
  const read = fileReader(structuredClone({ content: folder, settings: settingsOf(), paperWords: new Map() }));
  const asked: string[] = [];
  return {
    asked,
    atOnce: 2,
    close: () => Promise.resolve(),
    read: async (files) => {
      asked.push(...files.map(({ path }) => path));
      const readings = structuredClone(await Promise.all(structuredClone(files).map(read)));
      change(readings);
      return readings;
    },
  };
}

function memory(): StoryMemory {
  const store = new BodyStore(join(temporaryFolder(), "bodies"));
  stores.push(store);
  return new StoryMemory(store, new Map());
}

async function readAll(readers?: FileReaders, before = memory()) {
  const problems: Problem[] = [];
  const report = (problem: Problem): void => void problems.push(problem);
  const reading = await readDrafts(content, settingsOf(), report, { memory: before, readers });
  const drafts = reading.drafts.map((draft) => ({ ...draft, body: draft.body }));
  const languages = reading.drafts.flatMap((draft) =>
    draft.inLanguage === undefined ? [before.language(draft, "en", () => "not looked for yet")] : [],
  );
  const records = [...before.records()].map(([path, { events, digest }]) => [path, events, digest]);
  return { ...reading, drafts, pages: reading.pages.map((page) => ({ ...page })), problems, records, languages };
}

describe("files that are read apart", () => {
  it("give the drafts, problems and records that reading them here gives", async () => {
    const readers = readersOf(content);
    const { languages, ...apart } = await readAll(readers);
    const { languages: _, ...here } = await readAll();
    expect(readers.asked.length).toBeGreaterThan(MANY);
    expect(apart.problems.length).toBeGreaterThan(9);
    expect(apart).toEqual(here);
    expect(languages).not.toContain("not looked for yet");
    expect(languages.filter((language) => language === "el")).toHaveLength(Math.ceil(MANY / 7));
  });

  it("are read here where a picture is not what the other thread found", async () => {
    const readers = readersOf(content, (readings) => {
      for (const event of readings.flatMap((reading) => reading.events))
        if (event.type === "picture" && event.reference.startsWith("missing")) event.found = "/pictures/other.jpg";
    });
    expect((await readAll(readers)).problems).toEqual((await readAll()).problems);
  });

  it("are not asked for again while they are as they were", async () => {
    const first = memory();
    await readAll(undefined, first);
    const readers = readersOf(content);
    await readAll(readers, new StoryMemory(first.store, first.records()));
    expect(readers.asked).toEqual([]);
  });

  it("end the reading when a thread fails, with its error", async () => {
    const failing: FileReaders = {
      atOnce: 2,
      read: () => Promise.reject(new Error("The thread is out of order.")),
      close: () => Promise.resolve(),
    };
    await expect(readAll(failing)).rejects.toThrow("The thread is out of order.");
  });

  it("are read by nobody else where they are few", async () => {
    for (let number = 0; number < MANY; number += 1) rmSync(join(content, `story-${number}.md`));
    const readers = readersOf(content);
    const { drafts } = await readAll(readers);
    expect(drafts.length).toBeGreaterThan(20);
    expect(readers.asked).toEqual([]);
  });
});
