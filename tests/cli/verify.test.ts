import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import fc from "fast-check";
import { verify } from "#cli/verify.ts";
import { serveSite } from "#cli/serving/serveSite.ts";
import { RecordedPaper, recordedStory } from "../support/publish.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

type Told = {
  code: number;
  stories: number;
  versions: number;
  hash: string;
  fault?: { story?: string; entry?: number; file: string; why: string };
};

async function told(site: string, since?: string): Promise<Told> {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    const code = await verify(site, { json: true, ...(since !== undefined && { since }) });
    return { code, ...JSON.parse(String(log.mock.calls.at(-1)?.[0])) };
  } finally {
    log.mockRestore();
  }
}

/** Three stories: one with three versions of which the first is withdrawn, one with two, one that has not changed. */
async function aSite(): Promise<RecordedPaper> {
  const paper = new RecordedPaper({
    "articles/bridge.md": recordedStory("The bridge", "It opened."),
    "articles/ferry.md": recordedStory("The ferry", "It left at seven."),
    "articles/quay.md": recordedStory("The quay", "It is closed."),
  });
  const write = (name: string, text: string) => writeFileSync(join(paper.content, name), text);
  await paper.publish({ now: "2024-04-22T08:00:00Z" });
  write("articles/ferry.md", recordedStory("The ferry", "It left at eight."));
  write("articles/bridge.md", recordedStory("The bridge is open", "It opened."));
  await paper.publish({ now: "2024-04-22T12:00:00Z" });
  write("articles/ferry.md", recordedStory("The ferry", "It left at nine."));
  const { entries } = JSON.parse(readFileSync(join(paper.out, FERRY), "utf8"));
  write(
    "record/withdrawn.json",
    JSON.stringify([{ story: "ferry", version: entries[0].hash.slice(0, 12), reason: "By order of a court" }]),
  );
  await paper.publish({ now: "2024-04-22T18:00:00Z" });
  return paper;
}

const FERRY = "data/article/ferry/versions.json";
const BRIDGE = "data/article/bridge/versions.json";
const ENDS = "data/public-record.json";

describe("the proof of a public record", () => {
  it("holds for a site as it was built, in its folder and where it is served", async () => {
    const { out } = await aSite();
    const proof = { code: 0, stories: 3, versions: 6 };
    expect(await told(out)).toMatchObject(proof);
    writeFileSync(join(out, "index.html"), "");
    const { address, close } = await serveSite(out, { port: 0 });
    expect(await told(address)).toMatchObject(proof);
    await close();
  });

  it("names the story when any byte of its record was changed", async () => {
    const { out } = await aSite();
    const bytes = new Map([FERRY, BRIDGE, ENDS].map((file) => [file, readFileSync(join(out, file))]));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(FERRY, BRIDGE, ENDS), fc.nat(), fc.integer({ min: 0, max: 7 }), async (file, place, bit) => {
        const before = bytes.get(file) ?? Buffer.alloc(0);
        const after = Buffer.from(before);
        after[place % after.length] = (after[place % after.length] ?? 0) ^ (1 << bit);
        writeFileSync(join(out, file), after);
        const { code, fault } = await told(out);
        writeFileSync(join(out, file), before);
        expect(code).toBe(1);
        expect(fault).toBeDefined();
        if (file === FERRY) expect(fault).toMatchObject({ story: "ferry" });
        if (file === BRIDGE) expect(fault).toMatchObject({ story: "bridge" });
      }),
      { numRuns: 150 },
    );
  });

  it("names the story whose text was changed, with its file, even in its first version", async () => {
    const { out } = await aSite();
    const file = "data/article/quay.json";
    writeFileSync(join(out, file), readFileSync(join(out, file), "utf8").replaceAll("closed", "open"));
    expect(await told(out)).toMatchObject({ code: 1, fault: { story: "quay", file } });
  });

  it("names the first story where several were changed", async () => {
    const { out } = await aSite();
    const change = (file: string, before: string, after: string) =>
      writeFileSync(join(out, file), readFileSync(join(out, file), "utf8").replaceAll(before, after));
    change("data/article/quay.json", "closed", "open");
    change(FERRY, "It left at eight.", "It left at ten.");
    expect(await told(out)).toMatchObject({ code: 1, fault: { story: "ferry", file: FERRY } });
  });

  it("names the entry where it can", async () => {
    const { out } = await aSite();
    writeFileSync(join(out, FERRY), readFileSync(join(out, FERRY), "utf8").replace("It left at eight.", "It left at ten."));
    const why = "Its text does not match the hash of the published text.";
    expect(await told(out)).toMatchObject({ code: 1, fault: { story: "ferry", file: FERRY, entry: 2, why } });
  });

  it("tells a record that was made anew from one that goes on", async () => {
    const paper = await aSite();
    const since = join(temporaryFolder(), "record.json");
    cpSync(join(paper.out, ENDS), since);
    writeFileSync(join(paper.content, "articles/quay.md"), recordedStory("The quay", "It is open."));
    await paper.publish({ now: "2024-04-23T08:00:00Z" });
    expect(await told(paper.out, since)).toMatchObject({ code: 0 });
    const other = await aSite();
    const anew = new RecordedPaper({ "articles/bridge.md": recordedStory("The bridge", "It opened twice.") });
    await anew.publish({ now: "2024-04-22T08:00:00Z" });
    expect(await told(anew.out, join(other.out, ENDS))).toMatchObject({ code: 1, fault: { story: "bridge" } });
  });

  it("goes on from an earlier record where a story was taken down or joined with another since, which it says without naming it", async () => {
    const paper = await aSite();
    const since = join(temporaryFolder(), "record.json");
    cpSync(join(paper.out, ENDS), since);
    rmSync(join(paper.content, "articles/ferry.md"));
    for (const name of ["quay", "bridge"]) {
      const file = join(paper.content, `articles/${name}.md`);
      writeFileSync(file, readFileSync(file, "utf8").replace(/headline: .*/u, "headline: The quay\nid: quay"));
    }
    await paper.publish({ now: "2024-04-23T08:00:00Z" });
    const taken = readFileSync(join(paper.out, ENDS), "utf8");
    expect(taken).not.toMatch(/ferry|quay/u);
    expect(await told(paper.out, since)).toMatchObject({ code: 0, stories: 1, takenDown: 2 });
    await paper.publish({ now: "2024-04-24T08:00:00Z" });
    expect(readFileSync(join(paper.out, ENDS), "utf8")).toBe(taken);

    cpSync(join(paper.out, ENDS), since);
    rmSync(join(paper.content, "record"), { recursive: true });
    await paper.publish({ now: "2024-04-25T08:00:00Z" });
    expect(await told(paper.out, since)).toMatchObject({ code: 1 });
  });

  it("says that a site keeps no record", async () => {
    await expect(verify(temporaryFolder(), {})).rejects.toThrow("keeps no public record");
  });
});
