import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask } from "../support/bareRequest.ts";
import { builtPaper } from "../support/builtPaper.ts";
import { type Host, type Hosted, openHost } from "../support/hosts.ts";

const text = (title: string, body: string): string => `---\ntitle: ${title}\n---\n\n${body}\n`;
const story = (headline: string, language: string): string =>
  `---\nheadline: ${headline}\ndate: 2024-04-23\nlanguage: ${language}\n---\n\nText.\n`;

const PAPER = {
  "edition.json": JSON.stringify({ name: "The Paper", languages: { de: { name: "Die Zeitung" } } }),
  "tea.md": story("Tea", "en"),
  "regen.md": story("Regen", "de"),
  "pages/de/404.md": text("Hier ist nichts", "Suchen Sie es."),
  "pages/500.md": text("The paper is being repaired", "Come back soon, or [read elsewhere](https://elsewhere.example/)."),
  "pages/de/500.md": text("Wir reparieren gerade", "Kommen Sie wieder."),
};

const BY_HAND = "Accept: text/html,application/xhtml+xml,*/*;q=0.8";

let [site, remove] = ["", () => {}];

beforeAll(async () => {
  site = await builtPaper(PAPER, (cleanup) => void (remove = () => void cleanup()));
});

afterAll(() => remove());

describe.each<Host>(["nginx", "apache", "caddy", "broadsheet serve"])("%s with the files of the build", (host) => {
  let open: Hosted;

  beforeAll(async () => {
    open = await openHost(host, [{ site, base: "/" }]);
  });

  afterAll(() => open?.close());

  const get = (path: string, ...headers: string[]) => ask(open.ports[0] ?? 0, path, ...headers);

  it.each([
    ["/de/nope", "Hier ist nichts"],
    ["/de/article/nope?a=1", "Hier ist nichts"],
    ["/de/404", "Hier ist nichts"],
    ["/de/500", "Hier ist nichts"],
    ["/500", "Page not found"],
    ["/deep/de/nope", "Page not found"],
  ])("has the page for what is not there at %s in the language of the edition", async (path, title) => {
    const { status, body, headers } = await get(path, BY_HAND);
    expect(status).toBe(404);
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(body).toContain(title);
    expect((await get("/de/gone.js", "Accept: */*")).body.trim()).toBe("Not found");
  });

  it.runIf(host !== "broadsheet serve").each([
    ["/fails/x", "The paper is being repaired", "The Paper"],
    ["/de/fails/x", "Wir reparieren gerade", "Die Zeitung"],
  ])("says at %s that it fails, in the words of the paper, and loads nothing", async (path, title, name) => {
    for (const accept of ["", "gzip"]) {
      const { status, body, headers } = await get(path, BY_HAND, `Accept-Encoding: ${accept}`);
      expect(status).toBe(503);
      expect(headers.get("content-type")).toMatch(/^text\/html; ?charset=utf-8$/u);
      expect(headers.get("cache-control")).toBe("no-cache");
      expect(body).toContain(`<h1>${title}</h1>`);
      expect(body).toContain(`<title>${title} | ${name}</title>`);
      expect(body).not.toMatch(/<(?:script|link|img)/u);
    }
  });
});
