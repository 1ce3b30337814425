import { request } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { serveSite } from "#cli/serving/serveSite.ts";
import { temporaryFolder, writeFiles } from "./temporaryFolder.ts";

type Answer = { status: number; headers: Record<string, unknown>; body: string; raw: Buffer };

export const SITE = {
  "index.html": "front",
  "404.html": "not here",
  "article/tea.html": "tea story",
  "article/بنسلين.html": "penicillin",
  "topic/tea.html": "tea topic",
  "topic/tea/feed.xml": "<rss/>",
  "old/index.html": "forward",
  "data/article/tea.json": "{}",
  "assets/main-1a2b3c4d.js": "0123456789",
  "assets/main-1a2b3c4d.js.br": "brotli",
  "pictures/cup-1a2b3c4d.svg": "<svg/>",
  "redirects.json": JSON.stringify({ "/?p=123": "/article/tea", "/shop/?p=9&lang=de": "/article/tea" }),
  _redirects:
    "/2013/tea /article/tea 301\n/caf%C3%A9 /article/tea 301\n/topic/:slug/atom.xml /topic/:slug/feed.xml 301\n/tag/:slug /topic/:slug 302\n/2019/* /topic/tea 301\n/nope/* /index.html 200\n",
  ".broadsheet-files": "index.html",
};

/** A served site, and a function that requests addresses exactly as they are written. */
export async function served(files: Record<string, string> = SITE) {
  const folder = join(temporaryFolder(), "site");
  writeFiles(folder, files);
  const { port, address, close } = await serveSite(folder, { port: 0 });
  onTestFinished(close);
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ host: "localhost", port, path, method, headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          const raw = Buffer.concat(parts);
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: raw.toString(), raw });
        });
      });
      asked.on("error", reject).end();
    });
  return { ask, folder, address, port };
}
