import type { Draft, DraftAuthor, DraftRef } from "../../draft/draft.ts";
import type { XmlElement } from "../../xml/xmlElement.ts";
import { bylineAuthors } from "../../text/bylineAuthors.ts";
import { isStreetAddress } from "../fields/isStreetAddress.ts";
import { childAt, childrenNamed, wordsOf } from "../../xml/childrenNamed.ts";
import { oneLine } from "../../text/cleanText.ts";
import type { NitfHead } from "../nitf/nitfHead.ts";
import { codeOf, conceptName, type Names } from "./concepts.ts";

/** The language of the text if it is named, else that of the item. */
export function languageOf(item: XmlElement): string {
  const tag = childAt(item, "contentMeta", "language")?.attributes["tag"];
  const inline = childrenNamed(childAt(item, "contentSet"), "inlineXML", "inlineData").map(({ attributes }) => attributes["xml:lang"]);
  return [tag, ...inline, item.attributes["xml:lang"]].find((each) => each !== undefined && each.trim() !== "")?.trim() ?? "";
}

/** The authors of an item, its places and its subjects. */
export function namesOf(
  item: XmlElement,
  names: Names,
  head: NitfHead,
): Pick<Draft, "authors" | "dateline" | "topics" | "places" | "genre"> {
  const meta = childAt(item, "contentMeta");
  const language = languageOf(item);
  const named = (elements: XmlElement[]) => distinct(elements.map((each) => oneLine(conceptName(each, names, language))));
  const subjects = childrenNamed(meta, "subject");
  const located = named(childrenNamed(meta, "located")).map(({ name }) => name);
  return {
    authors: authorsOf(meta, names, language, head),
    dateline: oneLine(located.join(", ") || head.place || wordsOf(childAt(meta, "dateline"))) || undefined,
    topics: named(subjects.filter((each) => !isPlace(each))),
    places: named(subjects.filter(isPlace)).filter(({ name }) => !isStreetAddress(name)),
    // IPTC's genre for plain news tells readers nothing.
    genre: named(childrenNamed(meta, "genre")).find(({ name }) => name !== "Current")?.name,
  };
}

/** `type="cpnat:geoArea"`, a point of interest, or a code from a list of places. */
const isPlace = ({ attributes }: XmlElement): boolean =>
  /(?:geoArea|poi)$/u.test(attributes["type"] ?? attributes["typeuri"] ?? "") || /^(?:iso3166|geo|place)/iu.test(attributes["qcode"] ?? "");

/** The byline as printed, else the creators, and the contributors who wrote it. */
function authorsOf(meta: XmlElement | undefined, names: Names, language: string, head: NitfHead): DraftAuthor[] {
  const byline =
    childrenNamed(meta, "by")
      .map(wordsOf)
      .find((by) => by !== "") ?? head.byline;
  if (byline !== "") return bylineAuthors(byline);
  const makers = [...childrenNamed(meta, "creator"), ...childrenNamed(meta, "contributor").filter(isWriter)];
  return distinct(makers.map((each) => oneLine(conceptName(each, names, language)))).flatMap(({ name }) => bylineAuthors(name));
}

const isWriter = (element: XmlElement): boolean =>
  /author|writer|reporter|journalist|byline/iu.test(element.attributes["role"] ?? codeOf(element));

const distinct = (all: string[]): DraftRef[] => [...new Set(all.filter((name) => name !== ""))].map((name) => ({ name }));
