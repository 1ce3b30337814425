import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { serveSite } from "#cli/serveSite.ts";
import { temporaryFolder } from "../support/temporaryFolder.ts";

type Answer = { status: number; headers: Record<string, unknown>; body: string };

const SITE = {
  "index.html": "front",
  "404.html": "not here",
  "article/tea.html": "tea story",
  "article/بنسلين.html": "penicillin",
  "topic/tea.html": "tea topic",
  "topic/tea/feed.xml": "<rss/>",
  "old/index.html": "forward",
  "data/article/tea.json": "{}",
  "assets/main-1a2b3c4d.js": "0123456789",
  "assets/main-1a2b3c4d.js.gz": "zipped",
  "pictures/cup-1a2b3c4d.svg": "<svg/>",
  "redirects.json": JSON.stringify({ "/?p=123": "/article/tea", "/shop/?p=9&lang=de": "/article/tea" }),
  _redirects: "/2013/tea /article/tea 301\n/caf%C3%A9 /article/tea 301\n",
  ".broadsheet-files": "index.html",
};

/** A site that is served, and a way to ask it that sends addresses as they are written. */
async function served(files: Record<string, string> = SITE) {
  const folder = join(temporaryFolder(), "site");
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const { port, address, close } = await serveSite(folder, { port: 0 });
  onTestFinished(close);
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
    new Promise<Answer>((resolve, reject) => {
      const asked = request({ host: "localhost", port, path, method, headers }, (response) => {
        let body = "";
        response.setEncoding("utf8").on("data", (part: string) => (body += part));
        response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      });
      asked.on("error", reject).end();
    });
  return { ask, folder, address };
}

describe("a served site", () => {
  it.each([
    ["/", "front"],
    ["/article/tea", "tea story"],
    ["/article/tea?from=mail", "tea story"],
    [`/article/${encodeURIComponent("بنسلين")}`, "penicillin"],
    ["/topic/tea", "tea topic"],
    ["/topic/tea/feed.xml", "<rss/>"],
    ["/data/article/tea.json", "{}"],
  ])("gives %s", async (path, body) => {
    const { ask } = await served();
    expect(await ask(path)).toMatchObject({ status: 200, body });
  });

  it.each([
    ["/article/tea/", "/article/tea"],
    ["/article/tea.html", "/article/tea"],
    ["/article/tea.html?a=1&b=2", "/article/tea?a=1&b=2"],
    ["/index.html", "/"],
    ["/2013/tea", "/article/tea"],
    ["/2013/tea/", "/article/tea"],
    ["/?p=123", "/article/tea"],
    ["/?utm_source=mail&p=123", "/article/tea"],
    ["/shop/?p=9&lang=de", "/article/tea"],
    ["/2013/tea?utm_source=mail", "/article/tea?utm_source=mail"],
    ["/caf%c3%a9", "/article/tea"],
  ])("sends %s on to its one address", async (path, to) => {
    const { ask } = await served();
    expect(await ask(path)).toMatchObject({ status: 301, headers: { location: to } });
  });

  it.each(["/nope", "/404", "/data/nope.json", "/article", "/%zz", "//", "//evil.example/", "/\\evil.example/", "//["])(
    "has the page for what is not there at %s",
    async (path) => {
      const { ask } = await served();
      expect(await ask(path)).toMatchObject({ status: 404, body: "not here", headers: { "content-type": "text/html; charset=utf-8" } });
    },
  );

  it.each([
    "/../outside.txt",
    "/%2e%2e/outside.txt",
    "/..%2foutside.txt",
    "/article/../../outside.txt",
    "/.broadsheet-files",
    "/%2Ebroadsheet-files",
  ])("keeps to itself what %s asks for", async (path) => {
    const { ask, folder } = await served();
    writeFileSync(join(dirname(folder), "outside.txt"), "secret");
    expect(await ask(path)).toMatchObject({ status: 404, body: "not here" });
  });

  it("lets files with their content in the name be kept for good, and pages be asked for anew", async () => {
    const { ask } = await served();
    const cache = async (path: string) => (await ask(path)).headers["cache-control"];
    expect(await cache("/assets/main-1a2b3c4d.js")).toBe("public, max-age=31536000, immutable");
    expect(await cache("/pictures/cup-1a2b3c4d.svg")).toBe("public, max-age=31536000, immutable");
    expect(await cache("/article/tea")).toBe("no-cache");
    expect(await cache("/data/article/tea.json")).toBe("no-cache");
  });

  it("says only that nothing has changed to who has the file", async () => {
    const { ask } = await served();
    const { headers } = await ask("/article/tea");
    expect(await ask("/article/tea", { "If-None-Match": String(headers["etag"]) })).toMatchObject({ status: 304, body: "" });
  });

  it("gives a part of a file, or all of it where the part is asked for in another way", async () => {
    const { ask } = await served();
    const part = (range: string) => ask("/assets/main-1a2b3c4d.js", { Range: range });
    expect(await part("bytes=2-4")).toMatchObject({ status: 206, body: "234", headers: { "content-range": "bytes 2-4/10" } });
    expect(await part("bytes=7-")).toMatchObject({ status: 206, body: "789" });
    expect(await part("bytes=0-0")).toMatchObject({ status: 200, body: "0123456789" });
    expect(await part("bytes=-3")).toMatchObject({ status: 200, body: "0123456789" });
    expect(await part("bytes=50-")).toMatchObject({ status: 416 });
  });

  it("gives a compressed file to who can read it", async () => {
    const { ask } = await served();
    const zipped = await ask("/assets/main-1a2b3c4d.js", { "Accept-Encoding": "gzip" });
    expect(zipped).toMatchObject({ body: "zipped", headers: { "content-encoding": "gzip", vary: "Accept-Encoding" } });
    expect((await ask("/assets/main-1a2b3c4d.js")).body).toBe("0123456789");
  });

  it("answers HEAD without a body, and takes nothing in", async () => {
    const { ask } = await served();
    expect(await ask("/article/tea", {}, "HEAD")).toMatchObject({ status: 200, body: "", headers: { "content-length": "9" } });
    expect(await ask("/article/tea", {}, "POST")).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  it("lets no drawing run a script, no type be guessed, and nobody frame it", async () => {
    const { ask } = await served();
    expect((await ask("/pictures/cup-1a2b3c4d.svg")).headers["content-security-policy"]).toContain("sandbox");
    expect((await ask("/")).headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "content-security-policy": "frame-ancestors 'none'",
    });
  });

  it("shows a file that was built after it began to serve", async () => {
    const { ask, folder } = await served();
    writeFileSync(join(folder, "article", "new.html"), "new story");
    expect(await ask("/article/new")).toMatchObject({ status: 200, body: "new story" });
  });

  it("lies below the base that it was built for", async () => {
    const { ask, address } = await served({ ...SITE, "index.html": '<meta name="broadsheet-base" content="/paper/">' });
    expect(address).toMatch(/\/paper\/$/u);
    expect(await ask("/paper/article/tea")).toMatchObject({ status: 200, body: "tea story" });
    expect(await ask("/paper")).toMatchObject({ status: 301, headers: { location: "/paper/" } });
    expect(await ask("/paper/article/tea/")).toMatchObject({ status: 301, headers: { location: "/paper/article/tea" } });
    expect(await ask("/article/tea")).toMatchObject({ status: 404 });
  });
});

describe("the port", () => {
  it("is the next one where it is taken and any will do", async () => {
    const { folder, address } = await served();
    const taken = Number(new URL(address).port);
    const { port, close } = await serveSite(folder, { port: taken, orNext: true });
    onTestFinished(close);
    expect(port).toBeGreaterThan(taken);
  });

  it("is opened for other computers where a host is asked for, and for this one alone otherwise", async () => {
    const { folder } = await served();
    const open = await serveSite(folder, { port: 0, host: "0.0.0.0" });
    onTestFinished(open.close);
    expect(open.address).toBe(`http://localhost:${open.port}/`);
    expect((await fetch(`http://127.0.0.1:${open.port}/article/tea`)).status).toBe(200);
    for (const address of open.outside) expect((await fetch(address)).status).toBe(200);
    const own = await serveSite(folder, { port: 0 });
    onTestFinished(own.close);
    expect(own.outside).toEqual([]);
  });

  it("is refused with a sentence where it is taken", async () => {
    const { folder, address } = await served();
    const port = Number(new URL(address).port);
    await expect(serveSite(folder, { port })).rejects.toThrow(`Port ${port} is taken.`);
  });

  it("is not opened for a folder without a site", async () => {
    await expect(serveSite(temporaryFolder(), { port: 0 })).rejects.toThrow("There is no site in");
  });
});
