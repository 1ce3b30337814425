import { describe, expect, it } from "vitest";
import { apacheRules } from "#compiler/write/moved/apache.ts";
import { nginxMap } from "#compiler/write/moved/nginx.ts";
import { rulesOf } from "#compiler/write/moved/rules.ts";
import { VERCEL_MOST, vercelSettings } from "#compiler/write/moved/vercel.ts";
import { makeArticle } from "../../../support/makeArticle.ts";
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

/** Where the rules lead a request, as mod_rewrite goes through them in a folder: patterns on the decoded path without its first slash. */
function apache(text: string, path: string, query = ""): string | undefined {
  let holds = true;
  for (const line of text.split("\n")) {
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
    const text = apacheRules(rules("/paper/"));
    expect(apache(text, "/2014/03/12/slug")).toBe("/paper/article/slug");
    expect(apache(text, "/paper/2014/03/12/slug")).toBe("/paper/article/slug");
  });

  it("stand in nginx's map once each, with and without a slash at the end", () => {
    const keys = [...nginxMap([...rules(), ...rules()]).matchAll(/^"([^"]*)" /gmu)].map((match) => match[1]);
    expect(keys).toEqual([
      "/2014/03/12/slug/",
      "/2014/03/12/slug",
      "/old.html",
      "/caf%C3%A9/a+b",
      "/caf%C3%A9/a+b/",
      "/?p=123",
      "/index.php?page_id=7&lang=d.",
    ]);
  });

  it("are redirects of Vercel, those with a query by what they ask", () => {
    const { redirects, cleanUrls } = JSON.parse(vercelSettings(rules()));
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

  it("that are too many for Vercel are cut off there, said, and complete everywhere else", async () => {
    const oldUrls = [...Array.from({ length: VERCEL_MOST }, (_, index) => `/old/${index}`), "/?p=1"];
    const site = await written([makeArticle({ slug: "a", oldUrls })]);
    const { redirects } = JSON.parse(site.text("vercel.json"));
    expect(redirects).toHaveLength(VERCEL_MOST);
    expect(redirects[0]).toMatchObject({ source: "/", destination: "/article/a" });
    expect(site.problems).toContainEqual(
      expect.objectContaining({ severity: "notice", message: expect.stringContaining("Vercel takes 1024") }),
    );
    expect(Object.keys(JSON.parse(site.text("redirects.json")))).toHaveLength(VERCEL_MOST + 1);
  });

  it("cannot break out of their line in any file", async () => {
    const site = await written([makeArticle({ slug: "a", oldUrls: ['/old"; x\n/all', '/?q=$(x)"`', "/${x}/(a|b)*"] })]);
    for (const file of ["_redirects", "redirects.nginx.map", "redirects.htaccess"])
      for (const line of site.text(file).trim().split("\n")) expect(line, file).toMatch(/^(?:#|\/|"[^"]*" "[^"]*";$|Rewrite)/u);
    expect(apache(site.text("redirects.htaccess"), "/$%7Bx%7D/(a%7Cb)*")).toBe("/article/a");
    expect(apache(site.text("redirects.htaccess"), "/$%7Bx%7D/a")).toBeUndefined();
  });
});
