import { expect, test } from "vitest";
import type { Edition } from "#content/edition/edition.ts";
import { issuesOf } from "#compiler/write/opds/issues.ts";
import { anEdition } from "../../../support/anArticle.ts";
import { linked } from "../../../support/linked.ts";
import { makeArticle, makeArticles, ref } from "../../../support/makeArticle.ts";

const story = (slug: string, day: string, section: string | undefined, urgency = 5) =>
  makeArticle({ slug, urgency, datePublished: `${day}T07:00:00Z`, ...(section !== undefined && { section: ref(section) }) });

const { stories } = linked([
  story("old", "2024-12-22", "Science"),
  story("loose", "2024-12-30", undefined),
  story("unlisted-b", "2024-12-30", "Beta"),
  story("unlisted-a", "2024-12-30", "Alpha"),
  story("europe", "2024-12-30", "Europe"),
  story("minor", "2024-12-30", "Science", 7),
  story("major", "2024-12-30", "Science", 1),
  story("late", "2025-01-05", "Europe"),
]);

const issues = (issues: "daily" | "weekly", keep = 10, edition: Edition = anEdition) =>
  issuesOf(stories, edition, { issues, keep, stories: 10, topics: 10 }).map((issue) => ({
    ...issue,
    stories: issue.stories.map(({ article }) => article.slug),
  }));

test("a daily issue has the stories of its day by section, the most urgent first, those without a section last", () => {
  expect(issues("daily")).toEqual([
    { name: "2025-01-05", title: "The Paper, January 5, 2025", day: "2025-01-05", stories: ["late"] },
    {
      name: "2024-12-30",
      title: "The Paper, December 30, 2024",
      day: "2024-12-30",
      stories: ["major", "minor", "europe", "unlisted-a", "unlisted-b", "loose"],
    },
    { name: "2024-12-22", title: "The Paper, December 22, 2024", day: "2024-12-22", stories: ["old"] },
  ]);
});

test("a weekly issue goes from Monday to Sunday, and belongs to the year of its Thursday", () => {
  expect(issues("weekly", 2)).toEqual([
    {
      name: "2025-W01",
      title: "The Paper, December 30, 2024 – January 5, 2025",
      day: "2024-12-30",
      stories: ["major", "minor", "late", "europe", "unlisted-a", "unlisted-b", "loose"],
    },
    { name: "2024-W51", title: "The Paper, December 16 – 22, 2024", day: "2024-12-16", stories: ["old"] },
  ]);
});

test("an issue has at most a hundred stories, the most urgent ones", () => {
  const many = linked(makeArticles(102, (at) => ({ datePublished: "2024-12-30T07:00:00Z", urgency: at === 50 ? 6 : 5 }))).stories;
  const [issue] = issuesOf(many, anEdition, { issues: "daily", keep: 1, stories: 1, topics: 1 });
  const slugs = issue?.stories.map(({ article }) => article.slug);
  expect(slugs).toHaveLength(100);
  expect(slugs).not.toContain("story-0051");
});
