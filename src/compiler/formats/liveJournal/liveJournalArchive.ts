import type { Draft } from "../../draft/draft.ts";
import { certainFields } from "../../draft/release/certainFields.ts";
import { releaseOf } from "../../draft/release/release.ts";
import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import { readXml } from "../../xml/readXml.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { type ArchiveContext, type ArchiveFile, type ArchiveFormat, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { plainWords } from "../fields/plainWords.ts";
import { autoParagraphs } from "../wxr/autoParagraphs.ts";

/** The XML of LiveJournal's and Dreamwidth's export (livejournal.com/export.bml), a month a file. */
export const liveJournalArchive: ArchiveFormat = {
  name: "livejournal",
  title: "LiveJournal export",
  detects: ({ head }) => /^\uFEFF?\s*(?:<\?[^>]*\?>\s*)?<livejournal[\s>]/u.test(head),
  read,
};

/** "usemask" is for friends, or groups of them. An entry that does not say who may read it is kept back. */
const FIELDS = certainFields({
  security: { publishes: ["public"], withholds: ["private", "usemask", "friends", "custom"], isRequired: true },
  allowmask: { publishes: ["0"] },
});

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  for await (const entry of readXml(file, { paths: ["livejournal/entry"], report: context.report })) {
    const id = field(entry, "itemid");
    const where = { file: file.path, place: id === "" ? `line ${entry.line}` : `entry ${id}` };
    const { held, moments } = releaseOf(releaseFields(entry), { ...archiveTime(context), certain: FIELDS });
    if (held === undefined) yield { ...draftOf(entry, id, where, context), ...(moments && { moments }) };
    else context.skip(where, held, { id });
  }
}

/** All values of each field, any of which may keep the entry back. */
function releaseFields(entry: XmlElement): Record<string, string[]> {
  const said = new Map<string, string[]>([["security", []]]);
  for (const { local, text } of entry.children) said.set(local, [...(said.get(local) ?? []), text.trim()]);
  return Object.fromEntries(said);
}

const field = (entry: XmlElement, name: string): string => entry.children.find(({ local }) => local === name)?.text.trim() ?? "";

function draftOf(entry: XmlElement, id: string, where: ArchivePlace, context: ArchiveContext): Draft {
  const body = context.body(where);
  const text = context.publicText(withoutTags(field(entry, "event")), where);
  const blocks = htmlToBlocks(autoParagraphs(text), body);
  const tags = field(entry, "taglist").split(",");
  return {
    ...where,
    id: id || undefined,
    headline: plainWords(context.publicText(field(entry, "subject"), where), body) || undefined,
    body: blocks,
    authors: [],
    datePublished: field(entry, "eventtime") || field(entry, "logtime") || undefined,
    topics: tags.flatMap((tag) => (tag.trim() === "" ? [] : [{ name: tag.trim() }])),
    places: [],
    corrections: [],
    citations: [],
    // The number in an address is not in the export.
    oldUrls: [],
    empty: blocks.length === 0 ? "It has no text." : undefined,
  };
}

/** LiveJournal's own tags: a part behind a link, which everybody may read, and a mention of an account. */
const withoutTags = (html: string): string =>
  html
    .replace(/<\/?lj-cut\b[^<>]*>/giu, "\n\n")
    .replace(/<lj\b[^<>]*>(?:<\/lj>)?/giu, (tag) => {
      const [, name] = /\b(?:user|comm)=["']?([\w-]+)/iu.exec(tag) ?? [];
      return name === undefined ? tag : `<a href="https://${name}.livejournal.com/">${name}</a>`;
    })
    .replace(/<lj-embed\b[^<>]*>|<\/lj-embed>/giu, "");
