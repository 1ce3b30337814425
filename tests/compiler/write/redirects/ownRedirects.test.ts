import { describe, expect, it } from "vitest";
import { compile } from "#compiler/compile.ts";
import { folderOf } from "../../../support/importing.ts";
import { filesIn, temporaryFolder } from "../../../support/temporaryFolder.ts";

const story = (headline: string, more = ""): string =>
  `---\nheadline: ${headline}\ndatePublished: 2024-04-22T07:10:00Z\ntopics: [Mars]\n${more}---\nWords.\n`;

const STORIES = {
  "edition.json": '{ "name": "The Paper", "url": "https://paper.example/" }',
  "tea.md": story("Tea", "oldUrls: [/2013/tea/]\n"),
  "rain.md": story("Rain"),
  "merger.md": story("Secret merger", "draft: true\nurl: https://former.example/the-merger\n"),
};

/** A paper with these lines of redirects.csv: where its redirects lead, what was said of which line, and the files of the site. */
async function paperWith(lines: string[], { header = "from,to,status", base }: { header?: string; base?: string } = {}) {
  const out = temporaryFolder();
  const content = folderOf({ ...STORIES, "redirects.csv": [header, ...lines, ""].join("\n") });
  const { built, problems } = await compile({ content, out, encode: false, ...(base !== undefined && { base }) });
  const said = problems.filter(({ file }) => file === "redirects.csv").map(({ line, message }) => `${line}: ${message}`);
  return {
    leads: Object.fromEntries(
      (built?.redirects ?? []).map(({ from, to, status }) => [from, status === undefined ? to : `${to} ${status}`]),
    ),
    said,
    remedies: problems.flatMap(({ file, remedy }) => (file === "redirects.csv" ? [remedy ?? ""] : [])),
    files: filesIn(out),
  };
}

describe("redirects.csv", () => {
  it("leads from any address to pages, lists, feeds, files and other sites, for good or for a time", async () => {
    const { leads, said } = await paperWith([
      "/about-mars,/topic/mars,",
      "/old.php?id=7,/article/tea.html,",
      "/rss,/feed.xml,301",
      '"/a, b",/search?q=tea,302',
      "https://former.example/shop/,https://shop.example/x?y=1#z,",
      "/here,https://paper.example/article/rain#end,",
      "/there,HTTP://www.Paper.example/article/tea?x=1,",
      "",
    ]);
    expect(said).toEqual([]);
    expect(leads).toEqual({
      "/2013/tea/": "/article/tea",
      "/about-mars": "/topic/mars",
      "/old.php?id=7": "/article/tea",
      "/rss": "/feed.xml",
      "/a,%20b": "/search?q=tea 302",
      "/shop/": "https://shop.example/x?y=1#z",
      "/here": "/article/rain#end",
      "/there": "/article/tea?x=1",
    });
  });

  it("leads on from a former address to the present one at once", async () => {
    const { leads, said } = await paperWith(["/a,/b", "/b,/c", "/c,/2013/tea", "/d,/tags/mars", "/tags/:slug,/topic/:slug"]);
    expect(said).toEqual([]);
    expect(leads).toMatchObject({ "/a": "/article/tea", "/b": "/article/tea", "/c": "/article/tea", "/d": "/topic/mars" });
  });

  it("may be separated by semicolons, have its columns in any order, and lack their names", async () => {
    expect((await paperWith(["/article/rain;301;/r"], { header: "to;status;from" })).leads).toMatchObject({ "/r": "/article/rain" });
    const { leads, said } = await paperWith([], { header: "/r,/article/rain" });
    expect(leads).toMatchObject({ "/r": "/article/rain" });
    expect(said).toEqual(["1: The columns have no names, so the lines are read as from, to and status."]);
  });

  it.each([
    ["/nowhere,/article/gone", "“/article/gone” is not in the site"],
    ["/article/tea,/article/rain", "“/article/tea” is a page of the site"],
    ["/saved,/article/rain", "“/saved” is a page of the site"],
    ["/feed.xml,/article/rain", "“/feed.xml” is a file of the site"],
    ["/assets/x,/article/rain", "“/assets/x” is a file of the site"],
    ["/2013/tea,/article/rain", "“/2013/tea” already leads to /article/tea"],
    ["/x,/x", "“/x” leads back to itself"],
    ["/x/*,/x/y/:splat", "“/x/*” leads back to itself"],
    ["/x,http://paper.example/x", "“/x” leads back to itself"],
    ["/x,https://paper.example//evil.example/", "“https://paper.example//evil.example/” is not a web address or path"],
    ["/a*b,/article/tea", "“/a*b” has an asterisk that is not its last part"],
    ["/a/*/b,/article/tea", "“/a/*/b” has an asterisk that is not its last part"],
    ["/:any,/article/tea", "“/:any” begins with a part that stands for any other"],
    ["/topic/*,/article/tea", "“/topic/*” would lead away from pages or files of the site"],
    ["/data/:x,/article/tea", "“/data/:x” would lead away from pages or files of the site"],
    ["/t/:a/:a,/topic/:a", "“/t/:a/:a” has two parts of one name"],
    ["/t/:a/:ab,/topic/:ab", "“:ab” begins with the name of another part of “/t/:a/:ab”"],
    ["/t/:a,/topic/:b", "“:b” in the target stands for no part of “/t/:a”"],
    ["/t/:a?x=1,/topic/:a", "“/t/:a?x=1” has a query, which a pattern cannot have"],
    ["/t/:a,/nothing/:a", "“/nothing/:a” means no page of the site"],
    ["/t/*,/article/gone", "“/article/gone” is not in the site"],
    ["tea,/article/tea", "“tea” is not a web address or path"],
    ["/x,//evil.example/", "“//evil.example/” is not a web address or path"],
    ["/x/:a,https://evil.example:a/", "“https://evil.example:a/” is not a web address or path"],
    ["/x,javascript:alert(1)", "“javascript:alert(1)” is not a web address or path"],
    ["/%zz,/article/tea", "“/%zz” has an invalid percent encoding"],
    ["/x,", "There is no address to lead to"],
    ["/x,/article/tea,308", "“308” is not 301 or 302"],
  ])("names the line, and leaves it out: %s", async (line, message) => {
    const { leads, said, remedies } = await paperWith(["/fine,/article/tea", line]);
    expect(said).toEqual([`3: ${message}, so the line is left out.`]);
    expect(remedies[0]).toMatch(/^[A-Z].*\.$/u);
    expect(leads).toEqual({ "/2013/tea/": "/article/tea", "/fine": "/article/tea" });
  });

  it("leaves out all lines of a circle, and the second of two lines for one address", async () => {
    expect((await paperWith(["/a,/b", "/b,/a"])).said).toHaveLength(2);
    const { said, leads } = await paperWith(["/a,/article/tea", "/a/,/article/rain", "/a.html,/article/tea"]);
    expect(said).toEqual(["3: “/a/” already leads to /article/tea by line 2, so the line is left out."]);
    expect(leads["/a"]).toBe("/article/tea");
  });

  it("says which line leads to a story that readers may not see, and publishes no word of it", async () => {
    const lines = [
      "/x,/article/merger",
      "/y,/x",
      "/article/merger,/article/tea",
      "/z,/merger.md",
      "/article/merger/*,/article/tea",
      "/article/merger/pictures,/article/tea",
      "/article/merger/post/:id,/topic/mars",
      "/http,http://paper.example/article/merger",
      "/www,https://www.paper.example/article/merger.epub",
      "/case/:x,HTTPS://Paper.example/article/merger/:x",
      "/former,https://former.example/the-merger/pictures",
    ];
    const { said, leads, files } = await paperWith(lines);
    expect(said).toHaveLength(lines.length);
    expect(said.join()).not.toMatch(/merger/u);
    expect(leads).toEqual({ "/2013/tea/": "/article/tea" });
    for (const [file, text] of files) expect(`${file} ${text}`).not.toMatch(/merger/iu);
  });

  it("may name addresses with the base path of the paper, which no pattern leads away from", async () => {
    const fine = [
      "/rss,/news/paper/feed.xml",
      "/news/paper/a/:x,/news/paper/topic/:x",
      "/b,http://www.paper.example/news/paper/article/tea",
      "/c,https://paper.example/article/tea",
    ];
    const wrong = [
      "/news/paper,/article/tea",
      "/news/paper/*,https://archive.example/:splat",
      "/news/paper/article/:slug,/topic/mars",
      "/news/paper/data/*,/article/tea",
      "/news/*,/article/tea",
      "/news/:any/old,/article/tea",
      "/news/paper/article/merger/*,/article/tea",
      "/news/paper/x/*,/x/y/:splat",
    ];
    const { said, leads, files } = await paperWith([...fine, ...wrong], { base: "/news/paper/" });
    expect(said.map((each) => Number.parseInt(each, 10))).toEqual(wrong.map((_, at) => fine.length + 2 + at));
    expect(leads).toEqual({
      "/2013/tea/": "/article/tea",
      "/rss": "/feed.xml",
      "/news/paper/a/:x": "/topic/:x",
      "/b": "/article/tea",
      "/c": "https://paper.example/article/tea",
    });
    expect(files.get("_redirects")).toContain("/news/paper/rss /news/paper/feed.xml 301\n");
  });

  it("has its patterns in the form of each host that takes a list", async () => {
    const { files } = await paperWith(["/tag/:slug,/topic/:slug", "/2019/*,/archive/2024", "/wiki/*,https://wiki.example/:splat,302"]);
    const lines = files.get("_redirects")?.split("\n") ?? [];
    expect(lines.slice(0, 7)).toEqual([
      "/2013/tea/ /article/tea 301",
      "/tag/:slug /topic/:slug 301",
      "/tag/:slug/ /topic/:slug 301",
      "/2019 /archive/2024 301",
      "/2019/* /archive/2024 301",
      "/wiki https://wiki.example/ 302",
      "/wiki/* https://wiki.example/:splat 302",
    ]);
    const { redirects } = JSON.parse(files.get("vercel.json") ?? "");
    expect(redirects.slice(1, 4)).toEqual([
      { source: "/tag/:slug", destination: "/topic/:slug", statusCode: 301 },
      { source: "/2019/:splat*", destination: "/archive/2024", statusCode: 301 },
      { source: "/wiki/:splat*", destination: "https://wiki.example/:splat*", statusCode: 302 },
    ]);
    expect(JSON.parse(files.get("redirects.json") ?? "")).toEqual({ "/2013/tea/": "/article/tea" });
  });
});
