import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { anEdition } from "../../support/anArticle.ts";
import { linksOf } from "../../support/linksOf.ts";
import { renderApp } from "../../support/renderApp.tsx";

const link = { slug: "ferry", headline: "The ferry", datePublished: "2024-04-21T07:10:00Z", inLanguage: "de" };
const image = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [], alt: "" };
const teaser = (slug: string) => ({ ...link, slug, headline: `Story ${slug}`, readingMinutes: 2, image });
const edition = { ...anEdition, breadcrumbs: true };
const trail = () => linksOf(document.querySelector(".breadcrumbs"));
const main = () => screen.getByRole("main");

it("the archive lists the years with a story of each and their months", async () => {
  const years = [
    {
      year: "2024",
      count: 1234,
      lead: link,
      months: [
        { month: "2024-04", count: 1000 },
        { month: "2024-03", count: 234 },
      ],
    },
    { year: "2023", count: 1, months: [{ month: "2023-12", count: 1 }] },
  ];
  await renderApp("/archive", { "edition.json": edition, "archive.json": { years } });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent(/^Archive by date$/u);
  expect(document.title).toBe("Archive by date | The Paper");
  expect(trail()).toEqual(["Front page /"]);
  expect(main().querySelector(".kicker, .calendar")).toBeNull();
  expect(linksOf(main())).toEqual([
    "2024 /archive/2024",
    "The ferry /article/ferry",
    "April /archive/2024/04",
    "March /archive/2024/03",
    "2023 /archive/2023",
    "December /archive/2023/12",
  ]);
  const [first, second] = screen.getAllByRole("region");
  expect([first?.textContent, second?.textContent]).toEqual(["20241,234 storiesThe ferryApril 1,000March 234", "20231 storyDecember 1"]);
  expect(first?.querySelector("h3")).toHaveAttribute("lang", "de");
});

it("a year lists its months with a story of each, and leads to the years beside it", async () => {
  const months = [
    { month: "2024-04", count: 5, lead: teaser("a") },
    { month: "2024-03", count: 4, lead: teaser("b") },
    { month: "2024-02", count: 3, lead: teaser("c") },
    { month: "2024-01", count: 1 },
  ];
  await renderApp("/archive/2024", {
    "edition.json": edition,
    "archive/2024.json": { year: "2024", previous: "2023", next: "2025", years: [{ year: "2024", count: 13, months }] },
  });
  expect(screen.getByRole("heading", { level: 1 })).toHaveTextContent("2024 13 stories");
  expect(linksOf(main().querySelector(".kicker"))).toEqual(["Archive /archive"]);
  expect(trail()).toEqual(["Front page /", "Archive by date /archive"]);
  expect(linksOf(main().querySelector(".calendar"))).toEqual(["2023 /archive/2023", "2025 /archive/2025"]);
  expect(
    screen
      .getAllByRole("heading", { level: 2 })
      .slice(0, 4)
      .map(({ textContent }) => textContent),
  ).toEqual(["April5 stories", "March4 stories", "February3 stories", "January1 story"]);
  expect(
    screen
      .getAllByRole("heading", { level: 3 })
      .slice(0, 3)
      .map(({ textContent }) => textContent),
  ).toEqual(["Story a", "Story b", "Story c"]);
  expect(screen.getByRole("region", { name: /^January/u }).querySelector("ol")).toBeNull();
  expect([...main().querySelectorAll("img")].map((picture) => picture.getAttribute("loading"))).toEqual([null, null, "lazy"]);
});

it("an archive without a year says where stories are", async () => {
  await renderApp("/archive", { "archive.json": { years: [] } });
  expect(linksOf(main())).toEqual(["Front page /", "Latest /latest"]);
});
