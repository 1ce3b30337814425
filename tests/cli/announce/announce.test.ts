import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { announce } from "#cli/announce/announce.ts";
import { compile } from "#compiler/compile.ts";
import { portOf } from "../../support/portOf.ts";
import { filesIn, temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

const NOW = Date.parse("2026-01-20T12:00:00Z");
const KEY = "c0ffee00-key";
const HOME = "https://post.example/paper/";

const story = (day: string, fields = "", words = "Words."): string =>
  `---\nheadline: A story\ndatePublished: ${day}\n${fields}---\n${words}\n`;

/** Search engine and hub in one: it records what it is sent, and answers with the status that is set. */
async function listener() {
  const heard: { path: string; type: string | undefined; body: string }[] = [];
  const answer = { status: 202 };
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      heard.push({ path: request.url ?? "", type: request.headers["content-type"], body });
      response.writeHead(answer.status).end("Body");
    });
  });
  const at = `http://127.0.0.1:${await portOf(server)}`;
  onTestFinished(() => new Promise((done) => (server.close(() => done()), server.closeAllConnections())));
  return { heard, answer, at, server };
}

/** A paper of which a story is old, one is of yesterday and one is withheld, and a function that publishes and announces it. */
async function paper(settings?: object) {
  const { heard, answer, at, server } = await listener();
  const folder = temporaryFolder();
  const [content, out] = [join(folder, "content"), join(folder, "site")];
  const own = { indexNow: { key: KEY, endpoint: `${at}/indexnow` }, hub: `${at}/hub` };
  writeFiles(content, {
    "edition.json": JSON.stringify({ url: HOME, announce: own, ...settings }),
    "articles/old.md": story("2025-03-01", "section: Harbour\n"),
    "articles/new.md": story("2026-01-19", "section: Tides\n"),
    "articles/secret.md": story("2026-01-19", "draft: true\n"),
  });
  const build = (more = {}) => compile({ content, out, encode: false, now: NOW, ...more });
  const tell = async (options: Parameters<typeof announce>[1] = {}) => {
    heard.length = 0;
    const said: string[] = [];
    const isSet = await announce(out, { now: NOW, ...options }, (line) => said.push(line));
    const asked = heard.find(({ path }) => path === "/indexnow");
    const urls: string[] = asked ? JSON.parse(asked.body).urlList : [];
    const feeds = heard.filter(({ path }) => path === "/hub").flatMap(({ body }) => new URLSearchParams(body).getAll("hub.url"));
    return { isSet, said, urls, feeds, heard: [...heard] };
  };
  return { content, out, build, tell, answer, server };
}

it("tells search engines of what is new, with the key at the site, and the hub of the feeds that have it", async () => {
  const { out, build, tell } = await paper();
  await build();
  expect(filesIn(out).get(`${KEY}.txt`)).toBe(KEY);
  const { urls, feeds, heard, said } = await tell();
  const [asked, hub] = heard;
  expect(asked?.type).toBe("application/json; charset=utf-8");
  expect(JSON.parse(asked?.body ?? "")).toMatchObject({ host: "post.example", key: KEY, keyLocation: `${HOME}${KEY}.txt` });
  expect(urls).toContain(`${HOME}article/new`);
  expect(urls.filter((url) => /old|secret|harbour/u.test(url))).toEqual([]);
  expect(hub?.type).toBe("application/x-www-form-urlencoded");
  expect(new URLSearchParams(hub?.body).get("hub.mode")).toBe("publish");
  expect(feeds).toContain(`${HOME}section/tides/feed.xml`);
  expect(feeds.filter((url) => url.includes("harbour"))).toEqual([]);
  expect(said).toEqual([`Told search engines of ${urls.length} addresses.`, `Told the hub of ${feeds.length} feeds.`]);
});

it("tells of each change once, also of one in an old story, and of nothing that has been withdrawn", async () => {
  const { content, build, tell } = await paper();
  await build();
  await tell();
  expect(await tell()).toMatchObject({ heard: [], said: [] });
  writeFiles(content, {
    "articles/old.md": story("2025-03-01", "dateModified: 2025-03-02\nsection: Harbour\n", "Other words."),
    "articles/new.md": story("2026-01-19", "draft: true\n"),
  });
  await build();
  const { urls, feeds } = await tell();
  expect(urls).toContain(`${HOME}article/old`);
  expect(urls).not.toContain(`${HOME}article/new`);
  expect(feeds).toContain(`${HOME}section/harbour/feed.xml`);
});

it("tells of pages that a deployment removed, again if nobody could be told, and of none that is back", async () => {
  const { build, tell, answer } = await paper();
  await build();
  await tell();
  const removed = ["article/gone.html", "topic/caf\u00e9", "data/article/gone.json", "pictures/gone", "de/404.html", "article/new"];
  const urls = [`${HOME}article/gone`, `${HOME}topic/caf%C3%A9`];
  answer.status = 503;
  expect((await tell({ sent: new Set(), removed })).urls).toEqual(urls);
  answer.status = 200;
  expect((await tell({ sent: new Set() })).urls).toEqual(urls);
  expect((await tell({ sent: new Set() })).urls).toEqual([]);
});

it("tells after a first deployment only of what it has sent", async () => {
  const { build, tell } = await paper();
  await build();
  expect((await tell({ sent: new Set(["article/new.html"]) })).urls).toEqual([`${HOME}article/new`]);
});

it.each([
  [403, "it did not find the key at the site. Is this build published there?"],
  [429, "it has had too many requests from this site."],
  [503, "it answered with the status 503."],
])("says that an announcement was answered with %i, and makes it again the next time", async (status, reason) => {
  const { build, tell, answer } = await paper();
  await build();
  answer.status = status;
  const failed = await tell();
  expect(failed.said[0]).toBe(
    `Could not tell search engines of ${failed.urls.length} addresses: ${reason} The site is published all the same; they are told the next time.`,
  );
  expect(failed.said).toHaveLength(2);
  answer.status = 204;
  expect((await tell()).said.map((line) => line.replace(/ of .*/u, ""))).toEqual(["Could not tell search engines", "Told the hub"]);
  answer.status = 200;
  expect((await tell()).urls).toEqual(failed.urls);
});

it("makes a first announcement that failed again, although the next deployment sends other files", async () => {
  const { content, build, tell, answer } = await paper();
  await build();
  answer.status = 503;
  await tell({ sent: new Set(["article/new.html"]) });
  writeFiles(content, { "articles/newer.md": story("2026-01-20") });
  await build();
  answer.status = 200;
  const { urls, feeds } = await tell({ sent: new Set(["article/newer.html"]) });
  expect(urls.filter((url) => url.includes("/article/")).toSorted()).toEqual([`${HOME}article/new`, `${HOME}article/newer`]);
  expect(feeds).toContain(`${HOME}section/tides/feed.xml`);
});

it("says who does not answer", async () => {
  const { build, tell, server } = await paper();
  await build();
  server.close();
  server.closeAllConnections();
  expect((await tell()).said.map((line) => line.replace(/127\S+/u, "HOST"))).toEqual([
    expect.stringContaining("addresses: HOST does not answer. The site is published"),
    expect.stringContaining("feeds: HOST does not answer. The site is published"),
  ]);
});

it("puts at most 10,000 addresses into a request", async () => {
  const { out, build, tell } = await paper();
  await build();
  const urls = Array.from({ length: 10_001 }, (_, at) => `<url><loc>${HOME}article/a&amp;${at}</loc><lastmod>2026-01-20</lastmod></url>`);
  writeFiles(out, { "sitemap.xml": `<urlset>${urls.join("\n")}</urlset>` });
  const { heard } = await tell();
  const lists = heard.flatMap(({ path, body }): string[][] => (path === "/indexnow" ? [JSON.parse(body).urlList] : []));
  expect(lists.map(({ length }) => length)).toEqual([10_000, 1]);
  expect(lists[1]).toEqual([`${HOME}article/a&10000`]);
});

it("tells nobody without the setting or without an address of the site, and refuses a preview", async () => {
  const none = await paper({ announce: undefined });
  await none.build();
  expect(await none.tell()).toMatchObject({ isSet: false, heard: [] });
  expect(filesIn(none.out).get("feed.xml")).not.toContain('rel="hub"');
  const local = await paper({ url: undefined });
  await local.build();
  expect(await local.tell()).toMatchObject({ isSet: false, heard: [] });
  const preview = await paper();
  await preview.build({ preview: true });
  await expect(preview.tell()).rejects.toThrow("is a preview, which has drafts, so nobody is told of it.");
  expect([...filesIn(preview.out).keys()]).not.toContain(`${KEY}.txt`);
  await expect(announce(temporaryFolder())).rejects.toThrow("is not the folder of a built site.");
});
