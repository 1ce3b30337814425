import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { ListPage } from "#content/pages/listPage.ts";
import type { Teaser } from "#content/teaser.ts";
import { anEdition } from "../../support/anArticle.ts";
import { linksOf } from "../../support/linksOf.ts";
import { renderApp } from "../../support/renderApp.tsx";

const image = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [], alt: "" };
const teaser = (slug: string, more: Partial<Teaser> = {}): Teaser => ({
  slug,
  headline: `Story ${slug}`,
  datePublished: "2024-04-22T07:10:00Z",
  readingMinutes: 2,
  dateline: "Oslo",
  byline: "Ada",
  image,
  ...more,
});

const days = [
  { date: "2024-04-22", teasers: [teaser("a"), teaser("b")] },
  { date: "2024-04-21", teasers: [teaser("c")] },
];

async function show(path: string, changes: Partial<ListPage> = {}) {
  const [kind = "", slug = ""] = path.split("/");
  const list = { kind, slug, name: "Tides", related: [], days, ...changes };
  const app = await renderApp(`/${path}`, { "edition.json": { ...anEdition, breadcrumbs: true }, [`${path}.json`]: list });
  return { ...app, head: document.querySelector<HTMLElement>(".list-head")! };
}

const trail = () => linksOf(document.querySelector(".breadcrumbs"));
const metas = () => Array.from(document.querySelectorAll(".day .meta"), ({ textContent }) => textContent);

it("a topic says how many stories it has, by day, and leads to what is related", async () => {
  const related = [
    { kind: "topic" as const, slug: "moon", name: "Moon" },
    { kind: "author" as const, slug: "ada", name: "Ada" },
  ];
  const { head } = await show("topic/tides", { count: 3, description: "Water.", related });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Tides news 3 stories");
  expect(document.title).toBe("Tides news | The Paper");
  expect(linksOf(head.querySelector(".kicker"))).toEqual(["Topics /topics"]);
  expect(trail()).toEqual(["Front page /", "Topics A to Z /topics"]);
  expect(head.querySelector(".standfirst")).toHaveTextContent("Water.");
  expect(linksOf(head.querySelector(".related"))).toEqual(["Moon /topic/moon", "Ada /author/ada"]);
  expect(
    screen
      .getAllByRole("heading", { level: 2 })
      .slice(0, 2)
      .map(({ textContent }) => textContent),
  ).toEqual(["Monday 22 April 20242 stories", "Sunday 21 April 2024"]);
  expect(metas()).toEqual(["Oslo2 min", "Oslo2 min", "Oslo2 min"]);
  expect([...document.querySelectorAll(".day img")].map((picture) => picture.getAttribute("loading"))).toEqual([null, null, "lazy"]);
  expect(head.querySelector(".list-tools > small")).toHaveTextContent("3 stories");
  expect(within(head).getByRole("button", { name: /Follow/u })).toBeVisible();
  expect(screen.queryByRole("navigation", { name: "Pages" })).toBeNull();
});

it("a place names the authors in place of itself", async () => {
  const { head } = await show("place/oslo", { count: 3 });
  expect(metas()).toEqual(["Ada2 min", "Ada2 min", "Ada2 min"]);
  expect(linksOf(head.querySelector(".kicker"))).toEqual(["Places /places"]);
  expect(trail()).toEqual(["Front page /", "Places A to Z /places"]);
  expect(head.querySelector(".related, .standfirst, .calendar, .hint")).toBeNull();
});

it("an older page says so, and has no tools", async () => {
  const { head } = await show("topic/tides/page/4", { kind: "topic", slug: "tides", page: 4, newer: true });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Tides news Page 4");
  expect(document.title).toContain("Tides news");
  expect(document.title).toContain("4");
  expect(head.querySelector(".list-tools")).toBeNull();
  expect(head.querySelector(".hint")).not.toBeNull();
});

const editor: Partial<ListPage> = {
  authorKind: "person",
  profile: { role: "Editor", bio: ["She writes."], links: [{ name: "Site", url: "https://ada.example/" }], contact: "/about" },
};

it.each<[Partial<ListPage>, string]>([
  [{ authorKind: "person" }, "Author"],
  [{ authorKind: "desk" }, "Desk"],
  [editor, "Editor"],
])("an author is introduced: %j", async (changes, kicker) => {
  const { head } = await show("author/ada", { ...changes, name: "Ada", count: 3, podcast: true });
  expect(head.querySelector(".kicker")).toHaveTextContent(kicker);
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Ada 3 stories");
  expect(trail()).toEqual(["Front page /"]);
  expect(linksOf(head.querySelector(".profile"))).toEqual(kicker === "Editor" ? ["Contact /about", "Site https://ada.example/"] : []);
  expect(head.querySelector(".profile")?.querySelectorAll("p[dir]").length).toBe(kicker === "Editor" ? 1 : undefined);
  expect(linksOf(head.querySelector(".tools-panel")).join()).toContain("/author/ada/podcast");
});

it("a month leads to its days, to its neighbours, and to its year", async () => {
  const calendar = { previous: "2024-03", next: "2024-05", days: [{ date: "2024-04-01", page: 1 }, { date: "2024-04-22" }] };
  const { head } = await show("archive/2024/04", { kind: "month", slug: "2024-04", name: "", count: 3, calendar });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("April 2024 3 stories");
  expect(linksOf(head.querySelector(".kicker"))).toEqual(["Archive /archive", "2024 /archive/2024"]);
  expect(trail()).toEqual(["Front page /", "Archive by date /archive", "2024 /archive/2024"]);
  expect(linksOf(screen.getByRole("navigation", { name: "April 2024" }))).toEqual([
    "March 2024 /archive/2024/03",
    "1 /archive/2024/04/page/1#day-2024-04-01",
    "22 #day-2024-04-22",
    "May 2024 /archive/2024/05",
  ]);
  expect(document.querySelector("#day-2024-04-22")).not.toBeNull();
});

it("the first and the last month have one neighbour", async () => {
  const { head } = await show("archive/2024/04", {
    kind: "month",
    slug: "2024-04",
    name: "",
    calendar: { days: [{ date: "2024-04-22" }] },
  });
  expect(linksOf(head.querySelector(".calendar"))).toEqual(["22 #day-2024-04-22"]);
  expect(head.querySelectorAll(".calendar li")).toHaveLength(1);
});

it("the newest stories of all have neither kicker nor a button to follow them, and lead to older pages", async () => {
  const { head } = await show("latest", { count: 61, fullPages: 3 });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("Latest 61 stories");
  expect(head.querySelector(".kicker")).toBeNull();
  expect(within(head).queryByRole("button", { name: /Follow/u })).toBeNull();
  expect(trail()).toEqual(["Front page /"]);
  expect(linksOf(screen.getByRole("navigation", { name: "Pages" }))).toContain("2 /latest/page/2");
});

it("a thread on one page can be read from its beginning", async () => {
  const { user } = await show("thread/tides", { count: 3 });
  const order = () =>
    screen
      .getAllByRole("heading", { level: 3 })
      .map(({ textContent }) => textContent.slice(-1))
      .join("");
  expect(order()).toBe("abc");
  const button = screen.getByRole("button", { name: "Oldest first" });
  expect(button).toHaveClass("needs-script");
  await user.click(button);
  expect(order()).toBe("cba");
  await user.click(screen.getByRole("button", { name: "Newest first" }));
  expect(order()).toBe("abc");
});
