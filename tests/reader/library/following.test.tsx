import { screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { changeLibrary } from "#reader/library/store/library.ts";
import { libraryOf } from "#reader/library/store/useLibrary.ts";
import { anOwnLibrary } from "../../support/ownLibrary.ts";
import { renderApp } from "../../support/renderApp.tsx";

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
  await screen.findByText("You follow NASA");
  const button = await screen.findByRole("button", { name: "Following", pressed: true });
  await user.click(button);
  await screen.findByRole("button", { name: "Follow", pressed: false });
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await screen.findByRole("button", { name: "Following", pressed: true });
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

test("a topic is muted by a button on its page, which still shows its stories", async () => {
  const { user, go } = await renderApp("/topic/nasa", files);
  await user.click(screen.getByRole("button", { name: "Mute" }));
  await screen.findByText("Stories about NASA are hidden");
  await screen.findByRole("button", { name: "Muted", pressed: true });
  expect(screen.getByRole("link", { name: "The new one" })).toBeVisible();
  await go("/latest");
  expect(await screen.findAllByText("Hidden: NASA")).toHaveLength(2);
});
