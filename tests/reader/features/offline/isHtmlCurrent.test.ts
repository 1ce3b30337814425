import { afterEach, expect, it, vi } from "vitest";
import { dependsOn, madeOf } from "#content/pages/madeOf.ts";
import { sha256 } from "#content/sha256.ts";
import { earlyText, fetchEarly, takeEarly } from "#loading/early/earlyFiles.ts";
import { isHtmlCurrent } from "#reader/features/offline/isHtmlCurrent.ts";
import { anEdition } from "../../../support/anArticle.ts";

const PAGE = "/data/article/ferry.json";
const files: Record<string, string | undefined> = {};

afterEach(async () => {
  document.head.replaceChildren();
  for (const file of ["/data/edition.json", PAGE]) await takeEarly(file)?.catch(() => {});
});

async function pageMadeOf(text: string, edition: object = anEdition): Promise<void> {
  const hash = await sha256(new TextEncoder().encode(madeOf(text, dependsOn("article", { ...anEdition, ...edition }))));
  document.head.innerHTML = `<meta name="broadsheet-made-of" content="${hash.slice(0, 16)}">
    <link rel="alternate" type="application/json" href="${PAGE}">`;
}

function fetchAll(): void {
  vi.stubGlobal("fetch", async (url: string) => {
    const text = files[url];
    return text === undefined ? new Response("", { status: 500 }) : new Response(text);
  });
  for (const file of ["/data/edition.json", PAGE]) fetchEarly(file);
}

it("knows whether the page was made of the files that have come", async () => {
  Object.assign(files, { "/data/edition.json": JSON.stringify(anEdition), [PAGE]: '{"a":1}' });
  await pageMadeOf('{"a":1}');
  expect(await isHtmlCurrent(document)).toBe(false);
  fetchAll();
  expect(await isHtmlCurrent(document)).toBe(true);
  expect(await earlyText(PAGE)).toBe('{"a":1}');
  await pageMadeOf('{"a":2}');
  expect(await isHtmlCurrent(document)).toBe(false);
  await pageMadeOf('{"a":1}', { name: "Another name" });
  expect(await isHtmlCurrent(document)).toBe(false);
  await pageMadeOf('{"a":1}');
  document.querySelector("link")?.remove();
  expect(await isHtmlCurrent(document)).toBe(false);
  await pageMadeOf('{"a":1}');
  document.querySelector("meta")?.remove();
  expect(await isHtmlCurrent(document)).toBe(false);
});

it.each([
  [undefined, '{"a":1}'],
  [JSON.stringify(anEdition), undefined],
  ["{", '{"a":1}'],
])("does not know it where a file has not come or is cut off: %s, %s", async (edition, page) => {
  Object.assign(files, { "/data/edition.json": edition, [PAGE]: page });
  await pageMadeOf('{"a":1}');
  fetchAll();
  expect(await isHtmlCurrent(document)).toBe(false);
});
