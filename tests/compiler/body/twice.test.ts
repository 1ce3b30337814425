import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Around, blocksHtml } from "#content/html/blocksHtml.ts";
import { readHtml } from "./readHtml.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const around: Around = { resolve: (url) => url, pictureUrl: ({ url }) => url, plays: true };

/** A body as feeds have it, without what that form adds: the box around a note, and where lines end. */
const clean = (html: string) =>
  blocksHtml(readHtml(html).blocks, around)
    .replaceAll(/<\/?div>/gu, "")
    .replaceAll("\n", "");

/** Every text of the fixtures that has markup in it: bodies of every format, and the hostile ones. */
function bodies(): string[] {
  const files = readdirSync(FIXTURES, { recursive: true, encoding: "utf8" }).filter((name) => /\.(?:html?|xml|json|md)$/u.test(name));
  return files.map((name) => readFileSync(join(FIXTURES, name), "utf8")).flatMap((text) => [text, ...stringsIn(text)]);
}

function stringsIn(text: string): string[] {
  try {
    const found: string[] = [];
    JSON.parse(text, (_key, value: unknown) => void (typeof value === "string" && value.includes("<") && found.push(value)));
    return found;
  } catch {
    return [];
  }
}

test("what was cleaned once is cleaned to the same bytes", ({ task }) => {
  const all = bodies();
  const changed = all.map(clean).filter((once) => clean(once) !== once);
  task.meta.figure = `${changed.length} of ${all.length} bodies changed`;
  expect(all.length).toBeGreaterThan(100);
  expect(changed).toEqual([]);
});
