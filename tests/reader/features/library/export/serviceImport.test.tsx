import { readFileSync } from "node:fs";
import { screen, within } from "@testing-library/react";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { closeLinks, forgetLinks, importLinks, readLinks } from "#reader/device/outsideLinks.ts";
import { setAddress } from "#reader/edition/address.ts";
import { importExports } from "#reader/features/library/export/services/importExports.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { type Files, renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();
afterEach(async () => {
  await forgetLinks();
  await closeLinks();
  setAddress({ base: "/", data: "/data/" });
});

const text = (words: string) => ({ type: "paragraph" as const, children: [{ type: "text" as const, text: words }] });
const story = anArticle({ body: [text("First paragraph."), text("The fault lay in one chip."), text("Fourth paragraph here, at last.")] });
const files: Files = { "article/voyager-1.json": anArticlePage({ article: story }) };
const exported = (name: string): File => new File([readFileSync(`tests/fixtures/exports/${name}`)], name);
const here = location.origin;
const pocket = (...urls: string[]): File =>
  new File([`title,url,time_added,tags,status\n${urls.map((url) => `A title,"${url}",1700000000,,unread\n`).join("")}`], "pocket.csv");
const bring = (...given: File[]) => importExports(given, ["", "/nl"], () => {});

test("files of two services are imported together: stories with their highlights, everything else as links", async () => {
  const { user } = await renderApp("/saved", files);
  await user.click(await screen.findByText("Export your library"));
  await user.upload(screen.getByLabelText(/^Exported files/u), [exported("pocket.csv"), exported("readwise.csv")]);
  expect(await screen.findByText("1 story of this paper was saved.")).toBeVisible();
  expect(screen.getByText("1 highlight was added.")).toBeVisible();
  expect(screen.getByText(/^4 links to other sites were added\./u)).toBeVisible();
  expect(screen.getByText("pocket.csv, line 6: “javascript:alert(1)” is not the address of a web page.")).toBeVisible();
  expect(libraryOf("saved").get("voyager-1")).toEqual({
    slug: "voyager-1",
    headline: "Voyager 1 makes sense again",
    inLanguage: "en",
    savedAt: 1_713_769_200_000,
    read: true,
  });
  const [mark] = libraryOf("highlight").values();
  expect(mark?.passage).toMatchObject({ exact: "Fourth paragraph here", suffix: ", at last." });
  expect(mark?.madeAt).toBe(Date.parse("2024-04-23T08:00:00Z"));

  const links = screen.getByRole("region", { name: "Links to other sites (4)" });
  const first = within(links).getAllByRole("listitem")[0]!;
  expect(within(first).getByRole("link", { name: "A title of two lines" })).toHaveAttribute("href", "https://example.com/two");
  expect(within(first).getByText("example.com")).toBeVisible();
  expect(within(first).getByText("24 September 2020", { exact: false })).toBeVisible();
  expect(within(links).getByText("Key idea")).toBeVisible();
  await user.type(within(links).getByRole("searchbox", { name: "Find words" }), "HISTOIRE monde");
  expect(await within(links).findByRole("link", { name: /^Avec les accusés/u })).toBeVisible();
  expect(within(links).getAllByRole("listitem")).toHaveLength(1);

  await user.click(within(links).getByRole("button", { name: /^Remove “Avec/u }));
  await screen.findByRole("region", { name: "Links to other sites (3)" });
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByRole("region", { name: "Links to other sites (4)" });
});

test("the same files a second time change nothing", async () => {
  await renderApp("/saved", files);
  await bring(exported("pocket.csv"), exported("readwise.csv"));
  const before = [...(await readLinks()).values()];
  const again = await bring(exported("pocket.csv"), exported("readwise.csv"));
  expect(again).toMatchObject({ saved: 0, marks: 0, moved: 0, links: 0, known: 6, left: 0 });
  expect([...(await readLinks()).values()]).toEqual(before);
  expect(libraryOf("highlight").size).toBe(1);
});

test.each([
  ["https://www.paper.example/article/voyager-1", "published elsewhere, with www"],
  [`${here}/article/voyager-1.html?fbclid=1#p-2`, "with .html, a tracker and a paragraph"],
  [`${here}/article/voyager-1/versions`, "its versions"],
  [`${here}/nl/article/voyager-1`, "in another edition"],
  [`${here}/2024/04/voyager?utm_source=x`, "an old address, whose page leads on"],
  [`${here}/?p=123`, "an old address with a query"],
  [`${here}//article/voyager-1`, "with a slash too many"],
])("%s is the story (%s)", async (url) => {
  const forward = new Response('<meta http-equiv="refresh"><link rel="canonical" href="https://paper.example/article/voyager-1">');
  const front = new Response('<link rel="canonical" href="https://paper.example/">');
  await renderApp("/saved", { ...files, "/2024/04/voyager": forward, "/?p=123": forward, "/": front });
  expect(await bring(pocket(url))).toMatchObject({ saved: 1, links: 0 });
  expect([...libraryOf("saved").keys()]).toEqual(["voyager-1"]);
});

test.each([`${here}/topic/europol`, `${here}/article/unknown`, "https://paper.example.evil.example/article/voyager-1", `${here}/`])(
  "%s stays a link",
  async (url) => {
    await renderApp("/saved", { ...files, "/topic/europol": new Response(`<link rel="canonical" href="${here}/topic/europol">`) });
    expect(await bring(pocket(url))).toMatchObject({ saved: 0, links: 1 });
    expect(libraryOf("saved").size).toBe(0);
  },
);

test("an address of this paper that names another host behind two slashes asks that host for nothing", async () => {
  const { asked } = await renderApp("/saved", files);
  expect(await bring(pocket(`${here}//elsewhere.example/page`))).toMatchObject({ saved: 0, links: 1 });
  expect(asked).toContain("/elsewhere.example/page");
  expect(asked.filter((file) => URL.canParse(file, here) && new URL(file, here).origin !== here)).toEqual([]);
});

test("a story below the base of the site, and of an edition that has moved, is found there", async () => {
  await renderApp("/saved", { "/paper/data/nl/article/voyager-1.json": files["article/voyager-1.json"] });
  setAddress({ base: "/paper/", data: "/paper/data/" });
  expect(await bring(pocket(`${here}/paper/article/voyager-1`, `${here}/article/voyager-1`))).toMatchObject({ saved: 1, links: 1 });
});

test("a story that came by several addresses is one, with the earliest date and what was read", async () => {
  await renderApp("/saved", files);
  const other = new File(
    [`URL,Title,Selection,Folder,Timestamp\n${here}/article/voyager-1,V,The fault lay,Archive,1600000000\n`],
    "instapaper.csv",
  );
  expect(await bring(pocket(`${here}/article/voyager-1.html`), other)).toMatchObject({ saved: 1, marks: 1, links: 0, known: 0 });
  expect(libraryOf("saved").get("voyager-1")).toMatchObject({ savedAt: 1_600_000_000_000, read: true });
});

test.each([
  ["without a connection", new TypeError("Failed to fetch")],
  ["from a host that takes no more requests", new Response("", { status: 429 })],
  ["from a host that fails", new Response("", { status: 503 })],
])("%s a story is saved by what the file says of it", async (_when, answer) => {
  await renderApp("/saved", { "article/voyager-1.json": answer });
  expect(await bring(pocket(`${here}/article/voyager-1`))).toMatchObject({ saved: 1, links: 0 });
  expect(libraryOf("saved").get("voyager-1")?.headline).toBe("A title");
});

test("without a connection an address that no story can have stays a link, and the rest is imported", async () => {
  await renderApp("/saved", files);
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  expect(await bring(pocket(`${here}/article/voyager-1`, `${here}/article/a%20b`))).toMatchObject({ saved: 1, links: 1 });
});

test("an earlier date and what was read count, and what the reader had is kept", async () => {
  await changeLibrary("saved", "voyager-1", { slug: "voyager-1", headline: "As it was", savedAt: 1_800_000_000_000, read: true });
  await renderApp("/saved", files);
  expect(await bring(pocket(`${here}/article/voyager-1`))).toMatchObject({ saved: 1 });
  expect(libraryOf("saved").get("voyager-1")).toMatchObject({ headline: "As it was", savedAt: 1_700_000_000_000, read: true });
});

test("no highlight is lost: one whose words are gone is listed as moved, and a note on the whole story is kept as a link", async () => {
  const entry = {
    url: `${here}/article/voyager-1`,
    title: "Voyager",
    is_archived: false,
    annotations: [
      { quote: "words that an edit took away from here" },
      { quote: "", text: "A note on it all." },
      { quote: "The fault lay", text: "Why?" },
    ],
  };
  await renderApp("/highlights", files);
  const outcome = await bring(new File([JSON.stringify([entry])], "wallabag.json"));
  expect(outcome).toMatchObject({ saved: 1, marks: 1, moved: 1, links: 1 });
  expect(await screen.findByText("These words are no longer in the story, or no longer where they were.")).toBeVisible();
  expect(screen.getByText("The fault lay")).toBeVisible();
  expect(screen.getByText("Why?")).toBeVisible();
  expect([...(await readLinks()).values()]).toMatchObject([{ quotes: [{ text: "", note: "A note on it all." }] }]);
});

test("a note on words that are highlighted already is added to what is noted there, once", async () => {
  await renderApp("/saved", files);
  const wallabag = (text: string) => {
    const annotations = [{ quote: "The fault lay", text }];
    return new File([JSON.stringify([{ url: `${here}/article/voyager-1`, title: "V", is_archived: false, annotations }])], "wallabag.json");
  };
  expect(await bring(wallabag(""))).toMatchObject({ marks: 1 });
  expect(await bring(wallabag("Why?"), wallabag("And how?"))).toMatchObject({ saved: 0, marks: 1, links: 0 });
  expect([...libraryOf("highlight").values()]).toMatchObject([{ note: "Why?\n\nAnd how?" }]);
  expect(await bring(wallabag("And how?"))).toMatchObject({ marks: 0, known: 2 });
  expect([...libraryOf("highlight").values()]).toHaveLength(1);
});

test("it is said how many links a device without room did not take, and what was listed stays", async () => {
  await importLinks([{ url: "https://example.com/a", title: "A page from before" }]);
  const { user } = await renderApp("/saved", files);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("No room.", "QuotaExceededError");
  });
  onTestFinished(() => void vi.restoreAllMocks());
  await user.click(await screen.findByText("Export your library"));
  await user.upload(screen.getByLabelText(/^Exported files/u), exported("ril_export.html"));
  expect(await screen.findByText("There was no room for 3 links.")).toBeVisible();
  expect(screen.getByRole("link", { name: "A page from before" })).toBeVisible();
});

test("nor is a link of a library file called known for which there was no room", async () => {
  const { user } = await renderApp("/saved", files);
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw new DOMException("No room.", "QuotaExceededError");
  });
  onTestFinished(() => void vi.restoreAllMocks());
  await user.click(await screen.findByText("Export your library"));
  const library = { format: "broadsheet-library", version: 1, exportedAt: "2026-01-01T00:00:00.000Z", records: [] };
  const file = new File([JSON.stringify({ ...library, links: [{ url: "https://example.com/a", title: "A" }] })], "library.json");
  await user.upload(screen.getByLabelText(/^Library file/u), file);
  expect(await screen.findByText("There was no room for 1 link.")).toBeVisible();
  expect(screen.queryByText(/already here/u)).toBeNull();
});

test("where the browser keeps nothing, links last as long as the page", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const { go } = await renderApp("/saved", files);
  expect(await bring(exported("ril_export.html"))).toMatchObject({ links: 3, left: 0 });
  expect(await screen.findByRole("region", { name: "Links to other sites (3)" })).toBeVisible();
  await go("/history");
  await go("/saved");
  expect(await screen.findByRole("region", { name: "Links to other sites (3)" })).toBeVisible();
});

test("there is room for 50,000 links, and it is said how many found none", async () => {
  const links = Array.from({ length: 50_002 }, (_, index) => ({ url: `https://example.com/${index}`, title: `Page ${index}` }));
  expect(await importLinks(links)).toEqual({ fresh: 50_000, left: 2 });
  expect((await readLinks()).size).toBe(50_000);
}, 60_000);
