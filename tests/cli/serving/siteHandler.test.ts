import { symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { served, SITE } from "../../support/servedSite.ts";

const LONG = "A story that goes on and on. ".repeat(100);

function decoded(raw: Buffer, encoding: string | undefined): string {
  if (encoding === undefined) return raw.toString();
  return (encoding === "br" ? brotliDecompressSync(raw) : gunzipSync(raw)).toString();
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
    ["/topic/tea/atom.xml", "/topic/tea/feed.xml"],
    ["/2019", "/topic/tea"],
    ["/2019/a/b?c=1", "/topic/tea?c=1"],
  ])("sends %s on to its one address", async (path, to) => {
    const { ask } = await served();
    expect(await ask(path)).toMatchObject({ status: 301, headers: { location: to } });
  });

  it("leads on for a time where the redirect says so, and never from a file that is there", async () => {
    const { ask } = await served({ ...SITE, "tag/old.html": "a page" });
    expect(await ask("/tag/tea")).toMatchObject({ status: 302, headers: { location: "/topic/tea" } });
    expect(await ask("/tag/old")).toMatchObject({ status: 200, body: "a page" });
    expect(await ask("/nope/x")).toMatchObject({ status: 404 });
  });

  it("has the page for what is not there in the language of the edition that it would be in", async () => {
    const { ask } = await served({ ...SITE, "nl/404.html": "niet hier", "nl.html": "voorpagina" });
    expect(await ask("/nl")).toMatchObject({ status: 200, body: "voorpagina" });
    for (const path of ["/nl/nope", "/nl/article/nope", "/nl/404"])
      expect(await ask(path)).toMatchObject({ status: 404, body: "niet hier" });
    expect(await ask("/fr/nope")).toMatchObject({ status: 404, body: "not here" });
  });

  it.each(["/nope", "/404", "/article", "/%zz", "//", "//evil.example/", "/\\evil.example/", "//["])(
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
    "/article%2f..%2f..%2foutside.txt",
    "/article%2f.broadsheet-files",
    "/article/tea%00",
    "/assets/main-1a2b3c4d.js.gz",
    "/assets/main-1a2b3c4d.js%2egz",
    "/assets/main-1a2b3c4d.j%73.%67z",
    "/%34%304",
  ])("keeps to itself what %s asks for", async (path) => {
    const { ask, folder } = await served();
    writeFileSync(join(dirname(folder), "outside.txt"), "secret");
    expect(await ask(path, { Accept: "text/html" })).toMatchObject({ status: 404, body: "not here" });
  });

  it("lets files with their content in the name be kept for good, and pages be asked for anew", async () => {
    const { ask } = await served();
    const cache = async (path: string) => (await ask(path)).headers["cache-control"];
    expect(await cache("/assets/main-1a2b3c4d.js")).toBe("public, max-age=31536000, immutable");
    expect(await cache("/pictures/cup-1a2b3c4d.svg")).toBe("public, max-age=31536000, immutable");
    expect(await cache("/article/tea")).toBe("no-cache");
    expect(await cache("/data/article/tea.json")).toBe("no-cache");
  });

  it.each([
    ["/data/nope.json", "*/*"],
    ["/assets/gone-1a2b3c4d.js", "*/*"],
    ["/pictures/gone-1a2b3c4d.webp", "image/avif,image/webp,*/*;q=0.8"],
    ["/nope", "application/json"],
    ["/nope", "text/html;q=0, application/json"],
  ])("has a line for what is not there at %s for a client that accepts %s", async (path, accept) => {
    const { ask } = await served();
    const { status, body, headers } = await ask(path, { Accept: accept });
    expect({ status, body }).toEqual({ status: 404, body: "Not found\n" });
    expect(headers).toMatchObject({ "content-type": "text/plain; charset=utf-8", "cache-control": "no-cache" });
  });

  it("has the page for what is not there whole, whatever part or state of it is asked for", async () => {
    const { ask } = await served();
    for (const headers of [
      { Range: "bytes=1-2" },
      { "If-None-Match": "*" },
      { "If-Match": '"other"' },
      { "If-Unmodified-Since": new Date(0).toUTCString() },
    ])
      expect(await ask("/nope", headers)).toMatchObject({ status: 404, body: "not here" });
  });

  it("says only that nothing has changed to a client that has the file, also among others", async () => {
    const { ask } = await served();
    const { headers } = await ask("/article/tea");
    const tag = String(headers["etag"]);
    for (const tags of [tag, `"other", ${tag}`, `${tag.replace("W/", "")}, "other"`, "*"])
      expect(await ask("/article/tea", { "If-None-Match": tags })).toMatchObject({ status: 304, body: "", headers: { etag: tag } });
    expect(await ask("/article/tea", { "If-Modified-Since": String(headers["last-modified"]) })).toMatchObject({ status: 304 });
    expect(await ask("/article/tea", { "If-None-Match": '"other"' })).toMatchObject({ status: 200, body: "tea story" });
  });

  it("gives a part of a file, or all of it where no part of it can be meant", async () => {
    const { ask } = await served();
    const part = (range: string, method = "GET") => ask("/assets/main-1a2b3c4d.js", { Range: range }, method);
    expect(await part("bytes=2-4")).toMatchObject({ status: 206, body: "234", headers: { "content-range": "bytes 2-4/10" } });
    expect(await part("bytes=7-")).toMatchObject({ status: 206, body: "789" });
    expect(await part("bytes=0-0")).toMatchObject({ status: 206, body: "0" });
    expect(await part("bytes=-3")).toMatchObject({ status: 206, body: "789" });
    expect(await part("bytes=-30")).toMatchObject({ status: 200, body: "0123456789" });
    expect(await part("bytes=0-1,5-6")).toMatchObject({ status: 200, body: "0123456789" });
    for (const range of ["lines=0-1", "bytes=1", "bytes=", "bytes=a-b", "bytes=1-2-3", "bytes=1-2,x", "bytes 1-2"])
      expect(await part(range), range).toMatchObject({ status: 200, body: "0123456789" });
    for (const range of ["bytes=50-", "bytes=9-5", "bytes=-0"])
      expect(await part(range), range).toMatchObject({ status: 416, headers: { "content-range": "bytes */10" } });
    expect(await part("bytes=2-4", "HEAD")).toMatchObject({ status: 200, headers: { "content-length": "10" } });
  });

  it("gives a part only of the file of which the reader has the rest", async () => {
    const { ask, folder } = await served();
    const path = "/assets/main-1a2b3c4d.js";
    const { headers } = await ask(path);
    const part = (since: unknown) => ask(path, { Range: "bytes=2-4", "If-Range": String(since) });
    expect(await part(headers["last-modified"])).toMatchObject({ status: 206, body: "234" });
    // A weak tag does not say that the bytes are the same.
    expect(await part(headers["etag"])).toMatchObject({ status: 200, body: "0123456789" });
    expect(await part('"other"')).toMatchObject({ status: 200, body: "0123456789" });
    utimesSync(join(folder, path), 1, 1);
    expect(await part(headers["last-modified"])).toMatchObject({ status: 200, body: "0123456789" });
  });

  it.each([
    ["gzip", "gzip"],
    ["gzip, br", "br"],
    ["br;q=0, gzip", "gzip"],
    ["br;q=0.1, gzip;q=0.9", "gzip"],
    ["br;q=0, gzip;q=0", undefined],
    ["*", "br"],
    ["*;q=0", undefined],
    ["brotlike", undefined],
    ["", undefined],
  ])("compresses for a client that accepts %j what it can read", async (accept, encoding) => {
    const { ask } = await served({ ...SITE, "article/long.html": LONG });
    const answer = await ask("/article/long", { "Accept-Encoding": accept });
    expect(answer).toMatchObject({ status: 200, headers: { vary: "Accept-Encoding", "content-type": "text/html; charset=utf-8" } });
    expect(answer.headers["content-encoding"]).toBe(encoding);
    expect(decoded(answer.raw, encoding)).toBe(LONG);
    if (encoding === undefined) return;
    const { headers, body } = await ask("/article/long", { "Accept-Encoding": accept }, "HEAD");
    expect({ body, length: Number(headers["content-length"]) }).toEqual({ body: "", length: answer.raw.length });
    const tag = { "Accept-Encoding": accept, "If-None-Match": String(headers["etag"]) };
    expect(await ask("/article/long", tag)).toMatchObject({ status: 304, body: "" });
  });

  it("sends the Brotli copy that stands beside a file, a part of it plainly, and short texts as they are", async () => {
    const { ask } = await served({ ...SITE, "article/long.html": LONG });
    const get = (path: string, headers = {}) => ask(path, { "Accept-Encoding": "br", ...headers });
    expect(await get("/assets/main-1a2b3c4d.js")).toMatchObject({ body: "brotli", headers: { "content-encoding": "br" } });
    const part = await get("/article/long", { Range: "bytes=2-4" });
    expect(part).toMatchObject({ status: 206, body: LONG.slice(2, 5) });
    for (const { headers } of [part, await get("/article/tea")]) expect(headers["content-encoding"]).toBeUndefined();
  });

  it("compresses a page anew once it has changed, and the page for what is not there too", async () => {
    const { ask, folder } = await served({ ...SITE, "article/long.html": LONG, "404.html": LONG });
    const get = async (path: string) => decoded((await ask(path, { "Accept-Encoding": "br" })).raw, "br");
    expect(await get("/article/long")).toBe(LONG);
    writeFileSync(join(folder, "article/long.html"), `${LONG}Corrected.`);
    expect(await get("/article/long")).toBe(`${LONG}Corrected.`);
    expect(await get("/nope")).toBe(LONG);
  });

  it("answers HEAD without a body, OPTIONS by what can be asked, and takes nothing in", async () => {
    const { ask } = await served();
    expect(await ask("/article/tea", {}, "HEAD")).toMatchObject({ status: 200, body: "", headers: { "content-length": "9" } });
    expect(await ask("/article/tea", {}, "OPTIONS")).toMatchObject({ status: 204, headers: { allow: "GET, HEAD, OPTIONS" } });
    for (const method of ["POST", "PUT", "DELETE"])
      expect(await ask("/article/tea", { "Transfer-Encoding": "chunked" }, method)).toMatchObject({
        status: 405,
        headers: { allow: "GET, HEAD, OPTIONS" },
      });
  });

  it("is not held up by an address of slashes", async () => {
    const { ask } = await served();
    const slashes = "/".repeat(15_000);
    const start = process.cpuUsage();
    for (let count = 0; count < 20; count++) expect(await ask(`/a${slashes}b`)).toMatchObject({ status: 404 });
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(1000);
    expect(await ask(`/article/tea${slashes}`)).toMatchObject({ status: 301, headers: { location: "/article/tea" } });
  });

  it("answers an error of one request with that request's 500, and goes on", async () => {
    const { ask, folder } = await served({ ...SITE, _redirects: "/old /caf\u{1f375}é 301\n" });
    symlinkSync("loop.html", join(folder, "loop.html"));
    expect(await ask("/loop")).toMatchObject({ status: 500, body: "Something went wrong on the server. Try again later.\n" });
    // It can be looked at, and not be opened.
    const socket = createServer();
    onTestFinished(() => void socket.close());
    await new Promise<void>((listening) => socket.listen(join(folder, "socket.html"), listening));
    expect(await ask("/socket")).toMatchObject({ status: 500, headers: { "content-type": "text/plain; charset=utf-8" } });
    expect(await ask("/old")).toMatchObject({ status: 301, headers: { location: "/caf%F0%9F%8D%B5%C3%A9" } });
    expect(await ask("/article/tea")).toMatchObject({ status: 200 });
  });

  it("says to readers that it fails as the paper does, in the language of the edition, and to programs in one line", async () => {
    const { ask, folder } = await served({ ...SITE, "500.html": "repairs", "nl/500.html": "reparatie" });
    for (const path of ["loop.html", "nl/loop.html"]) symlinkSync("loop.html", join(folder, path));
    const html = { Accept: "text/html" };
    expect(await ask("/loop", html)).toMatchObject({ status: 500, body: "repairs", headers: { "cache-control": "no-cache" } });
    expect(await ask("/nl/loop", html)).toMatchObject({ status: 500, body: "reparatie" });
    expect(await ask("/loop", { Accept: "application/json" })).toMatchObject({
      status: 500,
      headers: { "content-type": "text/plain; charset=utf-8" },
    });
    for (const path of ["/500", "/nl/500"]) expect(await ask(path, html)).toMatchObject({ status: 404 });
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
