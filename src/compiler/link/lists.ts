import type { AuthorRef } from "#content/article.ts";
import type { Edition } from "#content/edition/edition.ts";
import type { ListKind } from "#content/pages/listPage.ts";
import type { Profile } from "#content/profile.ts";
import type { SubjectKind } from "#content/teaser.ts";
import { groupBy } from "../text/groupBy.ts";
import type { Profiles } from "./profiles.ts";
import type { Story } from "./story.ts";
import type { Subjects } from "./subjects.ts";

/** A list before it is divided into pages. Its stories are oldest first, each once. */
export type List = {
  kind: ListKind;
  slug: string;
  name: string;
  description?: string | undefined;
  authorKind?: AuthorRef["kind"] | undefined;
  profile?: Profile | undefined;
  stories: Story[];
  /** For a month: the months before and after it that have stories. */
  beside?: { previous?: string | undefined; next?: string | undefined };
};

/** Finds the description of a subject in the settings. */
export type Describe = (kind: SubjectKind, slug: string) => string | undefined;

/**
 * All lists of an edition: the whole edition ("latest"), every subject, and every month.
 * @param stories oldest first
 */
export function lists(stories: Story[], subjects: Subjects, edition: Edition, describe: Describe, profileOf: Profiles["of"]): List[] {
  const { topic, section, author, place } = subjects;
  const bySubject = [topic, section, author, place].flatMap((ofKind) => [...ofKind.values()]);
  return [
    { kind: "latest", slug: "latest", name: "Latest", stories },
    ...bySubject.map((subject) => ({
      ...subject,
      description: describe(subject.kind, subject.slug),
      profile: subject.kind === "author" ? profileOf(subject.slug) : undefined,
    })),
    ...months(stories, edition),
  ];
}

function months(stories: Story[], edition: Edition): List[] {
  const name = new Intl.DateTimeFormat(edition.language, { month: "long", year: "numeric", timeZone: "UTC" });
  const byMonth = groupBy(stories, ({ day }) => day.slice(0, 7));
  const slugs = [...byMonth.keys()];
  return [...byMonth].map(([month, ofMonth], at) => ({
    kind: "month",
    slug: month,
    name: name.format(new Date(`${month}-01`)),
    stories: ofMonth,
    beside: { previous: slugs[at - 1], next: slugs[at + 1] },
  }));
}
