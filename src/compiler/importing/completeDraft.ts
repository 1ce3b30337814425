import { shortened, standfirst } from "../refine/standfirst.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Draft } from "../draft/draft.ts";
import { instantOf } from "../text/instantOf.ts";
import type { LossCause, Report } from "../draft/problem.ts";
import { keptBack } from "../draft/release/keptBack.ts";
import type { Moment } from "../draft/release/moment.ts";
import { oldUrls } from "../refine/oldUrls.ts";
import { wantedSlug } from "../refine/slugs.ts";
import type { Settings } from "../settings/settings.ts";
import type { CompletedDraft } from "./articleJson.ts";
import type { ContentName } from "./contentNames.ts";
import { digest } from "../state/digest.ts";
import type { DiskTable } from "../state/DiskTable.ts";

export type CompleteDraftOptions = {
  settings: Settings;
  report: Report;
  nameFor: (article: { id: string; slug: string; headline: string; datePublished: string }) => ContentName;
  /** The articles so far: their ids, each with a digest that tells two with the same id apart. */
  known: DiskTable;
  /** Whether the draft has a file of its own, whose name then says something about the article. */
  ownFile: boolean;
};

/** A draft with everything that its file needs, and that file; `isKeptBack` if a build keeps it or a part of it back; `copyOf` is its id in the archive, if another article has that id here. */
type DraftWithFile = { article: CompletedDraft; file: string; isKeptBack: boolean; copyOf?: string };

/** Completes a draft; or says why it is not published, as a full sentence, with `lost` if it is left out unintentionally. */
export function completeDraft(draft: Draft, options: CompleteDraftOptions): DraftWithFile | { reason: string; lost?: LossCause } {
  const { settings, report, ownFile } = options;
  const none = draft.held ?? draft.empty;
  if (none !== undefined) return { reason: none };
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
  if (id === undefined) return { reason: "It is in the archive twice, with the same headline, date and id." };
  const release: Moment = { type: "release", field: "datePublished", written: draft.datePublished, at: datePublished };
  const back = keptBack({ moments: [...(draft.moments ?? []), release] }, { now: Date.now() });
  if (back) change(`${back.reason} It was imported, and builds keep it back as long as that is so.`);
  if (draft.headline === undefined) change("It has no headline; its first words were used.");
  const slug = wantedSlug(dated);
  const name = options.nameFor({ id, slug, headline, datePublished });
  if (name.slug !== slug && !name.isKept) change(`The slug "${slug}" is taken; this article has "${name.slug}".`);
  const article = { ...dated, id, slug: name.slug };
  // The name of an archive may begin with a date, which is not that of its articles.
  return {
    file: name.file,
    isKeptBack: back !== undefined || (draft.postReleases ?? []).length > 0,
    ...(id !== wanted && { copyOf: wanted }),
    article: { ...article, oldUrls: oldUrls(ownFile ? article : { ...article, file: "" }) },
  };
}

/** An id that no other article of the import has; undefined if the same article was read before. */
function ownId(
  wanted: string,
  { datePublished, headline }: Pick<CompletedDraft, "datePublished" | "headline">,
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

/** Programs that know no other name give an account's email address, which must not be published. */
function withoutMail(authors: Draft["authors"], change: (message: string) => void): Draft["authors"] {
  const named = authors.filter(({ name }) => !/\S@\S+\.\S/u.test(name));
  if (named.length < authors.length) change("An author has only an email address for a name and was left out.");
  return named;
}

/** In UTF-16 code units. */
const LONGEST = 80;

/** A headline made from the first words, for a story without one: many short posts have none. */
function headlineOf(body: Block[], language: string): string | undefined {
  const first = standfirst(body, language);
  return first === undefined || first.length <= LONGEST ? first : shortened(first, language, LONGEST);
}
