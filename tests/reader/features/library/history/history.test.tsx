import { screen, waitFor, within } from "@testing-library/react";
import { expect, onTestFinished, test, vi } from "vitest";
import { changeLibrary } from "#reader/data/library/library.ts";
import { libraryOf } from "#reader/data/library/useLibrary.ts";
import { lastVisit, noteVisit } from "#reader/data/library/liveVisits.ts";
import { anArticle, anArticlePage } from "../../../../support/anArticle.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { renderApp } from "../../../../support/renderApp.tsx";

anOwnLibrary();

const files = {
  "article/voyager-1.json": anArticlePage(),
  "article/voyager-2.json": anArticlePage({ article: anArticle({ slug: "voyager-2" }) }),
};
const read = (slug: string, headline: string, day: string) =>
  changeLibrary("read", slug, { slug, headline, readAt: Date.parse(`${day}T12:00:00Z`) });

test("a story that is opened is noted, with its day", async () => {
  const { go } = await renderApp("/article/voyager-1", files);
  await waitFor(() => expect(libraryOf("read").get("voyager-1")?.inLanguage).toBe("en"));
  await go("/history");
  expect(await screen.findByRole("link", { name: "Voyager 1 makes sense again" })).toBeVisible();
});

test("a story that was only opened is not marked as read; one that was open for as long as it takes to read is", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  await renderApp("/article/voyager-1", files);
  const opened = () => libraryOf("read").get("voyager-1")?.opened;
  await vi.waitFor(() => expect(opened()).toBe(true));
  vi.advanceTimersByTime(50_000);
  expect(opened()).toBe(true);
  vi.advanceTimersByTime(10_000);
  await vi.waitFor(() => expect(opened()).toBeUndefined());
});

test("a headline in another language says so, although its story cannot be had; one of an earlier version says nothing", async () => {
  const readAt = Date.parse("2024-04-22T12:00:00Z");
  await changeLibrary("read", "a", { slug: "a", headline: "البنسلين", inLanguage: "ar", readAt });
  await changeLibrary("read", "b", { slug: "b", headline: "Delft", inLanguage: "nl", readAt });
  await changeLibrary("read", "c", { slug: "c", headline: "Story C", readAt });
  await renderApp("/history", {});
  const heading = (name: string) => screen.findByRole("heading", { level: 3, name });
  expect(await heading("البنسلين")).toHaveAttribute("lang", "ar");
  expect(await heading("البنسلين")).toHaveAttribute("dir", "rtl");
  expect(await heading("Delft")).toHaveAttribute("lang", "nl");
  for (const [name, attribute] of [
    ["Delft", "dir"],
    ["Story C", "lang"],
  ] as const)
    expect(await heading(name)).not.toHaveAttribute(attribute);
});

test("a paused history notes nothing, until it goes on", async () => {
  const { user, go } = await renderApp("/history", files);
  await screen.findByText(/You have not opened any stories yet/u);
  const keep = () => user.click(screen.getByRole("checkbox", { name: "Keep a history" }));
  await keep();
  expect(screen.getByText(/The history is paused/u)).toBeVisible();
  await go("/article/voyager-1");
  await go("/history");
  await keep();
  await go("/article/voyager-2");
  await waitFor(() => expect([...libraryOf("read").keys()]).toEqual(["voyager-2"]));
});

test("the history is cleared by the story or whole, and either is undone", async () => {
  await read("a", "Story A", "2024-04-22");
  await read("b", "Story B", "2024-04-22");
  await read("c", "Story C", "2024-04-20");
  const { user } = await renderApp("/history", {});
  const day = within(await screen.findByRole("region", { name: /Monday 22 April 2024/u }));
  expect(day.getAllByRole("link").map((link) => link.textContent)).toEqual(["Story A", "Story B"]);
  await user.click(screen.getByRole("button", { name: "Remove “Story A”" }));
  await waitFor(() => expect(screen.queryByRole("link", { name: "Story A" })).toBeNull());
  await user.click(screen.getByRole("button", { name: "Clear the history" }));
  await screen.findByText(/You have not opened any stories yet/u);
  await user.click(screen.getByRole("button", { name: "Undo" }));
  await screen.findByRole("link", { name: "Story B" });
  expect(libraryOf("read").size).toBe(2);
});

test("what was read is marked in lists, and what was only opened is not", async () => {
  await read("a", "Story A", "2024-04-22");
  await changeLibrary("read", "b", { slug: "b", headline: "Story B", readAt: Date.parse("2024-04-22T12:00:00Z"), opened: true });
  const teaser = (slug: string) => ({ slug, headline: `Story ${slug}`, datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5 });
  const days = [{ date: "2024-04-22", teasers: [teaser("a"), teaser("b")] }];
  await renderApp("/latest", { "latest.json": { kind: "latest", slug: "", name: "", count: 2, fullPages: 0, related: [], days } });
  await waitFor(() => expect(screen.getByRole("link", { name: "Story a" }).closest("article")).toHaveTextContent("Read"));
  expect(screen.getByRole("link", { name: "Story b" }).closest("article")).not.toHaveTextContent("Read");
});

test("what was read is marked in the rail of the newest stories and at the lead too", async () => {
  await read("lead", "Lead", "2024-04-22");
  await read("late", "Late", "2024-04-22");
  const story = (slug: string) => ({ slug, headline: `About ${slug}`, datePublished: "2024-04-22T07:10:00Z", readingMinutes: 5 });
  const front = { date: "2024-04-22", lead: story("lead"), also: [], latest: [story("late"), story("later")], top: [], sections: [] };
  await renderApp("/", { "front.json": front });
  const marked = (name: string) => screen.getByRole("link", { name }).closest("li, article")?.textContent?.includes("Read");
  await waitFor(() => expect(["About lead", "About late", "About later"].map(marked)).toEqual([true, true, false]));
});

test("with the history goes what was seen of live blogs", async () => {
  await read("landing", "The landing", "2024-04-22");
  for (const slug of ["landing", "launch"]) noteVisit(slug, { id: "a", count: 1 });
  const { user } = await renderApp("/history", {});
  await user.click(await screen.findByRole("button", { name: "Clear the history" }));
  await waitFor(() => expect([lastVisit("landing"), lastVisit("launch")]).toEqual([undefined, undefined]));
});
