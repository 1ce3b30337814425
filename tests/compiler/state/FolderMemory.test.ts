import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { FolderMemory } from "#compiler/state/FolderMemory.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

const FILES = ["index.html", "topic/mars.html", "topic/mars/feed.xml"];

/** Long after all that is on the disk was written. */
function later(): void {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
  onTestFinished(() => void vi.useRealTimers());
}

describe("the memory of a site's folders", () => {
  let site: string;
  let path: string;
  /** What the next build says, of which the one before has seen that all was there. */
  const missing = (files = FILES): string[] => [...new FolderMemory(path).missing(site, files)];

  beforeEach(() => {
    site = temporaryFolder();
    path = join(temporaryFolder(), "folders.json");
    for (const file of FILES) {
      mkdirSync(join(site, dirname(file)), { recursive: true });
      writeFileSync(join(site, file), file);
    }
    later();
    const memory = new FolderMemory(path);
    expect(memory.missing(site, FILES)).toEqual(new Set());
    memory.save(FILES);
  });

  it("misses nothing where nothing was taken away", () => {
    expect(missing()).toEqual([]);
  });

  it.each(FILES)("misses %s when it was taken away", (file) => {
    rmSync(join(site, file));
    expect(missing()).toEqual([file]);
  });

  it("misses all of a folder that was taken away, or is a file now", () => {
    rmSync(join(site, "topic"), { recursive: true });
    expect(missing()).toEqual(["topic/mars.html", "topic/mars/feed.xml"]);
    writeFileSync(join(site, "topic"), "");
    expect(missing()).toEqual(["topic/mars.html", "topic/mars/feed.xml"]);
  });

  it("misses a file in whose place a folder is", () => {
    rmSync(join(site, "index.html"));
    mkdirSync(join(site, "index.html"));
    expect(missing()).toEqual(["index.html"]);
  });

  it("trusts nothing that it knows of another list of files", () => {
    expect(missing([...FILES, "topic/sea.html"])).toEqual(["topic/sea.html"]);
  });
});
