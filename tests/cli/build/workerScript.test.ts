import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { BuiltReader } from "#cli/build/builtReader.ts";
import { retiredWorker, workerScript } from "#cli/build/workerScript.ts";
import type { WorkerSettings } from "#content/serviceWorker.ts";
import { temporaryFolder } from "../../support/temporaryFolder.ts";

/** A built reader of one file, whose worker only says that it is one. */
function aReader(code = "work();", start = "start();"): BuiltReader {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "assets"), { recursive: true });
  writeFileSync(join(folder, "assets", "start.js"), start);
  writeFileSync(join(folder, "worker.js"), code);
  writeFileSync(join(folder, "retire.js"), "retire();");
  writeFileSync(join(folder, "faults.js"), "report();");
  return {
    folder,
    template: "",
    styles: { first: "", rest: "" },
    sheets: ["assets/first.css", "assets/style.css"],
    named: ["assets/start.js", "assets/style.css"],
    lateStyles: ["assets/late.css"],
    fonts: ["assets/text.woff2"],
    plainFont: "assets/sans.woff2",
    fontFile: (cut) => `assets/${cut}.woff2`,
    own: [],
    without: [],
    filesOf: (modules) => modules.map((module) => `assets/${module}.js`),
  };
}

/** What the worker finds in its global object. */
function settingsIn(script: string): WorkerSettings {
  return JSON.parse(/^self\.broadsheet=(.*);\n/u.exec(script)?.[1] ?? "");
}

const site = { base: "/paper/", data: "https://data.example.org/" };

describe("the worker of a site", () => {
  it("knows where the site and its data are, and every file that the app needs", () => {
    const script = workerScript(aReader(), site, ["main"]);
    expect(settingsIn(script)).toMatchObject({
      ...site,
      shell: [
        ...["start.js", "style.css", "late.css", "main.js", "text.woff2", "sans.woff2"].map((file) => `/paper/assets/${file}`),
        "/paper/icon.svg",
      ],
    });
    const bitmap = settingsIn(workerScript({ ...aReader(), without: ["icon.svg"] }, site, ["main"]));
    expect(bitmap.shell.at(-1)).toBe("/paper/icon-192.png");
    expect(script.endsWith("work();")).toBe(true);
  });

  it("knows where each edition begins, and the scripts of its words", () => {
    const others = [{ prefix: "/nl", scripts: ["assets/words-nl.js"] }];
    const settings = settingsIn(workerScript(aReader(), site, ["main"], others));
    expect(settings.fronts).toEqual(["/paper/", "/paper/nl/"]);
    expect(settings.shell).toContain("/paper/assets/words-nl.js");
    expect(settingsIn(workerScript(aReader(), site, ["main"])).fronts).toEqual(["/paper/"]);
  });

  it("knows the beginning of the SHA-256 of each file of the app, which follows its bytes", () => {
    const digests = (bytes: string) => settingsIn(workerScript(aReader("work();", bytes), site, ["main"])).digests;
    for (const bytes of ["start();", "other();"])
      expect(digests(bytes)).toEqual({ "start.js": createHash("sha256").update(bytes).digest("base64").slice(0, 16) });
  });

  it("knows the files that the paper has of its own", () => {
    const reader = { ...aReader(), own: [{ file: "assets/own.woff2", bytes: Buffer.from("font") }] };
    expect(Object.keys(settingsIn(workerScript(reader, site, [])).digests)).toEqual(["start.js", "own.woff2"]);
  });

  it("is byte for byte the same while the app is, and another one when a file or its own code is", () => {
    const version = (reader: BuiltReader, modules: string[]) => settingsIn(workerScript(reader, site, modules)).version;
    expect(workerScript(aReader(), site, ["main"])).toBe(workerScript(aReader(), site, ["main"]));
    expect(version(aReader(), ["main2"])).not.toBe(version(aReader(), ["main"]));
    expect(version(aReader("work(2);"), ["main"])).not.toBe(version(aReader(), ["main"]));
  });

  it("reports its faults, before anything else, in a site that counts them", () => {
    expect(workerScript(aReader(), { ...site, faults: true }, []).endsWith(";\nreport();\nwork();")).toBe(true);
    expect(workerScript(aReader(), site, [])).not.toContain("report();");
  });

  it("gives way to the kill switch, which knows of nothing", () => {
    expect(retiredWorker(aReader())).toBe("retire();");
  });
});
