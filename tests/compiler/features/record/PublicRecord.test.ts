import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { VersionsPage } from "#content/version.ts";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { correctionOf, RecordedPaper, recordedStory } from "../../../support/publish.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";

const MORNING = "2024-04-22T08:00:00Z";
const NOON = "2024-04-22T12:00:00Z";
const EVENING = "2024-04-22T18:00:00Z";

const FERRY = "articles/ferry.md";

const paper = (files: Record<string, string> = {}, settings: object = {}): RecordedPaper =>
  new RecordedPaper({ [FERRY]: recordedStory("The ferry", "It left at seven."), ...files }, settings);

const write = ({ content }: RecordedPaper, file: string, text: string) => writeFileSync(join(content, file), text);

function json(folder: string, file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), "utf8"));
}

function versions({ out }: RecordedPaper): VersionsPage {
  const page: VersionsPage = JSON.parse(readFileSync(join(out, "data/article/ferry/versions.json"), "utf8"));
  return page;
}

describe("a paper that keeps a record", () => {
  it("has no versions of a story that has not changed, and its page says nothing", async () => {
    const post = paper();
    await post.publish({ now: MORNING });
    expect(existsSync(join(post.out, "data/article/ferry/versions.json"))).toBe(false);
    expect(json(post.out, "data/article/ferry.json")).not.toHaveProperty("changes");
    expect(json(post.out, "data/public-record.json")).toMatchObject({ stories: [{ slug: "ferry", count: 1 }] });
  });

  it("tells what changed when, by the clock of the build, and what a correction replaced", async () => {
    const post = paper();
    await post.publish({ now: MORNING });
    write(post, FERRY, recordedStory("The ferry", "It left at eight.", correctionOf("2024-04-22", "It left at eight, not at seven.")));
    await post.publish({ now: NOON });
    expect(versions(post).entries).toMatchObject([
      { at: "2024-04-22T08:00:00.000Z", text: { paragraphs: ["It left at seven."] } },
      { at: "2024-04-22T12:00:00.000Z", changed: ["standfirst", "text", "correction"], text: { paragraphs: ["It left at eight."] } },
    ]);
    expect(json(post.out, "data/article/ferry.json")).toMatchObject({ changes: 1 });
    expect(json(post.out, "data/corrections.json")).toMatchObject({ count: 1, corrections: [{ slug: "ferry", changes: true }] });
  });

  it("adds nothing where nothing has changed, in a later build and in one from nothing", async () => {
    const post = paper();
    await post.publish({ now: MORNING });
    const before = filesIn(join(post.content, "record"));
    const { built } = await post.publish({ now: NOON });
    expect(built?.files.written).toEqual([]);
    rmSync(besideSite(post.out, "state"), { recursive: true });
    await post.publish({ now: EVENING, out: join(temporaryFolder(), "site") });
    expect(filesIn(join(post.content, "record"))).toEqual(before);
  });

  it("is byte for byte the same by a later build as by one from nothing", async () => {
    const post = paper({ "articles/bridge.md": recordedStory("The bridge", "It opened.") });
    await post.publish({ now: MORNING });
    write(post, FERRY, recordedStory("The ferry", "It left at eight."));
    await post.publish({ now: NOON });
    write(post, "articles/bridge.md", recordedStory("The bridge", "It opened late."));
    await post.publish({ now: EVENING });
    const anew = join(temporaryFolder(), "site");
    await post.publish({ now: "2024-04-23T08:00:00Z", out: anew });
    expect(filesIn(post.out)).toEqual(filesIn(anew));
  });

  it("goes on where the state is lost", async () => {
    const post = paper();
    await post.publish({ now: MORNING });
    rmSync(besideSite(post.out, "state"), { recursive: true });
    write(post, FERRY, recordedStory("The ferry", "It left at eight."));
    await post.publish({ now: NOON });
    expect(versions(post).entries).toHaveLength(2);
  });

  it.each([
    ["is lost", (file: string) => rmSync(file)],
    ["is an older one", (file: string) => writeFileSync(file, `[${readFileSync(file, "utf8").split("\n")[1]!.replace(/,$/u, "")}]`)],
  ])("begins none anew where the file of a story %s, and says so", async (_what, spoil) => {
    const post = paper();
    await post.publish({ now: MORNING });
    write(post, FERRY, recordedStory("The ferry", "It left at eight."));
    await post.publish({ now: NOON });
    spoil(join(post.content, "record/stories/ferry.json"));
    const before = filesIn(join(post.content, "record"));
    write(post, FERRY, recordedStory("The ferry", "It left at nine."));
    const { problems } = await post.publish({ now: EVENING });
    expect(problems).toMatchObject([
      { severity: "error", file: "record/stories/ferry.json", message: expect.stringMatching(/^Entries are missing/u) },
    ]);
    expect(filesIn(join(post.content, "record"))).toEqual(before);
  });

  it("shows what is not published yet, and keeps it not", async () => {
    const post = paper();
    await post.publish({ now: MORNING });
    const before = filesIn(join(post.content, "record"));
    write(post, FERRY, recordedStory("The ferry", "It left at eight."));
    await post.publish({ now: NOON, publishes: false });
    expect(versions(post).entries).toHaveLength(2);
    expect(filesIn(join(post.content, "record"))).toEqual(before);
  });

  it("never holds what readers may not see: drafts, embargoes, what is scheduled, and previews", async () => {
    const secret = (more: string) => recordedStory("Secret", "The secret words.", more).replace("2024-04-22T07:10:00Z", "2024-04-20");
    const post = paper({
      "articles/draft.md": secret("draft: true\n"),
      "articles/embargo.md": secret("embargo: 2024-05-01\n"),
      "articles/later.md": recordedStory("Secret", "The secret words.").replace("2024-04-22T07:10:00Z", "2024-05-01T07:00:00Z"),
    });
    await post.publish({ now: MORNING });
    await post.publish({ now: NOON, future: true });
    await post.publish({ now: EVENING, preview: true, out: join(temporaryFolder(), "preview") });
    const kept = [...filesIn(join(post.content, "record")).values()].join("");
    expect(kept).toContain("It left at seven.");
    expect(kept.toLowerCase()).not.toContain("secret");
  });

  it("takes a story down with its versions, and goes on when it comes back", async () => {
    const post = paper({ "articles/bridge.md": recordedStory("The bridge", "It opened.") });
    await post.publish({ now: MORNING });
    write(post, FERRY, recordedStory("The ferry", "It left at eight."));
    await post.publish({ now: NOON });
    const ferry = readFileSync(join(post.content, FERRY), "utf8");
    rmSync(join(post.content, FERRY));
    await post.publish({ now: EVENING });
    expect([...filesIn(post.out).values()].join("")).not.toContain("It left at");
    write(post, FERRY, ferry);
    await post.publish({ now: "2024-04-23T08:00:00Z" });
    expect(versions(post).entries).toHaveLength(2);
  });

  it("leads on from the address of a story whose file was renamed in upper and lower case alone, in every build", async () => {
    const post = paper({}, {});
    write(post, "articles/Bridge.md", recordedStory("The bridge", "It opened."));
    await post.publish({ now: MORNING });
    rmSync(join(post.content, "articles/Bridge.md"));
    write(post, "articles/bridge.md", recordedStory("The bridge", "It opened."));
    await post.publish({ now: NOON });
    await post.publish({ now: EVENING, out: join(temporaryFolder(), "site") });
    expect(json(post.out, "redirects.json")).toMatchObject({ "/article/Bridge": "/article/bridge" });

    const unrecorded = paper({ "articles/Bridge.md": recordedStory("The bridge", "It opened.") }, { record: undefined });
    await unrecorded.publish({ now: MORNING });
    rmSync(join(unrecorded.content, "articles/Bridge.md"));
    write(unrecorded, "articles/bridge.md", recordedStory("The bridge", "It opened."));
    const { problems } = await unrecorded.publish({ now: NOON });
    expect(problems).toContainEqual(
      expect.objectContaining({ file: "articles/bridge.md", message: expect.stringMatching(/^Its address was \/article\/Bridge and is/u) }),
    );
  });

  it("takes the words of a version that is withdrawn out of the site and the folder", async () => {
    const post = paper();
    await post.publish({ now: MORNING });
    write(post, FERRY, recordedStory("The ferry", "It left at eight."));
    await post.publish({ now: NOON });
    const version = versions(post).entries[0]?.hash.slice(0, 12);
    write(post, "record/withdrawn.json", JSON.stringify([{ story: "ferry", version, reason: "By order of a court" }]));
    const { problems } = await post.publish({ now: EVENING });
    expect(problems).toEqual([]);
    for (const folder of [post.out, join(post.content, "record/stories")])
      expect([...filesIn(folder).values()].join("")).not.toContain("It left at seven.");
    expect(versions(post).entries.at(-1)).toMatchObject({ type: "withdrawal", reason: "By order of a court" });
    const { built } = await post.publish({ now: "2024-04-23T08:00:00Z" });
    expect(built?.files.written).toEqual([]);
  });

  it("says so where its files were changed outside a build, or a version is to be withdrawn that is not there", async () => {
    const post = paper();
    await post.publish({ now: MORNING });
    const file = "record/stories/ferry.json";
    write(post, file, readFileSync(join(post.content, file), "utf8").replace("seven", "nine"));
    write(post, FERRY, recordedStory("The ferry", "It left at eight."));
    write(post, "record/withdrawn.json", JSON.stringify([{ story: "fery", version: "0123456789ab", reason: "A mistake" }]));
    const { problems } = await post.publish({ now: NOON });
    expect(problems.map(({ remedy }) => remedy)).toEqual([
      "Correct this entry, or remove it. A published version can be withdrawn once the story has changed.",
      "Restore the file, for example from your repository.",
    ]);
    expect(problems.map(({ severity, file: named, message }) => [severity, named, message])).toEqual([
      ["error", "record/withdrawn.json", "There is no record of the story fery, a version of which is to be withdrawn."],
      ["error", file, "Entry 1 of the record was changed outside a build. Its text does not match the hash of the published text."],
    ]);
  });
});

it("a paper that asks for none keeps none", async () => {
  const post = paper({}, { record: undefined });
  await post.publish({ now: MORNING });
  expect(existsSync(join(post.content, "record"))).toBe(false);
  expect(existsSync(join(post.out, "data/public-record.json"))).toBe(false);
});
