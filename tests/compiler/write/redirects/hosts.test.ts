import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BY_TLS, headers, SECURITY } from "#compiler/write/headers.ts";
import { htaccess } from "#compiler/write/hosting/htaccess.ts";
import { caddyfile } from "#compiler/write/hosting/caddy.ts";
import { nginxMaps, nginxServer } from "#compiler/write/hosting/nginx.ts";
import { apacheRules } from "#compiler/write/redirects/apacheRules.ts";
import { lookupsOf } from "#compiler/write/redirects/lookups.ts";
import { rulesOf } from "#compiler/write/redirects/redirectRules.ts";
import { siteAt } from "#compiler/write/siteAt.ts";
import { vercelSettings } from "#compiler/write/redirects/vercel.ts";
import { makeArticle } from "../../../support/makeArticle.ts";
import { temporaryFolder } from "../../../support/temporaryFolder.ts";
import { written } from "../../../support/written.ts";

const ARABIC = `/article/${encodeURIComponent("بنسلين")}`;

const REDIRECTS = [
  { from: "/2014/03/12/slug/", to: "/article/slug" },
  { from: "/old.html", to: "/article/slug" },
  { from: "/caf%C3%A9/a+b", to: ARABIC },
  { from: "/?p=123", to: "/article/slug" },
  { from: "/index.php?page_id=7&lang=d.", to: "/article/slug" },
];

const rules = (base = "/") => rulesOf(REDIRECTS, base);

it("an old address that is the base path of the site has one rule", () => {
  expect(rulesOf([{ from: "/c?p=1", to: "/article/tea" }], "/c/")).toEqual([{ path: "/c/", query: "p=1", to: "/c/article/tea" }]);
});

/** Where the rules lead a request, as mod_rewrite goes through them in a folder: patterns on the decoded path without its first slash. */
function apache(lines: string[], path: string, query = ""): string | undefined {
  let holds = true;
  for (const line of lines) {
    const [, condition] = /^RewriteCond %\{QUERY_STRING\} "(.*)"$/u.exec(line) ?? [];
    const [, pattern, target] = /^RewriteRule "(.*?)" "(.*)" \[/u.exec(line) ?? [];
    if (condition !== undefined) holds &&= new RegExp(condition).test(query);
    if (pattern === undefined || target === undefined) continue;
    if (holds && new RegExp(pattern).test(decodeURIComponent(path).slice(1))) return target.replaceAll(/\\([%$])/gu, "$1");
    holds = true;
  }
  return undefined;
}

describe("old addresses", () => {
  it.each([
    ["/2014/03/12/slug/", "", "/article/slug"],
    ["/2014/03/12/slug", "utm=x", "/article/slug"],
    ["/old.html", "", "/article/slug"],
    ["/oldxhtml", "", undefined],
    ["/caf%C3%A9/a+b", "", ARABIC],
    ["/", "p=123", "/article/slug"],
    ["/", "utm=x&p=123", "/article/slug"],
    ["/", "p=1234", undefined],
    ["/", "", undefined],
    ["/index.php", "lang=d.&page_id=7", "/article/slug"],
    ["/index.php", "lang=dx&page_id=7", undefined],
  ])("like %s?%s are led on by Apache", (path, query, to) => {
    expect(apache(apacheRules(rules()), path, query)).toBe(to);
  });

  it("are known to Apache below a base as the folder has them", () => {
    const lines = htaccess(siteAt(undefined, "/paper/"), rules("/paper/"), true)
      .split("\n")
      .map((line) => line.trim());
    const moved = lines.filter((line) => line.includes('"/paper/article/slug"'));
    expect(moved.filter((line) => line.startsWith('RewriteRule "^/?2014/03/12/slug/?$"'))).toHaveLength(1);
    expect(lines.join("\n")).not.toContain("/?paper/");
  });

  it("are looked up once each, with and without a slash at the end, those with a query by what they ask", () => {
    const lookups = lookupsOf([...rules(), ...rules(), { path: "/", query: "flag", to: "/article/slug" }], encodeURIComponent);
    expect(lookups.map(({ by, names, to }) => [by, names, [...to.keys()]])).toEqual([
      ["whole", [], ["/?flag"]],
      ["asked", ["page_id", "lang"], ["/index.php?page_id=7&lang=d."]],
      ["asked", ["p"], ["/?p=123"]],
      ["path", [], ["/2014/03/12/slug/", "/2014/03/12/slug", "/old.html", "/café/a+b", "/café/a+b/"]],
    ]);
  });

  it("are redirects of Vercel, those with a query by what they ask", () => {
    const { redirects, cleanUrls } = JSON.parse(vercelSettings(siteAt(undefined, "/"), rules()));
    expect(cleanUrls).toBe(true);
    expect(redirects).toContainEqual({ source: "/2014/03/12/slug", destination: "/article/slug", statusCode: 301 });
    expect(redirects).toContainEqual({ source: "/caf%C3%A9/a\\+b", destination: ARABIC, statusCode: 301 });
    expect(redirects[0]).toEqual({
      source: "/",
      has: [{ type: "query", key: "p", value: "123" }],
      destination: "/article/slug",
      statusCode: 301,
    });
  });

  it("lead to addresses that have signs of Vercel's own, but not by it where such signs are in a query", () => {
    const wiki = "https://en.wikipedia.org/wiki";
    const moved = [
      { path: "/contents", to: `${wiki}/Wikipedia:Contents#See_(also)` },
      { path: "/m", to: `${wiki}/Mercury_(planet)?a=b` },
      { path: "/q", to: "https://wiki.example:8080/?q=a+b" },
      { path: "/w/:slug/*", to: "https://wiki.example:8080/C++/:splat?from=:slug", isPattern: true as const },
    ];
    const { redirects } = JSON.parse(vercelSettings(siteAt(undefined, "/"), moved));
    expect(redirects.map(({ destination }: { destination: string }) => destination)).toEqual([
      `${wiki}/Wikipedia%3AContents#See_%28also%29`,
      `${wiki}/Mercury_%28planet%29?a=b`,
      "https://wiki.example:8080/C%2B%2B/:splat*?from=:slug",
    ]);
  });

  it("come with the security headers of all files, those of drawings, and the cache, on hosts that take a list of them", () => {
    const site = siteAt("https://paper.example/daily/", undefined);
    const { headers: listed } = JSON.parse(vercelSettings(site, []));
    const bySource = Object.fromEntries(
      listed.map(({ source, headers: own }: { source: string; headers: { key: string; value: string }[] }) => [
        source,
        Object.fromEntries(own.map(({ key, value }) => [key, value])),
      ]),
    );
    expect(bySource["/daily/(.*)"]).toMatchObject({ ...SECURITY, ...BY_TLS });
    expect(bySource["/daily/assets/(.*)"]).toEqual({ "Cache-Control": "public, max-age=31536000, immutable" });
    expect(bySource["/daily/data/topic/:slug/page/(.*)"]).toHaveProperty("Cache-Control");
    for (const path of ["/daily/icon.svg", "/daily/pictures/(.*)"]) expect(bySource[path]["Content-Security-Policy"]).toContain("sandbox");
    expect(headers(site)).toMatch(/^\/daily\/icon\.svg\n {2}Content-Security-Policy: .*sandbox$/mu);
    expect(headers(site)).toMatch(/^\/daily\/pictures\/\*\n.*\n {2}Content-Security-Policy: .*sandbox$/mu);
  });

  it("that are too many for Vercel are cut off there, and complete everywhere else", async () => {
    const oldUrls = [...Array.from({ length: 1024 }, (_, index) => `/old/${index}`), "/?p=1"];
    const site = await written([makeArticle({ slug: "a", oldUrls })]);
    const { redirects } = JSON.parse(site.text("vercel.json"));
    expect(redirects).toHaveLength(1024);
    expect(redirects[0]).toMatchObject({ source: "/", destination: "/article/a" });
    expect(Object.keys(JSON.parse(site.text("redirects.json")))).toHaveLength(1025);
  });

  it("cannot break out of their line in any file", async () => {
    const own = await written([makeArticle({ slug: "a", oldUrls: ['/old"; x\n/all', '/?q=$(x)"`', "/${x}/(a|b)*", "/{$HOME}"] })]);
    for (const line of own.text("_redirects").trim().split("\n")) expect(line).toMatch(/^\/\S+ \/\S+ 301$/u);
    const site = siteAt(undefined, "/");
    const moved = rulesOf(own.redirects, "/");
    const lines = (text: string) => text.split("\n").filter((line) => line.includes("/article/a"));
    for (const line of lines(nginxMaps(site, moved))) expect(line).toMatch(/^ {2}"[^"]*" "\/article\/a";$/u);
    for (const line of lines(caddyfile(site, moved, true))) expect(line).toMatch(/^\t+"[^"{}]*" "\/article\/a"$/u);
    for (const line of lines(htaccess(site, moved, true))) expect(line).toMatch(/^ {2}RewriteRule "[^"]*" "\/article\/a" \[/u);
    expect(apache(apacheRules(moved), "/$%7Bx%7D/(a%7Cb)*")).toBe("/article/a");
    expect(apache(apacheRules(moved), "/$%7Bx%7D/a")).toBeUndefined();
  });
});

describe("the files for servers", () => {
  it("let nginx start, whatever old addresses there are: those that differ in case alone, or have signs of its own", async () => {
    const olds = "/old /Old /OLD/ /caf%C3%A9 /CAF%C3%A9 /caf%C3%89 /%E2%84%AA /k /?p=A /?p=a /?P=a /?Flag /?flag /old.html /Old.html /old? /old?a= /x%09y /~tilde /a%22b /%5C /a%3Bb /%24uri /hostnames; /default".split(" "); // prettier-ignore
    const own = await written([makeArticle({ slug: "a", oldUrls: [...olds, `/${"x".repeat(230)}`, `/${"Y".repeat(230)}`] })]);
    expect(own.redirects.length).toBeGreaterThan(20);
    const [folder, site] = [temporaryFolder(), siteAt("https://paper.example/", undefined)];
    const moved = rulesOf(own.redirects, "/");
    writeFileSync(join(folder, "http.conf"), nginxMaps(site, moved));
    writeFileSync(join(folder, "server.conf"), nginxServer(site, moved, true));
    const around = `pid ${folder}/pid; events {} http { map_hash_max_size 262144; map_hash_bucket_size 512; include http.conf; server { listen 127.0.0.1:1; include server.conf; } }`;
    writeFileSync(join(folder, "nginx.conf"), around);
    const { status, stderr } = spawnSync("/usr/sbin/nginx", ["-t", "-e", "stderr", "-c", join(folder, "nginx.conf")], { encoding: "utf8" });
    expect(stderr).toContain("test is successful");
    expect(status).toBe(0);
  });

  it("refuse what builds leave beside a site below a path, where it is in what the host gives away", () => {
    const [root, below] = [siteAt("https://a.example/", undefined), siteAt("https://a.example/a/paper/", undefined)];
    expect(nginxServer(below, [], true)).toContain('location ^~ "/a/.paper.broadsheet-" { return 404; }');
    expect(caddyfile(below, [], true)).toContain("error /a/.paper.broadsheet-* 404");
    for (const text of [nginxServer(root, [], true), caddyfile(root, [], true)]) expect(text).not.toContain(".broadsheet-");
  });

  it.each([true, false])("compress on request, and use copies only where there are some: %s", (isCompressed) => {
    const site = siteAt("https://paper.example/", undefined);
    const [nginx, caddy, apache] = [
      nginxServer(site, [], isCompressed),
      caddyfile(site, [], isCompressed),
      htaccess(site, [], isCompressed),
    ];
    expect([nginx, caddy, apache].map((text) => /gzip on;|encode \{|AddOutputFilterByType DEFLATE/u.test(text))).toEqual([
      true,
      true,
      true,
    ]);
    // A copy that was uploaded long ago and never removed would be sent in place of the page.
    const copies = [/_br"/u.test(nginx), caddy.includes("precompressed"), apache.includes("$1.br")];
    expect(copies).toEqual([isCompressed, isCompressed, isCompressed]);
  });

  it.each([
    ["https://paper.example/", true],
    ["http://paper.example/", false],
  ])("ask browsers to come by TLS alone where the edition at %s has it", (url, isSaid) => {
    const site = siteAt(url, undefined);
    for (const text of [nginxServer(site, [], true), caddyfile(site, [], true), htaccess(site, [], true)])
      expect(text.includes("Strict-Transport-Security")).toBe(isSaid);
  });

  it("of two editions share no variable in nginx", () => {
    const names = (url: string) => [...nginxMaps(siteAt(url, undefined), []).matchAll(/\$broadsheet_\w+/gu)].map(([name]) => name);
    const [one, two] = [names("https://a.example/"), names("https://b.example/")];
    expect(one.length).toBeGreaterThan(3);
    expect(one.filter((name) => two.includes(name))).toEqual([]);
  });
});
