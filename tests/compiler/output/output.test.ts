import { existsSync, linkSync, mkdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Outcome, Output } from "#compiler/output/output.ts";
import { filesIn, temporaryFolder } from "../../support/temporaryFolder.ts";

const build = (folder: string, files: Record<string, string>): Outcome => {
  const output = new Output(folder);
  for (const [file, text] of Object.entries(files)) output.write(file, text);
  return output.finish();
};

describe("the output folder", () => {
  it("holds what was written, in folders made on the way", () => {
    const folder = join(temporaryFolder(), "new", "site");
    expect(build(folder, { "data/topic/mars.json": "{}" })).toEqual({ written: ["data/topic/mars.json"], unchanged: 0, removed: [] });
    expect(filesIn(folder).get("data/topic/mars.json")).toBe("{}");
  });

  it("leaves a file alone whose bytes are the same, and replaces one that differs in a letter", () => {
    const folder = temporaryFolder();
    build(folder, { a: "same", b: "one" });
    const past = new Date("2020-01-01T00:00:00Z");
    utimesSync(join(folder, "a"), past, past);
    expect(build(folder, { a: "same", b: "two" })).toEqual({ written: ["b"], unchanged: 1, removed: [] });
    expect(statSync(join(folder, "a")).mtime).toEqual(past);
    expect(filesIn(folder).get("b")).toBe("two");
  });

  it("removes what the last build wrote and this one does not, and folders that are empty then", () => {
    const folder = temporaryFolder();
    build(folder, { "topic/mars/feed.xml": "x", "topic/venus/feed.xml": "y" });
    expect(build(folder, { "topic/venus/feed.xml": "y" }).removed).toEqual(["topic/mars/feed.xml"]);
    expect(existsSync(join(folder, "topic/mars"))).toBe(false);
    expect(existsSync(join(folder, "topic/venus/feed.xml"))).toBe(true);
  });

  it("never removes a file that it did not write", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "topic/mars"), { recursive: true });
    writeFileSync(join(folder, "topic/mars/index.html"), "by hand");
    build(folder, { "topic/mars/feed.xml": "x" });
    build(folder, {});
    expect([...filesIn(folder).keys()].filter((name) => !name.startsWith("."))).toEqual(["topic/mars/index.html"]);
  });

  it("is not led out of the folder by its list of files", () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "precious"), "");
    mkdirSync(join(folder, "site"));
    writeFileSync(join(folder, "site", ".broadsheet-files"), "../precious\na/../../precious\n");
    build(join(folder, "site"), {});
    expect(existsSync(join(folder, "precious"))).toBe(true);
  });

  it("throws when two pages want one file", () => {
    const output = new Output(temporaryFolder());
    output.write("a", "1");
    expect(() => output.write("a", "1")).toThrow("Two pages of the edition want the file a.");
  });
});

describe("a copied file", () => {
  const copy = (folder: string, from: string): Outcome => {
    const output = new Output(folder);
    output.copy("icon.svg", from);
    return output.finish();
  };

  it("is written when it is missing or differs, though its size is the same, and never writes back to its source", () => {
    const [folder, source] = [temporaryFolder(), temporaryFolder()];
    const from = join(source, "icon.svg");
    writeFileSync(from, "<svg/>");
    expect(copy(folder, from).written).toEqual(["icon.svg"]);
    expect(copy(folder, from).written).toEqual([]);
    new Output(folder).write("icon.svg", "<gvs/>");
    expect(filesIn(source).get("icon.svg")).toBe("<svg/>");
    expect(copy(folder, from).written).toEqual(["icon.svg"]);
    expect(filesIn(folder).get("icon.svg")).toBe("<svg/>");
  });

  it.each([
    ["in a site that is brought up to date", false],
    ["in the changes to a site", true],
  ])("is never a hard link to its source, %s, nor stays one that an earlier build has left", (_where, isApart) => {
    const [site, source, changes] = [temporaryFolder(), temporaryFolder(), temporaryFolder()];
    for (const file of ["icon.svg", "pictures/cup-1a2b3c4d.svg"]) {
      const from = join(source, "icon.svg");
      writeFileSync(from, "<svg/>");
      mkdirSync(join(site, "pictures"), { recursive: true });
      linkSync(from, join(site, file));
      new Output(isApart ? changes : site, isApart ? site : undefined).copy(file, from);
      const copied = join(isApart ? changes : site, file);
      expect(statSync(copied).ino).not.toBe(statSync(from).ino);
      writeFileSync(copied, "<gvs/>");
      expect(filesIn(source).get("icon.svg")).toBe("<svg/>");
    }
  });

  it("is left alone when it holds the same bytes without being a link", () => {
    const [folder, source] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(source, "icon.svg"), "<svg/>");
    writeFileSync(join(folder, "icon.svg"), "<svg/>");
    expect(copy(folder, join(source, "icon.svg"))).toMatchObject({ written: [], unchanged: 1 });
  });

  it("that is a link is copied as the file it leads to", () => {
    const source = temporaryFolder();
    writeFileSync(join(source, "real.svg"), "<svg/>");
    symlinkSync("real.svg", join(source, "link.svg"));
    const folder = temporaryFolder();
    new Output(folder).copy("pictures/x.svg", join(source, "link.svg"));
    expect(filesIn(folder).get("pictures/x.svg")).toBe("<svg/>");
  });
});
