import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { deploy, type DeployOptions } from "#cli/deploy/deploy.ts";
import { s3Target } from "#cli/deploy/s3Target.ts";
import { LIST, type Target } from "#cli/deploy/target.ts";
import { targetOf } from "#cli/deploy/targetOf.ts";
import { s3StandIn } from "../../support/s3StandIn.ts";
import { filesIn, temporaryFolder, writeFiles } from "../../support/temporaryFolder.ts";

const stories = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`article/${at}.html`, `story ${at}`]));

const SITE: Record<string, string> = {
  "index.html": "front",
  "404.html": "not here",
  "old/tea.html": "forward",
  "old.html": "forward",
  "redirects.json": '{"/old.html":"/article/1","/old/tea":"/article/1"}',
  "article/بنسلين (a+b).html": "penicillin",
  "feed.xml": "<rss/>",
  "data/fresh.json": "{}",
  "data/article/1.json": "{}",
  "assets/main-1a2b3c4d.js": "run()",
  "pictures/cup-1a2b3c4d.svg": "<svg/>",
  "sw.js": "worker",
  ".htaccess": "rules",
  ".well-known/security.txt": "contact",
  _redirects: "",
  ...stories(10),
};

/** The folder of a site with these files. */
function siteWith(files: Record<string, string>, site = join(temporaryFolder(), "site")): string {
  rmSync(site, { recursive: true, force: true });
  writeFiles(site, { ...files, ".broadsheet-files": `${Object.keys(files).join("\n")}\n` });
  writeFileSync(join(site, "draft.html"), "no file of the build");
  return site;
}

const KEYS = { AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret" };

/** Storage, and a function that deploys a site there and returns what is said and asked. */
async function storage() {
  const s3 = await s3StandIn();
  const site = join(temporaryFolder(), "site");
  const target = await s3Target({ bucket: "paper", prefix: "news", endpoint: s3.endpoint, env: KEYS });
  const send = async (files: Record<string, string>, options: DeployOptions = {}) => {
    s3.asked.length = 0;
    const said: string[] = [];
    await deploy(siteWith(files, site), target, options, (line) => said.push(line));
    return { said: said.join("\n"), asked: s3.asked.map((each) => each.replace("paper/news/", "")) };
  };
  return { s3, send, at: (key: string) => s3.objects.get(`paper/news/${key}`), target, site };
}

/** Milliseconds. */
const DAY = 24 * 60 * 60 * 1000;

describe("a deployment to storage", () => {
  it("sends the files that the build lists under their addresses, with their types, and tells caches how long they last", async () => {
    const { s3, send, at } = await storage();
    expect((await send(SITE)).said).toBe("s3://paper/news: 24 files sent, 0 as they were, 0 removed.");
    expect(at("article/1")).toEqual({ text: "story 1", headers: { type: "text/html; charset=utf-8", cache: "no-cache" } });
    expect(at("article/بنسلين (a+b)")?.text).toBe("penicillin");
    expect(at("feed.xml")?.headers).toEqual({ type: "application/rss+xml", cache: "no-cache" });
    expect(at("assets/main-1a2b3c4d.js")?.headers).toEqual({
      type: "text/javascript; charset=utf-8",
      cache: "public, max-age=31536000, immutable",
    });
    const keys = [...s3.objects.keys()].map((key) => key.replace("paper/news/", ""));
    expect(keys).toEqual(
      expect.arrayContaining(["index.html", "404.html", "old", "old.html", "old/tea", ".well-known/security.txt", LIST]),
    );
    for (const key of ["draft", "draft.html", ".htaccess", "_redirects", ".broadsheet-files"]) expect(keys).not.toContain(key);
  });

  it("sends what pages need before them, and last what tells open pages of the new version", async () => {
    const { send } = await storage();
    const { asked } = await send(SITE);
    const order = ["assets/main-1a2b3c4d.js", "data/article/1.json", "article/1", "feed.xml", "sw.js"].map((key) =>
      asked.indexOf(`PUT ${key}`),
    );
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect([asked[0], asked[1], asked.at(-1)]).toEqual([`GET ${LIST}`, `PUT ${LIST}`, `PUT ${LIST}`]);
  });

  it("sends only what has changed, and nothing where nothing has", async () => {
    const { send } = await storage();
    await send(SITE);
    expect(await send(SITE)).toEqual({ said: "s3://paper/news has all 24 files already.", asked: [`GET ${LIST}`] });
    const { said, asked } = await send({ ...SITE, "article/1.html": "corrected" });
    expect(said).toBe("s3://paper/news: 1 file sent, 23 as they were, 0 removed.");
    expect(asked.filter((each) => !each.includes(LIST))).toEqual(["PUT article/1"]);
  });

  it("removes a story at once and after all else, and a file of the app a day later", async () => {
    const { send, at } = await storage();
    await send(SITE);
    const { "article/1.html": _, "assets/main-1a2b3c4d.js": __, ...rest } = SITE;
    const next = { ...rest, "assets/main-2b3c4d5e.js": "run()" };
    const { said, asked } = await send(next);
    expect(said).toContain("1 removed; 1 file that open pages may still need go a day later.");
    expect(asked.at(-2)).toBe("DELETE article/1");
    expect(at("assets/main-1a2b3c4d.js")).toBeDefined();
    expect((await send(next)).said).toContain("already");
    expect((await send(next, { now: Date.now() + DAY + 1 })).asked).toContain("DELETE assets/main-1a2b3c4d.js");
    expect(at("assets/main-1a2b3c4d.js")).toBeUndefined();
    expect((await send(SITE)).asked).toContain("PUT assets/main-1a2b3c4d.js");
  });

  it("lists what it would do, and does nothing, as a dry run", async () => {
    const { send, s3 } = await storage();
    await send(SITE);
    const { "article/1.html": _, ...rest } = SITE;
    const { said, asked } = await send({ ...rest, "article/2.html": "new" }, { dryRun: true });
    expect(said).toBe("send article/2\nremove article/1");
    expect(asked).toEqual([`GET ${LIST}`]);
    expect(s3.objects.get("paper/news/article/1")?.text).toBe("story 1");
  });

  it("goes on after an interruption, and sends again what may not be whole", async () => {
    const { send, s3, at } = await storage();
    await send(SITE);
    const changed = { ...SITE, "assets/new-1a2b3c4d.js": "new", "article/1.html": "corrected", "sw.js": "new worker" };
    s3.before = (request) => (request === "PUT paper/news/article/1" ? 403 : undefined);
    await expect(send(changed)).rejects.toThrow("s3://paper/news answers 403 to PUT article/1: Refused.");
    s3.before = () => undefined;
    // What was sent and not noted is sent again, also where the site is as it was before.
    expect((await send(SITE)).asked).toEqual(expect.arrayContaining(["PUT article/1", "PUT sw.js"]));
    expect((await send(changed)).said).toContain("3 files sent");
    expect(at("article/1")?.text).toBe("corrected");
  });

  it("stops while another is running, until that has been silent for two minutes", async () => {
    const { send, s3, at } = await storage();
    await send(SITE);
    const list = JSON.parse(at(LIST)?.text ?? "");
    const running = { id: "other", at: new Date().toISOString() };
    s3.objects.set(`paper/news/${LIST}`, { text: JSON.stringify({ ...list, running }), headers: {} });
    const changed = { ...SITE, "article/1.html": "corrected" };
    await expect(send(changed)).rejects.toThrow(/^Another deployment to s3:\/\/paper\/news is running; it was last seen at 20/u);
    expect((await send(changed, { now: Date.now() + 3 * 60 * 1000 })).said).toContain("1 file sent");
  });

  it("stops as soon as another has taken over", async () => {
    const { send, s3 } = await storage();
    s3.before = (request) => {
      if (request === "PUT paper/news/article/1") s3.objects.set(`paper/news/${LIST}`, { text: "{}", headers: {} });
      return undefined;
    };
    await expect(send(SITE)).rejects.toThrow("Another deployment to s3://paper/news has begun, so this one has stopped.");
    expect(s3.objects.has("paper/news/sw.js")).toBe(false);
  });

  it("does not remove most of a paper without being asked to, nor send a preview or a folder that is no site", async () => {
    const { send, target } = await storage();
    await send(SITE);
    const few = Object.fromEntries(Object.entries(SITE).filter(([file]) => !/^article\/[2-9]/u.test(file)));
    await expect(send(few)).rejects.toThrow(/^This would remove 8 of 11 published stories, so nothing was sent: article\/2, /u);
    expect((await send(few, { allowRemovals: true })).said).toContain("8 removed");
    await expect(send({ ...SITE, ".broadsheet-preview": "" })).rejects.toThrow(/is a preview, which has drafts/u);
    await expect(deploy(temporaryFolder(), target, {}, () => {})).rejects.toThrow(/is not the folder of a built site/u);
  });

  it("asks for credentials, and names storage that cannot be reached", async () => {
    await expect(s3Target({ bucket: "paper", prefix: "", env: {} })).rejects.toThrow(/^Set AWS_ACCESS_KEY_ID and /u);
  });
});

describe("a deployment to a folder", () => {
  const to = async (site: string, folder: string): Promise<Target> => targetOf(site, { to: folder });

  it("copies what a web server needs, with the settings of servers, and leaves files of others alone", async () => {
    const [site, folder] = [siteWith(SITE), join(temporaryFolder(), "www")];
    mkdirSync(folder);
    writeFileSync(join(folder, "own.txt"), "own");
    await deploy(site, await to(site, folder), {}, () => {});
    const { "article/1.html": _, ...rest } = SITE;
    await deploy(siteWith({ ...rest, "article/2.html": "corrected" }, site), await to(site, folder), {}, () => {});
    const { [LIST]: list, ...files } = Object.fromEntries(filesIn(folder));
    expect(files).toEqual({ ...rest, "article/2.html": "corrected", "own.txt": "own" });
    expect(JSON.parse(list ?? "").running).toBeUndefined();
  });

  it("says while a part takes long that it is still running, and fails if another has taken over meanwhile", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    onTestFinished(() => void vi.useRealTimers());
    const [site, folder] = [siteWith({ "index.html": "front" }), join(temporaryFolder(), "www")];
    const target = await to(site, folder);
    const renewals: string[] = [];
    const slow = (meanwhile: () => void): Target => ({
      ...target,
      writeList: async (list, tag) => {
        renewals.push("begun");
        const written = await target.writeList(list, tag);
        renewals.push("ended");
        return written;
      },
      send: async (files, onSent) => {
        meanwhile();
        await vi.advanceTimersByTimeAsync(95_000);
        await target.send(files, onSent);
      },
    });
    await deploy(
      site,
      slow(() => {}),
      {},
      () => {},
    );
    expect(renewals).toEqual(Array.from({ length: 6 }, () => ["begun", "ended"]).flat());
    const late = deploy(
      siteWith({ "index.html": "new" }, site),
      slow(() => writeFileSync(join(folder, LIST), "{}")),
      {},
      () => {},
    );
    await expect(late).rejects.toThrow(/ has begun, so this one has stopped/u);
  });

  it("is refused where the site is in it, and to places of unknown kinds", async () => {
    const site = siteWith(SITE);
    await expect(to(site, dirname(site))).rejects.toThrow(/must not be in the folder/u);
    await expect(to(site, "ftp://paper.example/")).rejects.toThrow(/^ftp:\/\/paper.example\/ is not a place/u);
    expect(existsSync(join(site, LIST))).toBe(false);
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe("front");
  });

  it.each([
    ["s3://paper", "s3://paper/"],
    ["s3://paper/news/2024//", "s3://paper/news/2024"],
    ["rsync:paper.example:/srv/www", "paper.example:/srv/www"],
  ])("goes to %s by name", async (to, name) => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "id");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    onTestFinished(() => void vi.unstubAllEnvs());
    expect((await targetOf("site", { to })).name).toBe(name);
  });

  it("is refused to a host of rsync without a path", async () => {
    await expect(targetOf("site", { to: "rsync:paper.example:" })).rejects.toThrow(/^After rsync: comes a host and a path/u);
    await expect(targetOf("site", { to: "rsync:-e run:/x" })).rejects.toThrow(/^After rsync: comes a host and a path/u);
  });
});
