import { shortened, standfirst } from "../refine/standfirst.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Draft } from "../draft/draft.ts";
import { instantOf } from "../draft/instantOf.ts";
import type { LossCause, Report } from "../draft/problem.ts";
import { keptBack } from "../draft/release/keptBack.ts";
import type { Moment } from "../draft/release/moment.ts";
import { oldUrls } from "../refine/oldUrls.ts";
import { wantedSlug } from "../refine/slugs.ts";
import type { Settings } from "../settings/settings.ts";
import type { Settled } from "./articleJson.ts";
import type { ContentName } from "./contentNames.ts";
import { digest } from "../state/digest.ts";
import type { DiskTable } from "../state/DiskTable.ts";

export type SettleOptions = {
  settings: Settings;
  report: Report;
  nameFor: (article: { id: string; slug: string; year: string }) => ContentName;
  /** The articles so far: their ids, with what tells two of the same id apart. */
  known: DiskTable;
  /** Whether the draft's file holds nothing else, so that its name says something of the article. */
  ownFile: boolean;
};

/** A draft with all that its file needs, and that file; `copyOf` is its id in the archive, where that is another's here. */
type SettledDraft = { article: Settled; file: string; copyOf?: string };

/** A draft with what it needs; or why it is not published, as a full sentence. `lost` says that nobody meant it. */
export function settle(draft: Draft, options: SettleOptions): SettledDraft | { reason: string; lost?: LossCause } {
  const { settings, report, ownFile } = options;
  if (draft.held !== undefined) return { reason: draft.held };
  const headline = draft.headline ?? headlineOf(draft.body, draft.inLanguage ?? settings.language);
  if (headline === undefined) return { reason: "It has no headline and no text.", lost: "no headline" };
  if (draft.datePublished === undefined) return { reason: "It has no date.", lost: "no date" };
  const datePublished = instantOf(draft.datePublished, settings.timeZone);
  if (datePublished === undefined)
    return { reason: `Its date "${draft.datePublished}" cannot be read, or can be read in two ways.`, lost: "unclear date" };

  const place = draft.place === undefined ? {} : { place: draft.place };
  const change = (message: string) => report({ severity: "notice", file: draft.file, ...place, message });
  const dated = { ...draft, headline, datePublished, authors: withoutMail(draft.authors, change) };
  const wanted = dated.id ?? (ownFile ? dated.file : (dated.url ?? dated.oldUrls[0] ?? `${datePublished} ${headline}`));
  const id = ownId(wanted, dated, options.known);
  if (id === undefined) return { reason: "It is in the archive twice, word for word the same headline, date and id." };
  const release: Moment = { type: "release", field: "datePublished", written: draft.datePublished, at: datePublished };
  const back = keptBack({ moments: [...(draft.moments ?? []), release] }, { now: Date.now() });
  if (back) change(`${back.reason} It came in, and a build keeps it back as long as that holds.`);
  if (draft.headline === undefined) change("It has no headline; its first words were used.");
  const slug = wantedSlug(dated);
  const name = options.nameFor({ id, slug, year: datePublished.slice(0, 4) });
  if (name.slug !== slug && !name.isKept) change(`The slug "${slug}" is taken; this article has "${name.slug}".`);
  const article = { ...dated, id, slug: name.slug };
  // The name of an archive may begin with a day, which is not that of its articles.
  return {
    file: name.file,
    ...(id !== wanted && { copyOf: wanted }),
    article: { ...article, oldUrls: oldUrls(ownFile ? article : { ...article, file: "" }) },
  };
}

/** An id that no other article of the import has; undefined for the same article once more. */
function ownId(
  wanted: string,
  { datePublished, headline }: Pick<Settled, "datePublished" | "headline">,
  known: DiskTable,
): string | undefined {
  const self = digest(`${datePublished} ${headline}`);
  let id = wanted;
  for (let copy = 2; known.has(id); copy += 1) {
    if (known.get(id) === self) return undefined;
    id = `${wanted}-${copy}`;
  }
  known.set(id, self);
  return id;
}

/** Programs that know no better name show an account's email address, which is no part of a story. */
function withoutMail(authors: Draft["authors"], change: (message: string) => void): Draft["authors"] {
  const named = authors.filter(({ name }) => !/\S@\S+\.\S/u.test(name));
  if (named.length < authors.length) change("An author has only an email address for a name and was left out.");
  return named;
}

/** UTF-16 units. */
const LONGEST = 80;

/** The first words of a text, for one that has no headline: many short posts have none. */
function headlineOf(body: Block[], language: string): string | undefined {
  const first = standfirst(body, language);
  return first === undefined || first.length <= LONGEST ? first : shortened(first, language, LONGEST);
}
