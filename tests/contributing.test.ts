import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

type Rule = { name: string; from: { path?: string[] }; to: { pathNot?: string[] } };

const project = join(import.meta.dirname, "..");
const firstPage = readFileSync(join(project, "CONTRIBUTING.md"), "utf8");
const details = join(project, "docs/contributing");
const guide = [firstPage, ...readdirSync(details).map((name) => readFileSync(join(details, name), "utf8"))].join("\n");
const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
const { forbidden }: { forbidden: Rule[] } = createRequire(import.meta.url)("../.dependency-cruiser.cjs");

describe("CONTRIBUTING, with the pages in docs/contributing", () => {
  it("begins with a page that is read in a few minutes", () => expect(firstPage.length).toBeLessThan(8000));

  it("names no path that is not there", () => {
    const paths = Array.from(
      guide.matchAll(/(?<![#/\w])(?:src|packages|tests|scripts|docs|public|content)\/[\w./-]*\w\/?/gu),
      ([path]) => path,
    );
    expect(paths.length).toBeGreaterThan(40);
    expect(paths.filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  it("has a line for each script", () => {
    const files = readdirSync(join(project, "scripts")).filter((name) => /\.(?:ts|sh)$/u.test(name));
    expect(files.filter((name) => !guide.includes(`scripts/${name}`))).toEqual([]);
  });

  it("has a line for each command of npm, and names no other", () => {
    const row = guide.split("\n").filter((line) => line.startsWith("| `npm"));
    const listed = row.flatMap((line) =>
      Array.from((line.split("|")[1] ?? "").matchAll(/`(?:npm (?:run )?)?([\w:]+)/gu), ([, name]) => name),
    );
    expect(Object.keys(scripts).filter((name) => !guide.includes(`\`${name}\``) && !listed.includes(name))).toEqual([]);
    const run = Array.from(guide.matchAll(/npm run ([\w:]+)/gu), ([, name = ""]) => name);
    expect([...run, ...listed].filter((name) => name !== undefined && !(name in scripts))).toEqual([]);
  });

  it("draws the layers as the table of imports has them", () => {
    const drawn = Array.from(guide.matchAll(/^ {2}(\w+)(?:\[.*?\])? --> (\w+)/gmu), ([, from, to]) => `${from} > ${to}`);
    expect(drawn.toSorted()).toEqual(layers().toSorted());
  });
});

/** What each layer may import besides itself. */
function layers(): string[] {
  const top = /^\^src\/(\w+)\/$/u;
  return forbidden.flatMap(({ name, from, to }) => {
    const layer = top.exec(from.path?.[0] ?? "")?.[1];
    if (layer === undefined || !name.endsWith(" imports downwards")) return [];
    const others = (to.pathNot ?? []).flatMap((path) => top.exec(path)?.[1] ?? []).filter((other) => other !== layer);
    return others.map((other) => `${layer} > ${other}`);
  });
}
