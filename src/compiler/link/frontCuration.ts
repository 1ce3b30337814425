import type { FrontPage, SectionLayout } from "#content/pages/frontPage.ts";
import { milliseconds } from "#content/instant.ts";
import { articlePath, inSite, seriesPath, subjectPath } from "#content/paths.ts";
import { slug } from "#content/slug.ts";
import { instantOf } from "../text/instantOf.ts";
import { nearestName } from "../text/nearestName.ts";
import type { Problem, Report } from "../draft/problem.ts";
import type { LinkInSettings } from "../draft/release/keptBack.ts";
import type { FrontSettings } from "../settings/frontSettings.ts";
import { digest } from "../state/digest.ts";
import type { Series } from "./series.ts";
import type { Story } from "./story.ts";
import type { Subject, Subjects } from "./subjects.ts";

/** A strip that an editor has set: with `isNamed`, of listed stories; otherwise of a series or topic, without stories shown elsewhere. */
export type WantedStrip = { name: string; path?: string; description?: string | undefined; stories: Story[]; isNamed: boolean };

/** An editor's choices for the front page, with the names resolved. */
export type FrontCuration = {
  lead?: Story | undefined;
  also: Story[];
  top: Story[];
  longRead?: Story | undefined;
  strips: WantedStrip[];
  sections: { slug: string; layout?: SectionLayout | undefined; hidden: boolean }[];
  breaking?: FrontPage["breaking"];
  alert?: FrontPage["alert"];
  /** Reports a section whose stories are all elsewhere on the page. */
  reportEmpty?: (section: string) => void;
};

export const NO_CURATION: FrontCuration = { also: [], top: [], strips: [], sections: [] };

/** The data in which the names in a file such as `front.json` are looked up. */
export type FrontSources = {
  stories: Story[];
  subjects: Subjects;
  series: Series[];
  /** The file of each story by its slug. */
  fileOf: ReadonlyMap<string, string>;
  leadsTo?: LinkInSettings | undefined;
  /** The file with the choices, as JSON, and the prefix of its edition. */
  file: string;
  prefix?: string | undefined;
  timeZone: string;
  now: number;
};

/** Resolves the names in such a file. What does not exist is left out and reported with the nearest name; expired notices are left out. */
export function curateFront(settings: FrontSettings, known: FrontSources, report: Report): FrontCuration {
  const find = new Finder(known, report);
  const strips = settings.strips.flatMap((strip, at) => find.strip(strip, `strips.${at}`) ?? []);
  return {
    lead: settings.lead === undefined ? undefined : find.story(settings.lead, "lead"),
    also: find.stories(settings.also ?? [], "also"),
    top: find.stories(settings.top ?? [], "top"),
    longRead: settings.longRead === undefined ? undefined : find.story(settings.longRead, "longRead"),
    strips,
    sections: settings.sections.flatMap(({ section, layout, hidden }, at) => {
      const found = find.subject("section", section, `sections.${at}.section`);
      return found ? [{ slug: found.slug, layout, hidden }] : [];
    }),
    breaking: find.breaking(settings.breaking),
    alert: withId(find.notice(settings.alert, "alert")),
    reportEmpty: (section) => report(nothingLeft(section, settings, known)),
  };
}

function nothingLeft(section: string, { sections }: FrontSettings, { subjects, file }: FrontSources): Problem {
  const at = sections.findIndex(({ section: written }) => section === slug(written) || section === written);
  const name = subjects.section.get(section)?.name ?? section;
  return {
    severity: "notice",
    file,
    place: `sections.${at}`,
    message: `All recent stories of ${name} are higher up on the front page, so the section has no block there.`,
    remedy: "Name fewer of them in lead, top or strips if it should have one.",
  };
}

type Notice = { text: string; link?: string | undefined; until?: string | undefined };

/** Adds an id by which a device remembers that this notice was closed: one with another text is a new notice. */
const withId = (notice: Notice | undefined): FrontPage["alert"] =>
  notice && { ...notice, id: digest(JSON.stringify([notice.text, notice.link])).slice(0, 8) };

/** Resolves the names at places in the file, and reports those that do not exist. */
class Finder {
  readonly #known: FrontSources;
  readonly #report: Report;
  #byName: ReadonlyMap<string, Story> | undefined;

  constructor(known: FrontSources, report: Report) {
    this.#known = known;
    this.#report = report;
  }

  story(wanted: string, place: string): Story | undefined {
    const moved = this.#known.leadsTo?.(`/${wanted}`);
    return (
      this.#stories.get(wanted) ??
      this.#stories.get(moved && "url" in moved ? moved.url : "") ??
      this.#missing("story", wanted, place, [...this.#stories.keys()])
    );
  }

  /** All stories by their names. Most front pages name none. */
  get #stories(): ReadonlyMap<string, Story> {
    return (this.#byName ??= byName(this.#known));
  }

  stories(wanted: string[], place: string): Story[] {
    return wanted.flatMap((name, at) => this.story(name, `${place}.${at}`) ?? []);
  }

  subject(kind: "section" | "topic", wanted: string, place: string): Subject | undefined {
    const all = this.#known.subjects[kind];
    return all.get(wanted) ?? all.get(slug(wanted)) ?? this.#missing(`${kind} with stories called`, wanted, place, namesOf(all.values()));
  }

  strip({ title, description, stories, topic, series = "" }: FrontSettings["strips"][number], place: string): WantedStrip | undefined {
    if (stories) return { name: title ?? "", description, stories: this.stories(stories, `${place}.stories`), isNamed: true };
    if (topic !== undefined) {
      const found = this.subject("topic", topic, `${place}.topic`);
      if (!found) return undefined;
      const path = subjectPath("topic", found.slug);
      return { name: title ?? found.name, path, description, stories: found.stories.toReversed(), isNamed: false };
    }
    const all = this.#known.series;
    const found =
      all.find((known) => known.slug === series || known.slug === slug(series)) ??
      this.#missing("series", series, `${place}.series`, namesOf(all));
    if (!found) return undefined;
    const path = seriesPath(found.slug);
    return { name: title ?? found.name, path, description: description ?? found.description, stories: found.stories, isNamed: false };
  }

  /** A notice, unless it has ended. One that links to a story that is kept back would reveal it, and waits. */
  notice(wanted: Notice | undefined, place: string): Notice | undefined {
    const until = wanted?.until === undefined ? undefined : instantOf(wanted.until, this.#known.timeZone);
    if (wanted?.until !== undefined && until === undefined) {
      this.#report({
        severity: "warning",
        file: this.#known.file,
        place: `${place}.until`,
        message: `${place}.until is not a date and time that can be read: "${wanted.until}"; ${place} was left out.`,
        remedy: "Write it as 2024-04-22T18:00.",
      });
      return undefined;
    }
    if (until !== undefined && milliseconds(until) <= this.#known.now) return undefined;
    const ended = until === undefined ? {} : { until };
    if (wanted?.link === undefined) return wanted && { ...wanted, ...ended };
    const found = this.#known.leadsTo ? this.#known.leadsTo(wanted.link) : { url: wanted.link };
    if (!found) return this.#missing("published story at", wanted.link, place, []);
    if ("url" in found) return { ...wanted, ...ended, link: found.url };
    this.#report({
      severity: "notice",
      file: this.#known.file,
      place,
      message: `${place} leads to ${found.back}, which is kept back, so it was left out.`,
      remedy: "It appears with the first build that publishes what it leads to; remove it if none ever will.",
    });
    return undefined;
  }

  /** Breaking news, with the time of its story. */
  breaking(wanted: Notice | undefined): FrontPage["breaking"] {
    const notice = this.notice(wanted, "breaking");
    const story = notice?.link === undefined ? undefined : this.#stories.get(notice.link);
    return notice && { ...notice, ...(story && { date: story.article.datePublished }) };
  }

  #missing(what: string, wanted: string, place: string, names: string[]): undefined {
    const nearest = nearestName(wanted, names);
    this.#report({
      severity: "warning",
      file: this.#known.file,
      place,
      message: `There is no ${what} "${wanted}", so ${place} was left out.`,
      remedy: "Correct its name, or remove it.",
      ...(nearest !== undefined && { nearest }),
    });
  }
}

const namesOf = (all: Iterable<{ name: string; slug: string }>): string[] => [...all].flatMap(({ name, slug: own }) => [name, own]);

/** All stories by their slugs, paths and files. */
function byName({ stories, fileOf, prefix = "" }: FrontSources): Map<string, Story> {
  const known = new Map<string, Story>();
  for (const story of stories) {
    const { slug: own } = story.article;
    const file = fileOf.get(own);
    const path = articlePath(own);
    for (const name of [own, path, inSite(prefix, path), ...(file === undefined ? [] : [file])]) known.set(name, story);
  }
  return known;
}
