import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { expect, inject } from "vitest";
import { ArticlePageSchema } from "#content/pages/articlePage.ts";
import { blocksHtml } from "#content/html/blocksHtml.ts";
import { readHtml } from "../compiler/body/readHtml.ts";
import { journey } from "../support/journey.ts";

const PAYLOADS = join(import.meta.dirname, "../fixtures/hostile/payloads.json");
const around = { resolve: (url: string) => url, pictureUrl: ({ url }: { url: string }) => url };

/** https://wicg.github.io/sanitizer-api/: what an element takes in by `setHTML` is safe by the browser's own judgement. */
journey("what the one door lets through, the browser's own sanitiser lets through too", async ({ browser, task }) => {
  const folder = join(inject("sampleSite"), "data", "article");
  const stories = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => v.parse(ArticlePageSchema, JSON.parse(readFileSync(join(folder, name), "utf8"))).article.body);
  const payloads = v.parse(v.array(v.string()), JSON.parse(readFileSync(PAYLOADS, "utf8"))).map((payload) => readHtml(payload).blocks);
  const bodies = [...stories, ...payloads].map((blocks) => blocksHtml(blocks, around));
  const page = await browser.newPage();
  const changed = await page.evaluate((all) => {
    const [asRead, asCleaned] = [document.createElement("div"), document.createElement("div")];
    return all.filter((html) => {
      asRead.innerHTML = html;
      // Everything that is safe: the default set leaves out pictures as well.
      Reflect.get(asCleaned, "setHTML").call(asCleaned, html, { sanitizer: {} });
      return asRead.innerHTML !== asCleaned.innerHTML;
    });
  }, bodies);
  await page.close();
  task.meta.figure = `${changed.length} of ${bodies.length} bodies lose anything`;
  expect(bodies.length).toBeGreaterThan(80);
  expect(changed).toEqual([]);
});
