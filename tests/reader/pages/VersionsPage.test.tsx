import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Entry, StoryWords } from "#content/version.ts";
import { withVersion, withWithdrawal } from "#compiler/features/record/entries.ts";
import { renderApp } from "../../support/renderApp.tsx";

const page = { slug: "ferry", headline: "The ferry", datePublished: "2024-04-22T07:00:00Z", inLanguage: "en", direction: "ltr" };

const said = (paragraph: string): StoryWords => ({
  headline: "The ferry",
  standfirst: "",
  authors: [],
  datePublished: page.datePublished,
  paragraphs: [paragraph],
  corrections: [],
});

function record(...versions: [time: string, paragraph: string][]): Entry[] {
  const clock = (time: string) => ({ now: Date.parse(`2024-04-22T${time}:00Z`), foldMinutes: 15 });
  return versions.reduce<Entry[]>((entries, [time, paragraph]) => withVersion(entries, said(paragraph), clock(time)), []);
}

const items = () => within(screen.getByRole("main")).getAllByRole("listitem");

it("shows small edits soon after publication with the version that they belong to", async () => {
  const entries = record(["07:00", "One."], ["07:05", "One or two."], ["09:00", "Two."]);
  await renderApp("/article/ferry/versions", { "article/ferry/versions.json": { ...page, entries } });
  expect(items()).toHaveLength(2);
  expect(items()[0]).toHaveTextContent(/Version 3.*text.*One or two\.Two\./u);
  expect(items()[1]).toHaveTextContent(/Version 1.*Includes one small edit made shortly after publication\./u);
});

it("says of a version that it was withdrawn, and why, and shows neither it nor what replaced it", async () => {
  const entries = record(["07:00", "A name."], ["09:00", "No name."], ["10:00", "Nothing."]);
  const wish = { version: entries[0]?.hash ?? "", reason: "By order of a court" };
  const withdrawn = withWithdrawal(entries, wish, Date.parse("2024-04-23T07:00:00Z"));
  await renderApp("/article/ferry/versions", { "article/ferry/versions.json": { ...page, entries: withdrawn } });
  expect(items()[2]).toHaveTextContent("This version was withdrawn on 23 April 2024. Reason: By order of a court");
  expect(items()[1]).toHaveTextContent("The version before this one has been withdrawn.");
  expect(items()[0]).toHaveTextContent("No name.");
  expect(within(screen.getByLabelText("Compare")).getAllByRole("option")).toHaveLength(2);
});
