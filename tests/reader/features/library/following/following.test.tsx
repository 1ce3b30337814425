import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { renderApp } from "../../../../support/renderApp.tsx";
import { searchable, threeStories } from "../../../../support/searchable.ts";

anOwnLibrary();

const teaser = (slug: string, headline: string, day: string) => ({
  slug,
  headline,
  datePublished: `${day}T07:10:00Z`,
  readingMinutes: 5,
  about: ["topic:nasa", "author:ada"],
});
const list = (kind: string, slug: string, name: string) => ({
  kind,
  slug,
  name,
  count: 2,
  fullPages: 0,
  related: [],
  days: [
    { date: "2024-04-22", teasers: [teaser("new", "The new one", "2024-04-22")] },
    { date: "2024-04-01", teasers: [teaser("old", "The old one", "2024-04-01")] },
  ],
});
const files = {
  "topic/nasa.json": list("topic", "nasa", "NASA"),
  "place/pasadena.json": list("place", "pasadena", "Pasadena"),
  "latest.json": list("latest", "", ""),
};
const follow = (seenAt: string) =>
  changeLibrary("followed", "place:pasadena", {
    kind: "place",
    slug: "pasadena",
    name: "Pasadena",
    followedAt: 1,
    seenAt: Date.parse(seenAt),
  });

test("a topic is followed on its page, and no longer, which can be undone", async () => {
  const { user } = await renderApp("/topic/nasa", files);
  await user.click(screen.getByRole("button", { name: "Follow" }));
  await screen.findByText("You now follow NASA");
  const button = await screen.findByRole("button", { name: "Following" });
  await user.click(button);
  await screen.findByRole("button", { name: "Follow" });
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByRole("button", { name: "Following" });
});

test("the page of what is followed shows what is new since the last visit, and keeps it while the tab lives", async () => {
  await follow("2024-04-10T00:00:00Z");
  const { go } = await renderApp("/following", files);
  const fresh = within(await screen.findByRole("region", { name: "New since your last visit" }));
  expect(fresh.getAllByRole("listitem")).toHaveLength(1);
  expect(fresh.getByRole("link", { name: "The new one" })).toBeVisible();
  expect(screen.getByText("1 new")).toBeVisible();
  expect(within(screen.getByRole("region", { name: "Earlier" })).getByRole("link", { name: "The old one" })).toBeVisible();
  await waitFor(() => expect(libraryOf("followed").get("place:pasadena")?.seenAt).toBeGreaterThan(Date.parse("2024-05-01")));
  await go("/history");
  await go("/following");
  expect(await screen.findByText("1 new")).toBeVisible();
});

test("a story that is dated before the last visit and published after it is new", async () => {
  await changeLibrary("followed", "place:delft", {
    kind: "place",
    slug: "delft",
    name: "Delft",
    followedAt: 1,
    seenAt: Date.parse("2024-04-10T00:00:00Z"),
    seen: ["new", "old"],
  });
  const delft = list("place", "delft", "Delft");
  const back = { date: "2024-04-05", teasers: [teaser("back", "The one dated back", "2024-04-05")] };
  const risen = { date: "2024-03-01", teasers: [teaser("risen", "One of the page before", "2024-03-01")] };
  await renderApp("/following", { ...files, "place/delft.json": { ...delft, days: [...delft.days.toSpliced(1, 0, back), risen] } });
  const fresh = within(await screen.findByRole("region", { name: "New since your last visit" }));
  expect(fresh.getAllByRole("heading", { level: 3 }).map(({ textContent }) => textContent)).toEqual(["The one dated back"]);
  await waitFor(() => expect(libraryOf("followed").get("place:delft")?.seen).toEqual(["new", "back", "old", "risen"]));
});

test("a thread that was joined to another is followed as that one, with what is new in it", async () => {
  const value = { kind: "thread" as const, slug: "struck", name: "Struck", followedAt: 1, seenAt: 1, seen: ["old"] };
  await changeLibrary("followed", "thread:struck", value);
  const ferry = list("thread", "ferry", "The ferry");
  await renderApp("/following", { ...files, "thread/struck.json": ferry, "thread/ferry.json": ferry });
  expect(await screen.findByRole("link", { name: "The ferry" })).toHaveAttribute("href", "/thread/ferry");
  expect(await screen.findByText("1 new")).toBeVisible();
  expect(libraryOf("followed").has("thread:struck")).toBe(false);
  expect(libraryOf("followed").get("thread:ferry")).toMatchObject({ slug: "ferry", followedAt: 1, seen: ["new", "old"] });
});

test("what is there when a subject is followed is not new", async () => {
  const { user } = await renderApp("/place/pasadena", files);
  await user.click(screen.getByRole("button", { name: "Follow" }));
  await waitFor(() => expect(libraryOf("followed").get("place:pasadena")?.seen).toEqual(["new", "old"]));
});

test("a muted author's stories make way for a line that says why and shows them again; muting is undone on the page of what is muted", async () => {
  await changeLibrary("muted", "author:ada", { kind: "author", slug: "ada", name: "Ada", mutedAt: 1 });
  const { user, go } = await renderApp("/latest", files);
  expect(await screen.findAllByText("Hidden: Ada")).toHaveLength(2);
  expect(screen.queryByText("The new one")).toBeNull();
  await user.click(screen.getAllByRole("button", { name: "Show" })[0]!);
  await screen.findByRole("link", { name: "The new one" });
  expect(screen.queryByText("The old one")).toBeNull();
  await go("/following");
  await user.click(await screen.findByRole("button", { name: "Show again: Ada" }));
  await go("/latest");
  await screen.findByRole("link", { name: "The old one" });
});

test("what is muted is not named either in the rail of the newest stories, beside the lead, in a row, in a strip, or before and after a story", async () => {
  await changeLibrary("muted", "author:ada", { kind: "author", slug: "ada", name: "Ada", mutedAt: 1 });
  const named = (slug: string) => teaser(slug, `About ${slug}`, "2024-04-22");
  const front = {
    date: "2024-04-22",
    lead: { ...named("lead"), about: [] },
    also: [named("beside")],
    latest: [named("latest")],
    top: [named("top"), { ...named("shown"), about: [] }],
    sections: [],
  };
  const moreFrom = [{ place: { slug: "pasadena", name: "Pasadena" }, total: 1, stories: [named("near")] }];
  const article = anArticle({ section: { slug: "science", name: "Science" } });
  const story = anArticlePage({ article, previous: named("before"), next: named("after"), moreFrom });
  const { user, go } = await renderApp("/", { "front.json": front, "article/voyager-1.json": story });
  expect(await screen.findAllByText("Hidden: Ada")).toHaveLength(3);
  expect(screen.queryByText("About latest")).toBeNull();
  // A row has a column only for what it shows.
  expect(screen.getByRole("link", { name: "About shown" }).closest("ul")?.className).toBe("row of-1");
  await go("/article/voyager-1");
  await waitFor(() => expect(screen.getAllByRole("button", { name: "Show" })).toHaveLength(3));
  await user.click(screen.getAllByRole("button", { name: "Show" }).at(-1)!);
  await screen.findByRole("link", { name: /About after/u });
  expect(screen.queryByText("About before")).toBeNull();
});

test("hits of a search about what is muted are counted in a line, which shows them", async () => {
  await changeLibrary("muted", "topic:reefs", { kind: "topic", slug: "reefs", name: "Reefs", mutedAt: 1 });
  const [reef, ...others] = threeStories;
  const { user } = await renderApp(
    "/search?q=bleaching",
    searchable([{ ...reef!, topics: [{ slug: "reefs", name: "Reefs" }] }, ...others]),
  );
  await screen.findByRole("link", { name: "Florida moves its corals" });
  await screen.findByText("1 muted story is hidden");
  expect(screen.queryByRole("link", { name: "Three in four reefs are pale" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Show" }));
  await screen.findByRole("link", { name: "Three in four reefs are pale" });
  expect(screen.queryByText("1 muted story is hidden")).toBeNull();
});

test("a topic is muted by a button on its page, which still shows its stories", async () => {
  const { user, go } = await renderApp("/topic/nasa", files);
  await user.click(screen.getByRole("button", { name: "Mute" }));
  await screen.findByText("Stories about NASA are hidden");
  await screen.findByRole("button", { name: "Muted" });
  expect(screen.getByRole("link", { name: "The new one" })).toBeVisible();
  await go("/latest");
  // The topic's page is kept, out of sight.
  const hidden = () => screen.getAllByText("Hidden: NASA").filter((text) => text.closest("[style*='display: none']") === null);
  await waitFor(() => expect(hidden()).toHaveLength(2));
});
