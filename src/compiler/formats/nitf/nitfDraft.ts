import { htmlToBlocks } from "../../body/htmlToBlocks.ts";
import type { Draft, DraftRef } from "../../draft/draft.ts";
import { instantOf } from "../../text/instantOf.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import type { ArchiveContext, ArchivePlace } from "../archiveFormat.ts";
import { bylineAuthors } from "../../text/bylineAuthors.ts";
import { datelineOf } from "../../body/datelineOf.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";
import { isBeginning } from "../../body/isBeginning.ts";
import { isStreetAddress } from "../fields/isStreetAddress.ts";
import { oneLine } from "../../text/cleanText.ts";
import { withoutHeadline } from "../../body/withoutHeadline.ts";
import { nitfHead } from "./nitfHead.ts";
import { nitfHtml, notesToEditors } from "./nitfHtml.ts";

/** A NITF document as a draft. */
export function nitfDraft(nitf: XmlElement, where: ArchivePlace, context: ArchiveContext): Draft {
  const [meta, data] = [childAt(nitf, "head"), childAt(nitf, "head", "docdata")];
  const print = childAt(meta, "pubdata")?.attributes ?? {};
  const head = nitfHead(nitf);
  const headline = oneLine(head.headline) || undefined;
  const body = withoutHeadline(htmlToBlocks(nitfHtml(nitf), context.body(where)), headline);
  const notes = notesToEditors(nitf);
  if (notes > 0) context.tally?.("notes to editors", notes);
  const standfirst = oneLine(head.abstract || head.subheading);
  const id = nitfId(nitf);
  const name = oneLine(print["name"] ?? "");
  if (name !== "") context.publication({ name });
  const section = sectionOf(meta, print);
  return {
    ...where,
    id: id || undefined,
    headline,
    standfirst: standfirst === "" || isBeginning(standfirst, body) ? undefined : standfirst,
    body,
    section,
    authors: bylineAuthors(head.byline),
    ...datesOf(nitf, context.settings.timeZone),
    dateline: datelineOf(oneLine(head.place) || undefined, body),
    topics: topicsOf(meta, data).filter((topic) => topic.name !== section?.name),
    places: placesOf(data),
    inLanguage: [nitf.attributes["xml:lang"], nitf.attributes["baselang"], nitf.attributes["lang"]].find(Boolean),
    urgency: urgencyOf(data),
    corrections: [],
    citations: [],
    oldUrls: addressesOf(meta, [id, print["ex-ref"] ?? ""]),
    empty: body.length === 0 ? "It has no text." : undefined,
  };
}

/** The id of a document; "" if it has none. */
export const nitfId = (nitf: XmlElement): string => oneLine(childAt(nitf, "head", "docdata", "doc-id")?.attributes["id-string"] ?? "");

/** When the document was issued by an agency, printed in a paper, or released for publication. */
function datesOf(nitf: XmlElement, timeZone: string): Pick<Draft, "datePublished" | "dateModified"> {
  const head = childAt(nitf, "head");
  const norm = (name: string) => childAt(head, "docdata", name)?.attributes["norm"] ?? "";
  const story = childAt(nitf, "body", "body.head", "dateline", "story.date")?.attributes["norm"] ?? "";
  const written = [norm("date.issue"), childAt(head, "pubdata")?.attributes["date.publication"] ?? "", norm("date.release"), story];
  const revised = childrenNamed(head, "revision-history").map(({ attributes }) => attributes["norm"] ?? "");
  const readable = (dates: string[]) => dates.find((date) => instantOf(date, timeZone) !== undefined);
  return { datePublished: readable(written) ?? written.find(Boolean), dateModified: readable(revised.toReversed()) };
}

/** A section named by a letter or a number is a part of the printed paper, and tells readers nothing. */
function sectionOf(head: XmlElement | undefined, print: Record<string, string>): DraftRef | undefined {
  const names = [print["position.section"] ?? "", ...metaOf(head, "online_sections")].flatMap((each) => each.split(";"));
  const name = names.map(oneLine).find((each) => /\p{L}{3}/u.test(each));
  return name === undefined ? undefined : { name };
}

const metaOf = (head: XmlElement | undefined, name: string): string[] =>
  childrenNamed(head, "meta").flatMap(({ attributes }) => (attributes["name"] === name ? (attributes["content"] ?? "") : []));

/** The most specific part of each subject, then what an indexer found, then keywords. */
function topicsOf(head: XmlElement | undefined, data: XmlElement | undefined): DraftRef[] {
  const subjects = childrenNamed(childAt(head, "tobject"), "tobject.subject").map(({ attributes }) =>
    ["detail", "matter", "type"].map((part) => attributes[`tobject.subject.${part}`] ?? "").find(Boolean),
  );
  const found = childrenNamed(childAt(data, "identified-content"), "classifier", "person", "org", "event", "object.title").map(nameOf);
  const keywords = childrenNamed(childAt(data, "key-list"), "keyword").map(({ attributes }) => attributes["key"] ?? "");
  // Some classifiers are paths: "Top/News/Business".
  return distinct([...subjects, ...found, ...keywords].flatMap((name) => name?.split("/").at(-1) ?? []));
}

const nameOf = (element: XmlElement): string => element.attributes["value"] ?? wordsOf(element);

/** Where it happened, then the places that an indexer found. */
function placesOf(data: XmlElement | undefined): DraftRef[] {
  const events = childrenNamed(data, "evloc").map((place) => place.attributes["city"] ?? place.attributes["state-prov"] ?? wordsOf(place));
  const found = childrenNamed(childAt(data, "identified-content"), "location").map(
    (place) =>
      place.attributes["city"] ??
      (wordsOf(childAt(place, "city") ?? childAt(place, "region") ?? childAt(place, "country")) || nameOf(place)),
  );
  return distinct([...events, ...found]).filter(({ name }) => !isStreetAddress(name));
}

const distinct = (names: string[]): DraftRef[] => [...new Set(names.map(oneLine))].filter((name) => name !== "").map((name) => ({ name }));

function urgencyOf(data: XmlElement | undefined): number | undefined {
  const urgency = Number(childAt(data, "urgency")?.attributes["ed-urg"]);
  return Number.isInteger(urgency) && urgency >= 1 && urgency <= 9 ? urgency : undefined;
}

function addressesOf(head: XmlElement | undefined, others: string[]): string[] {
  const canonical = childrenNamed(head, "a", "link").flatMap(({ attributes }) =>
    attributes["rel"] === "canonical" ? (attributes["href"] ?? "") : [],
  );
  const all = [...canonical, ...metaOf(head, "canonical"), ...others].map((address) => address.trim());
  return [...new Set(all.filter((address) => /^https?:\/\/\S+$/iu.test(address) && URL.canParse(address)))];
}
