import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { DIGEST_LENGTH, type WorkerSettings } from "#content/serviceWorker.ts";
import { sha256 } from "#content/sha256.ts";
import { HTML, PAPER, standInForWorkerScope } from "../support/workerScope.ts";

const PAGE = '<meta name="broadsheet-base"></html>';
const JSON_TYPE = { headers: { "content-type": "application/json" } };

const { stored, served, network, run, enable, claim } = await standInForWorkerScope();

beforeAll(async () => (await import("../../src/worker/shell.ts")).keepShell());

beforeEach(() => {
  stored.clear();
  network.asked.splice(0);
  served.clear();
  served.set("assets/a.js", () => new Response("code"));
  served.set(
    "index.css",
    () => new Response("css", { headers: { "content-length": "3", "transfer-encoding": "chunked", "content-encoding": "gzip" } }),
  );
  for (const front of ["", "nl/"]) {
    served.set(`${front}offline`, () => new Response(PAGE, HTML));
    served.set(`data/${front}edition.json`, () => Response.json({}));
  }
});

afterAll(() => vi.unstubAllGlobals());

const digestOf = async (text: string) => (await sha256(new TextEncoder().encode(text))).slice(0, DIGEST_LENGTH);

const SHELL = "broadsheet:/paper/:shell:";

it("is stored with the pages and files of every edition, or not at all", async () => {
  await run("install");
  const files = ["assets/a.js", "index.css", "offline", "nl/offline", "data/edition.json", "data/nl/edition.json"];
  expect([...(stored.get(`${SHELL}2`)?.keys() ?? [])]).toEqual(files.map((file) => PAPER + file));
  expect(network.asked.toSorted()).toEqual(
    files.toSorted().map((file) => `${file} ${file.endsWith("offline") ? "reload" : file.endsWith("json") ? "no-cache" : "default"}`),
  );
  const css = stored.get(`${SHELL}2`)?.get(`${PAPER}index.css`)?.headers;
  expect([...(css?.keys() ?? [])]).toEqual(["broadsheet-kept", "content-type"]);
  expect(Date.parse(css?.get("Broadsheet-Kept") ?? "")).not.toBeNaN();

  for (const [file, answer] of [
    ["nl/offline", () => new Response("", { status: 500 })],
    ["offline", () => new Response("<p>Sign in to the Wi-Fi</p></html>", HTML)],
    ["assets/a.js", () => new Response("other code")],
    ["index.css", () => new Response(PAGE, HTML)],
    ["data/edition.json", () => new Response("{", JSON_TYPE)],
  ] as const) {
    stored.clear();
    const before = served.get(file)!;
    served.set(file, answer);
    await expect(run("install")).rejects.toThrow(file);
    expect(stored.size).toBe(0);
    served.set(file, before);
  }
});

it("asks once more, past the browser's cache, for a file that is not what it should be", async () => {
  const answers = ["cut off", "code"];
  served.set("assets/a.js", () => new Response(answers.shift()));
  await run("install");
  expect(await stored.get(`${SHELL}2`)?.get(`${PAPER}assets/a.js`)?.text()).toBe("code");
  expect(network.asked.filter((each) => each.startsWith("assets"))).toEqual(["assets/a.js default", "assets/a.js reload"]);
});

it("loads no script of which only the names of others changed, and every one that has other bytes", async () => {
  const [code, names] = ['import{a}from"./app-bbbbbbb2.js";import("./rare-r2345678.js")', ["list-xxxxxxx2.js", "app-bbbbbbb2.js"]];
  const own: WorkerSettings = Reflect.get(self, "broadsheet");
  const before = { ...own };
  const digests = { "list-xxxxxxx2.js": await digestOf(code), "app-bbbbbbb2.js": await digestOf("new"), "rare-r2345678.js": "" };
  Object.assign(own, { digests, shell: names.map((name) => `/paper/assets/${name}`) });
  const earlier = { "list-xxxxxxx1.js": 'import{a}from"./app-bbbbbbb1.js";import("./rare-r1234567.js")', "app-bbbbbbb1.js": "old" };
  stored.set(`${SHELL}1`, new Map(Object.entries(earlier).map(([name, text]) => [`${PAPER}assets/${name}`, new Response(text)])));
  served.set("assets/app-bbbbbbb2.js", () => new Response("new"));
  await run("install");
  const texts = names.map(async (name) => stored.get(`${SHELL}2`)?.get(`${PAPER}assets/${name}`)?.text());
  expect(await Promise.all(texts)).toEqual([code, "new"]);
  expect(network.asked.filter((each) => each.startsWith("assets"))).toEqual(["assets/app-bbbbbbb2.js default"]);
  Object.assign(own, before);
});

it("keeps the version before for tabs that still run it, and no older one", async () => {
  for (const name of [`${SHELL}0`, `${SHELL}1`, `${SHELL}2`, "broadsheet:/other/:shell:1", "broadsheet:/paper/:data"])
    stored.set(name, new Map([[`${PAPER}assets/${name.at(-1)}.js`, new Response(name)]]));
  await run("activate");
  expect([...stored.keys()]).toEqual([`${SHELL}1`, `${SHELL}2`, "broadsheet:/other/:shell:1", "broadsheet:/paper/:data"]);
  expect([enable.mock.calls.length, claim.mock.calls.length]).toEqual([1, 1]);

  const { matchShell } = await import("../../src/worker/caches.ts");
  const file = `${PAPER}assets/x.js`;
  const found = async () => (await matchShell(file))?.text();
  expect(await found()).toBeUndefined();
  for (const name of ["broadsheet:/paper/:assets", `${SHELL}1`, `${SHELL}2`]) {
    (stored.get(name) ?? stored.set(name, new Map()).get(name))?.set(file, new Response(name));
    expect(await found()).toBe(name);
  }
});

it("checks what it stores", async () => {
  const { isPicture, isShard } = await import("../../src/worker/integrity.ts");
  expect(await isPicture(new Response("x"), "")).toBe(true);
  expect(await isPicture(new Response(""), "")).toBe(false);
  expect(await isPicture(new Response(PAGE, HTML), "")).toBe(false);
  const { DEFLATED, PLAIN } = await import("static-search/format");
  const deflated = await new Response(new Blob(["words"]).stream().pipeThrough(new CompressionStream("deflate-raw"))).bytes();
  const shard = (...bytes: number[]) => isShard(new Response(Uint8Array.from(bytes)), "").catch(() => "broken");
  expect(
    await Promise.all([shard(PLAIN, 1), shard(PLAIN), shard(DEFLATED, ...deflated), shard(DEFLATED, ...deflated.slice(0, -2)), shard(60)]),
  ).toEqual(
    [true, false, true, "broken", false], // prettier-ignore
  );
});
