import { expect, inject } from "vitest";
import { journey, someOf } from "../support/journey.ts";
import { kept, NO_CONNECTION } from "../support/kept.ts";
import { openSite } from "../support/site.ts";

/** What a first visit may begin on: words of the page, and its file where that is not called as the page. Kinds of lists share their code. */
const FIRST: [path: string, words: RegExp, file?: string][] = [
  ["/", /Voyager 1 is making sense again/u, "front"],
  ["/topic/europol", /Police close LabHost/u],
  ["/archive", /2011/u],
  ["/topics", /Europol/u],
  ["/about", /Every sentence is original/u],
  ["/article/eclipse-hour-by-hour/post/carbondale", /Carbondale has lain in both/u],
  ["/search?q=voyager", /Voyager 2 is heard again/u, "edition"],
  // From here another page is opened by a click, before there is a worker.
  ["/saved", /Nothing is saved yet/u, "section/science"],
  ["/latest/page/1", /Page 1/u],
  ["/archive/2024/04", /April 2024/u],
  ["/corrections", /OpenSSL/u],
];

// Each begins at a port of its own, so that the browser has never been there.
journey(
  "whatever a first visit begins on opens again without a connection, as do the reader's own pages and what was opened by a click",
  async ({ visit }) => {
    const first = someOf(FIRST, 8);
    const sites = await Promise.all(first.map(() => openSite(inject("sampleSite"))));
    const { page, overlook } = await visit("/", { worker: true, others: sites.map(({ address }) => new URL(address).origin) });
    overlook(NO_CONNECTION);
    const headline = (name: string | RegExp) => page.getByRole("heading", { level: 1, name }).waitFor();
    for (const [at, [path, words, file = path.slice(1)]] of first.entries()) {
      const { address = "", close } = sites[at] ?? {};
      await page.goto(address + path.slice(1));
      if (path === "/saved") await page.getByRole("banner").getByRole("link", { name: "Science" }).click();
      else await page.getByRole("main").getByText(words).first().waitFor();
      if (path !== "/saved") await kept(page, "pages", path.replace(/\?.*/u, ""));
      await kept(page, "data", "/data/edition.json", `/data/${file}.json`);
      await kept(page, "search", ...(await page.evaluate(loadedShards)));
      await close?.();
      await page.goto(address + path.slice(1));
      await page.getByRole("main").getByText(words).first().waitFor();
    }
    const { address } = sites[first.findIndex(([path]) => path === "/saved")] ?? {};
    await page.goto(`${address}section/science`);
    await headline("Science");
    await page.goto(`${address}history`);
    await headline("History");
    await page.goto(`${address}offline`);
    await headline("On this device");

    // What is not on the device is said to be missing, and nothing else is shown before.
    await page.addInitScript(() => {
      const seen = new Set<string>();
      const look = () => {
        for (const { textContent } of document.querySelectorAll("h1")) seen.add(textContent);
        window.name = [...seen].join();
        requestAnimationFrame(look);
      };
      look();
    });
    await page.goto(`${address}topic/europol`);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await page.evaluate(() => window.name)).toBe("This page did not load");
  },
);

/** The files of the search index that the page has loaded. Runs in the page. */
function loadedShards(): string[] {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return loaded.filter((path) => path.endsWith(".bin"));
}
