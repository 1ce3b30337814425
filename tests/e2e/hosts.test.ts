import { existsSync, readdirSync, readFileSync, rmSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { besideSite } from "#cli/stage/sitePlaces.ts";
import { ask } from "../support/bareRequest.ts";
import { type Host, type Hosted, openHost } from "../support/hosts.ts";
import { broadsheet } from "../support/installation.ts";
import { MOVED_PAPER } from "../support/movedPaper.ts";
import { NOT_FOUND, PAGE_KINDS } from "../support/pageKinds.ts";
import { writeFiles } from "../support/temporaryFolder.ts";

const OWN = ["/saved", "/following", "/highlights", "/history", "/catch-up", "/offline"];

const [SAMPLE, PAPER] = [0, 1];

let paper = "";

beforeAll(async () => {
  paper = mkdtempSync(join(tmpdir(), "broadsheet-paper-"));
  writeFiles(join(paper, "content"), MOVED_PAPER);
  const site = join(paper, "site");
  await broadsheet(inject("installation"), "build", "--content", join(paper, "content"), "--out", site, "--base", "/paper/", "--compress");
});

afterAll(() => rmSync(paper, { recursive: true, force: true }));

/** What a browser says that goes to an address. */
const BY_HAND = "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

const fileIn = (folder: string): string => {
  const [file = ""] = readdirSync(folder).filter((name) => /\.(?:js|woff2|png|svg)$/u.test(name));
  return file;
};

describe.each<Host>(["nginx", "apache", "caddy", "broadsheet serve"])("%s with the files of the build", (host) => {
  let open: Hosted;

  beforeAll(async () => {
    open = await openHost(host, [
      { site: inject("sampleSite"), base: "/" },
      { site: join(paper, "site"), base: "/paper/" },
    ]);
  });

  afterAll(() => open?.close());

  const get = (edition: number, path: string, ...headers: string[]) => ask(open.ports[edition] ?? 0, path, ...headers);

  /** What a browser gets of an edition without Brotli copies. */
  const onRequest = host === "broadsheet serve" ? "br" : "gzip";

  it("has every kind of page, in whatever encoding and for a client that does not say what it accepts", async () => {
    for (const { path, text } of [...PAGE_KINDS, ...OWN.map((path) => ({ path, text: "<html" }))]) {
      for (const [accept, encoding] of [
        [[], undefined],
        [["Accept: */*"], undefined],
        [["Accept-Encoding: gzip"], "gzip"],
        [["Accept-Encoding: gzip, deflate, br, zstd"], onRequest],
        [["Accept-Encoding: br;q=0, gzip;q=0"], undefined],
      ] as const) {
        const { status, headers, body } = await get(SAMPLE, path, ...accept);
        const what = `${path} ${accept.join()}`;
        expect(status, what).toBe(200);
        expect(headers.get("content-type"), what).toBe("text/html; charset=utf-8");
        expect(headers.get("content-encoding"), what).toBe(encoding);
        expect(headers.get("vary"), what).toBe("Accept-Encoding");
        expect(headers.get("cache-control"), what).toBe("no-cache");
        expect(headers.get("x-content-type-options"), what).toBe("nosniff");
        expect(headers.get("content-security-policy"), what).toBe("frame-ancestors 'none'");
        expect(headers.get("permissions-policy"), what).toContain("camera=()");
        expect(headers.get("referrer-policy"), what).toBe("strict-origin-when-cross-origin");
        expect(body, what).toContain(text);
      }
    }
  });

  it.each([
    ["/feed.xml", "application/rss+xml"],
    ["/atom.xml", "application/atom+xml"],
    ["/feed.json", "application/feed+json"],
    ["/sitemap.xml", "application/xml"],
    ["/opensearch.xml", "application/opensearchdescription+xml"],
    ["/robots.txt", "text/plain; charset=utf-8"],
    ["/manifest.webmanifest", "application/manifest+json"],
    ["/data/front.json", "application/json"],
    ["/data/search/manifest.json", "application/json"],
    ["/sw.js", "text/javascript; charset=utf-8"],
    ["/icon.svg", "image/svg+xml"],
    ["/icon-192.png", "image/png"],
  ])("says what %s is, asks to look for a new one, and gives the same bytes in each encoding", async (path, type) => {
    const plain = await get(SAMPLE, path);
    expect(plain.status).toBe(200);
    expect(plain.headers.get("content-type")).toBe(type);
    expect(plain.headers.get("cache-control")).toBe("no-cache");
    expect(plain.raw).toEqual(readFileSync(join(inject("sampleSite"), path)));
    for (const [accept, encoding] of [
      ["gzip, br", onRequest],
      ["gzip", "gzip"],
    ]) {
      const packed = await get(SAMPLE, path, `Accept-Encoding: ${accept}`);
      expect(packed.headers.get("content-type")).toBe(type);
      expect(packed.body).toBe(plain.body);
      if (plain.raw.length >= 1024 && !path.endsWith(".png")) expect(packed.headers.get("content-encoding")).toBe(encoding);
    }
  });

  it.each(["/paper/", "/paper/article/tea", "/paper/feed.xml", "/paper/sw.js", "/paper/nope"])(
    "gives the Brotli copy of %s where there is one, or compresses",
    async (path) => {
      const plain = await get(PAPER, path, BY_HAND);
      for (const [accept, encoding] of [
        ["gzip, br", "br"],
        ["gzip, br;q=0", "gzip"],
      ]) {
        const { status, headers, body } = await get(PAPER, path, BY_HAND, `Accept-Encoding: ${accept}`);
        expect(headers.get("content-encoding")).toBe(encoding);
        expect(headers.get("vary")).toBe("Accept-Encoding");
        expect(headers.get("content-type")?.split(";")[0]).toBe(plain.headers.get("content-type")?.split(";")[0]);
        expect({ status, body }).toEqual({ status: plain.status, body: plain.body });
      }
    },
  );

  it("asks browsers to report faults where the paper counts them", async () =>
    expect((await get(PAPER, "/paper/")).headers.get("reporting-endpoints")).toBe('default="/paper/api/faults"'));

  it.each([SAMPLE, PAPER])("says that nothing has changed in edition %i to a browser that has the page compressed", async (edition) => {
    const path = edition === SAMPLE ? "/article/operation-rescue" : "/paper/article/tea";
    for (const accept of ["Accept-Encoding: gzip", "Accept-Encoding: gzip, br"]) {
      const { headers } = await get(edition, path, accept);
      expect((await get(edition, path, accept, `If-None-Match: ${headers.get("etag")}`)).status).toBe(304);
    }
  });

  it.each(["assets", "pictures"])("lets what lies in %s be kept for good, and nothing that is not there", async (folder) => {
    const path = `/${folder}/${fileIn(join(inject("sampleSite"), folder))}`;
    for (const accept of ["Accept: */*", "Accept-Encoding: br", "Accept-Encoding: gzip"])
      expect((await get(SAMPLE, path, accept)).headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    for (const ending of ["js", "css", "png", "woff2", "webp"]) {
      const { status, headers, body } = await get(SAMPLE, `/${folder}/gone-1a2b3c4d.${ending}`, "Accept: */*");
      expect(status).toBe(404);
      expect(headers.get("cache-control")).toBe("no-cache");
      expect(headers.get("content-type")).toMatch(/^text\/plain/u);
      // Not the page for readers: a page may ask for many of them.
      expect(body.trim()).toBe("Not found");
    }
  });

  it("lets numbered pages of data be kept for a day, all origins read data, and no drawing run a script", async () => {
    const { headers } = await get(SAMPLE, "/data/latest/page/1.json");
    expect(headers.get("cache-control")).toBe("public, max-age=86400, stale-while-revalidate=604800");
    expect(headers.get("access-control-allow-origin")).toBe("*");
    expect((await get(SAMPLE, "/icon.svg", "Accept-Encoding: br")).headers.get("content-security-policy")).toContain("sandbox");
  });

  it.each([
    [SAMPLE, "/article/operation-rescue/", "/article/operation-rescue"],
    [SAMPLE, "/article/operation-rescue//?a=1", "/article/operation-rescue?a=1"],
    [SAMPLE, "/section/crime/", "/section/crime"],
    [SAMPLE, "/section/crime.html?a=1&b=2", "/section/crime?a=1&b=2"],
    [SAMPLE, "/index.html", "/"],
    [SAMPLE, "/topic/Europol?a=1", "/topic/europol?a=1"],
    [SAMPLE, "/Article/Delta-Works", "/article/delta-works"],
    [SAMPLE, "/article", "/archive"],
    [PAPER, "/paper/Topic/Floods", "/paper/topic/floods"],
    [PAPER, "/paper/topic?a=1", "/paper/topics?a=1"],
    [PAPER, "/paper/article/tea/", "/paper/article/tea"],
    [PAPER, "/paper/article/tea.html", "/paper/article/tea"],
    [PAPER, "/paper/index.html", "/paper/"],
    [PAPER, "/paper", "/paper/"],
    [PAPER, "/paper/2013/tea/", "/paper/article/tea"],
    [PAPER, "/paper/2013/tea?utm=mail", "/paper/article/tea?utm=mail"],
    [PAPER, "/paper/old.html", "/paper/article/tea"],
    [PAPER, "/paper/Mixed/Case", "/paper/article/tea"],
    [PAPER, "/paper/mixed/case", "/paper/article/rain"],
    [PAPER, "/paper/caf%C3%A9/a+b", "/paper/article/tea"],
    [PAPER, "/paper/?p=123", "/paper/article/tea"],
    [PAPER, "/paper/?utm=mail&p=123", "/paper/article/tea"],
    [PAPER, "/paper/shop/?lang=de&p=9", "/paper/article/tea"],
    [PAPER, "/paper/?flag", "/paper/article/tea"],
    [PAPER, `/paper/${"long/".repeat(90)}`, "/paper/article/tea"],
    [PAPER, "/paper/rss/?a=1", "/paper/feed.xml?a=1"],
    [PAPER, "/paper/jump?a=1", "/paper/article/tea#poured"],
    [PAPER, "/paper/tag/floods/?a=1", "/paper/topic/floods?a=1"],
    [PAPER, "/paper/tag/%0d%0aX:y", "/paper/topic/%0d%0aX:y"],
    [PAPER, "/paper/caf%C3%A9s/b%C3%A9", "/paper/topic/b%C3%A9?at=caf%C3%A9"],
    [PAPER, "/paper/wiki/a/b?c=1", "https://wiki.example/a/b?c=1"],
    [PAPER, "/paper/wiki", "https://wiki.example/"],
    [PAPER, "/paper/old-topics/floods", "/paper/topic/floods"],
    [PAPER, "/paper/topic/floods/atom.xml", "/paper/topic/floods/feed.xml"],
    [PAPER, "/paper/shop", "https://shop.example/?from=paper", 302],
    [PAPER, "/paper/2019", "/paper/archive/2024", 302],
    [PAPER, "/paper/2019/05/tea?a=1", "/paper/archive/2024?a=1", 302],
  ])("in edition %i sends %s on to its one address", async (edition, path, to, lasting = 301) => {
    const { status, headers } = await get(edition, path);
    expect(status).toBe(lasting);
    expect(headers.get("location")?.replace(/^http:\/\/127\.0\.0\.1(?::\d+)?(?=\/)/u, "")).toBe(to);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it.each([
    [PAPER, "/paper/", "Tea"],
    [PAPER, "/paper/?p=1234", "Tea"],
    [PAPER, "/paper/article/tea", "It was poured."],
    [PAPER, "/paper/section/world", "Rain"],
    [PAPER, "/paper/topic/floods?a=1", "Rain"],
    [PAPER, "/paper/2013/tea.txt", undefined],
    [PAPER, "/paper/nope", undefined],
  ])("in edition %i has %s where it is", async (edition, path, text) => {
    const { status, body, headers } = await get(edition, path, BY_HAND, "Accept-Encoding: br, gzip");
    expect(status).toBe(text === undefined ? 404 : 200);
    expect(headers.get("content-type")?.replace(/; ?/u, "; ")).toBe("text/html; charset=utf-8");
    expect(body).toContain(text ?? "Page not found");
  });

  it.each([
    NOT_FOUND.path,
    "/404",
    "/article/nope",
    "/Article/Nope",
    "/article/operation-rescue.html.br",
    "/article/operation-rescue/deeper",
    "/feed.xml.gz",
    "/.broadsheet-files",
    "/.hosting/nginx-maps.conf",
    "/data/nope.json",
    "/pictures",
    "/pictures/gone.png",
  ])("has the page for what is not there at %s, compressed", async (path) => {
    for (const [more, encoding] of [
      [[], undefined],
      [["Accept-Encoding: gzip"], "gzip"],
      [["Accept-Encoding: gzip, br"], onRequest],
    ] as const) {
      const { status, headers, body } = await get(SAMPLE, path, BY_HAND, ...more);
      expect(status).toBe(404);
      expect(headers.get("content-encoding"), more.join()).toBe(encoding);
      expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(headers.get("cache-control")).toBe("no-cache");
      expect(body).toContain(NOT_FOUND.text);
    }
  });

  it.each([
    ["/paper/ads.txt", "text/plain; charset=utf-8"],
    ["/paper/.well-known/security.txt", "text/plain; charset=utf-8"],
    ["/paper/.well-known/tdmrep.json", "application/json"],
    ["/paper/Proof.xml", "application/xml"],
    ["/paper/favicon.ico", "image/x-icon"],
  ])("has %s as the paper publishes it, with what it says to crawlers", async (path, type) => {
    const { status, headers } = await get(PAPER, path);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe(type);
    expect(headers.get("cache-control")).toBe("no-cache");
    if (host !== "broadsheet serve") expect(headers.get("x-robots-tag")).toBe("noai, noimageai");
  });

  it.each(["stories.jsonl", "bodies.bin", ""])("keeps the state of the build beside a paper below a path: %s", async (file) => {
    expect(existsSync(join(besideSite(join(paper, "site"), "state"), file))).toBe(true);
    expect((await get(PAPER, `/.paper.broadsheet-state/${file}`)).status).toBe(host === "apache" ? 403 : 404);
  });

  it.each([
    "//evil.example/",
    "/\\evil.example/",
    "//evil.example/x.html",
    "/%5Cevil.example/",
    "//evil.example/index.html",
    "/paper/old-topics//evil.example/",
  ])("leads nobody to another host by %s", async (path) => {
    const { headers } = await get(SAMPLE, path);
    const to = headers.get("location") ?? "/";
    expect(new URL(to, "http://127.0.0.1/").hostname).toBe("127.0.0.1");
  });
});
