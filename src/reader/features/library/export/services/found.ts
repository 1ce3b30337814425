import { isWebAddress, joinLinks, linkId, type OutsideLink, type Quote, withoutEmpty } from "#content/library/outsideLink.ts";
import { inPieces } from "../../../../device/inPieces.ts";

/** A page that a service exported, and whether it was saved there or only highlighted. */
export type FoundLink = OutsideLink & { saved: boolean };

/** Something that could not be read: the file, the place in it, and the reason as the end of a sentence. */
export type Fault = { file: string; place?: string; reason: string };

/** What was read from a file. */
export type Found = { links: FoundLink[]; faults: Fault[] };

/** The data of a row, an entry or an element, before it is checked. */
export type Raw = {
  url?: string | undefined;
  title?: string | undefined;
  savedAt?: number | undefined;
  read?: boolean | undefined;
  tags?: string[];
  quotes?: Quote[];
  /** False for a page that was only highlighted; missing otherwise. */
  saved?: boolean;
};

const LONGEST_TITLE = 2000;

/** Adds the link at one place of a file, or the fault that it has. */
export function addLink(raw: Raw, found: Found, file: string, place: string): void {
  const written = raw.url?.trim();
  // An address with spaces or backslashes is parsed as browsers do (https://url.spec.whatwg.org/#url-parsing).
  const url = written && /[\s\\]/u.test(written) && URL.canParse(written) ? new URL(written).href : written;
  const title = raw.title?.replace(/\s+/gu, " ").trim().slice(0, LONGEST_TITLE) ?? "";
  if (!url && !title) return void found.faults.push({ file, place, reason: "has neither an address nor a title" });
  if (url && !isWebAddress(url)) {
    return void found.faults.push({ file, place, reason: `“${url.slice(0, 80)}” is not the address of a web page` });
  }
  const { savedAt, read, tags = [], quotes = [], saved = true } = raw;
  const link = withoutEmpty({
    url: url || undefined,
    title: title || (url ?? "").slice(0, LONGEST_TITLE),
    savedAt: savedAt !== undefined && savedAt >= 0 && savedAt < 8.64e15 ? Math.round(savedAt) : undefined,
    read,
    tags: [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))],
    quotes: quotes.filter(({ text, note }) => text || note),
  });
  found.links.push({ ...link, saved });
}

/** Each page once, with everything that the files say about it. */
export async function joined(links: readonly FoundLink[]): Promise<FoundLink[]> {
  const all = new Map<string, FoundLink>();
  await inPieces(links, (link) => {
    const id = linkId(link);
    all.set(id, joinFound(all.get(id), link));
  });
  return [...all.values()];
}

/** Joins two entries for the same page; it was saved if either of them was. */
export function joinFound(before: FoundLink | undefined, link: FoundLink): FoundLink {
  return before ? { ...joinLinks(before, link), saved: before.saved || link.saved } : link;
}

/** A time counted from 1970, in seconds or, as some browsers write it, in milliseconds or microseconds. */
export function parseEpoch(text: string | undefined): number | undefined {
  const count = Number(text);
  if (!text || !Number.isFinite(count) || count <= 0) return undefined;
  return count > 1e14 ? count / 1000 : count > 1e11 ? count : count * 1000;
}

/** A time in ISO 8601 or nearly so: "2022-11-06 04:33:50+00:00", "2016-09-08T11:55:58+0200". */
export function parseDate(text: string | undefined): number | undefined {
  const time = Date.parse(
    (text ?? "")
      .trim()
      .replace(" ", "T")
      .replace(/([+-]\d{2})(\d{2})$/u, "$1:$2"),
  );
  return Number.isNaN(time) ? undefined : time;
}
