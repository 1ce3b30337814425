import { setImmediate } from "node:timers/promises";
import type { Article } from "#content/article.ts";
import { articlePath, type CatalogueKind, cataloguePath, issuePath, storyBookPath } from "#content/paths.ts";
import { absolute, absolutePage } from "#content/site.ts";
import { writable } from "#content/html/xml.ts";
import type { Linked } from "../../link/link.ts";
import { newest, type Story } from "../../link/story.ts";
import { largestFirst, type Subject } from "../../link/subjects.ts";
import { digest } from "../../state/digest.ts";
import { digestOf } from "../../state/lazyBody.ts";
import type { PageMemory } from "../../state/PageMemory.ts";
import type { OnDone } from "../../output/buildProgress.ts";
import { type Catalogue, fileOf, issuePublication, lastChange, storyPublication, type CatalogueLink } from "./opdsCatalogue.ts";
import { type DatedIssue, issuesOf } from "./issues.ts";
import { opdsAtom } from "./opdsAtom.ts";
import { opdsJson } from "./opdsJson.ts";
import { type BookSetting, storiesBook } from "./storiesBook.ts";

type Setting = BookSetting & { output: Pick<BookSetting["output"], "has" | "read" | "write" | "keep" | "size"> };

/**
 * Writes the catalogues of an edition for e-readers, and the EPUB files that they offer, if the settings ask for them.
 * Pictures must be in the output already.
 * @param memory of the previous build: the file of unchanged stories is kept
 * @param onBook called with the number of files that are done
 */
export async function writeCatalogues(
  { stories, subjects }: Pick<Linked, "stories" | "subjects">,
  setting: Setting,
  memory: PageMemory | undefined,
  onBook: OnDone,
): Promise<void> {
  const { edition, settings, titles } = setting;
  const { epub } = settings;
  if (!epub || stories.length === 0) return;
  const issues = issuesOf(stories, edition, epub);
  const sections = edition.sections.flatMap(({ slug }) => subjects.section.get(slug) ?? []);
  const topics = [...subjects.topic.values()].toSorted(largestFirst).slice(0, epub.topics);
  const lists: List[] =
    epub.stories === 0
      ? []
      : [
          { kind: "latest", slug: "", name: titles?.latest ?? "Latest", stories },
          ...sections.map((one) => ({ ...one, kind: "section" as const, up: "sections" as const })),
          ...topics.map((one) => ({ ...one, kind: "topic" as const, up: "topics" as const })),
        ];
  await writeBooks(issues, new Set(lists.flatMap((list) => newest(list.stories, epub.stories))), setting, memory, onBook);
  writeLists(lists, setting, epub.stories);
  const named = { issues: titles?.issues ?? "Issues", sections: titles?.sections ?? "Sections", topics: titles?.topics ?? "Topics" };
  const updated = lastChange(stories);
  const put = putting(setting);
  const publications = issues.map((issue) => issuePublication(issue, setting));
  put({ kind: "issues", slug: "", title: `${edition.name}: ${named.issues}`, updated, up: "root", publications });
  const links = (of: Subject[], kind: "section" | "topic"): CatalogueLink[] =>
    of.map(({ slug, name, stories }) => ({ kind, slug, title: name, isList: true, count: Math.min(stories.length, epub.stories) }));
  const groups = lists.length === 0 ? [] : [group("sections", links(sections, "section")), group("topics", links(topics, "topic"))];
  const filled = groups.filter((one) => one.links.length > 0);
  for (const { kind, links: all } of filled)
    put({ kind, slug: "", title: `${edition.name}: ${named[kind]}`, updated, up: "root", links: all });
  put({
    kind: "root",
    slug: "",
    title: edition.name,
    updated,
    links: [
      { kind: "issues", slug: "", title: named.issues, isList: true, count: issues.length },
      ...lists.slice(0, 1).map(({ name }) => ({
        kind: "latest" as const,
        slug: "",
        title: name,
        isList: true,
        count: Math.min(stories.length, epub.stories),
      })),
      ...filled.map(({ kind, links: all }) => ({ kind, slug: "", title: named[kind], isList: false, count: all.length })),
    ],
  });
}

const group = (kind: "sections" | "topics", links: CatalogueLink[]) => ({ kind, links });

/** A list of stories that has a catalogue. */
type List = { kind: CatalogueKind; slug: string; name: string; stories: Story[]; up?: CatalogueKind };

function writeLists(lists: List[], setting: Setting, most: number): void {
  const put = putting(setting);
  for (const { kind, slug, name, stories, up = "root" } of lists) {
    const shown = newest(stories, most);
    const publications = shown.map((story) => storyPublication(story, setting));
    put({ kind, slug, title: `${setting.edition.name}: ${name}`, updated: lastChange(shown), up, publications });
  }
}

type Own<Of> = Of extends Catalogue ? Omit<Of, "publisher" | "language" | "address" | "icon"> : never;

/** Writes a catalogue in both formats. */
function putting({ edition, site, output }: Setting): (own: Own<Catalogue>) => void {
  return (own) => {
    const catalogue: Catalogue = {
      ...own,
      title: writable(own.title),
      publisher: writable(edition.name),
      language: edition.language,
      icon: absolute(site, "/icon-512.png"),
      address: (kind, slug, format) => absolutePage(site, cataloguePath(kind, slug, format)),
    };
    output.write(fileOf(site.prefix, cataloguePath(own.kind, own.slug, "atom")), opdsAtom(catalogue));
    output.write(fileOf(site.prefix, cataloguePath(own.kind, own.slug, "json")), opdsJson(catalogue));
  };
}

async function writeBooks(
  issues: DatedIssue[],
  alone: ReadonlySet<Story>,
  setting: Setting,
  memory: PageMemory | undefined,
  onBook: OnDone,
): Promise<void> {
  const { site, output } = setting;
  const partOf = ({ section }: Article): string | undefined => section?.name;
  const books = [
    ...issues.map(({ name, title, day, stories }) => ({
      path: issuePath(name),
      stories,
      about: { id: absolutePage(site, issuePath(name)), title, published: day, isIssue: true as const, partOf },
    })),
    ...[...alone].map((story) => ({
      path: storyBookPath(story.article.slug),
      stories: [story],
      about: {
        id: absolutePage(site, articlePath(story.article.slug)),
        title: story.article.headline,
        published: story.article.datePublished,
      },
    })),
  ];
  for (const [index, { path, stories, about }] of books.entries()) {
    const file = fileOf(site.prefix, path);
    const known = digest(JSON.stringify([about.title, setting.edition.sections, stories.map(({ article }) => digestOf(article))]));
    if (!(memory?.isSame(`book ${file}`, known) && output.keep(file)))
      output.write(file, Buffer.from(storiesBook(stories, about, setting)));
    onBook(index + 1, books.length);
    await setImmediate();
  }
}
