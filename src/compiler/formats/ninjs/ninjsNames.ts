import type { DraftAuthor, DraftRef } from "../../draft/draft.ts";
import { type Raw, scalarText } from "../../text/jsonRecord.ts";
import { bylineAuthors } from "../../text/bylineAuthors.ts";
import { isStreetAddress } from "../fields/isStreetAddress.ts";
import { oneLine } from "../../text/cleanText.ts";
import { recordsIn } from "./withLowercaseNames.ts";

/** What an item is about, subjects first; places are kept apart. Concepts that have a code but no name are left out. */
export function topicsOf(item: Raw): DraftRef[] {
  const about = recordsIn(
    item,
    "subjects",
    "subject",
    "people",
    "person",
    "organisations",
    "organisation",
    "events",
    "event",
    "objects",
    "object",
  );
  const keywords = Array.isArray(item["keywords"]) ? item["keywords"].map(scalarText) : [];
  return distinct([...about.filter((each) => !isMaker(each)).map(nameOf), ...keywords.map(oneLine)]);
}

export const placesOf = (item: Raw): DraftRef[] =>
  distinct(
    recordsIn(item, "places", "place")
      .map(nameOf)
      .filter((name) => !isStreetAddress(name)),
  );

/** Superdesk's "service" is the desk or page that an item is meant for. */
export function sectionOf(item: Raw): DraftRef | undefined {
  const [name] = recordsIn(item, "service").map(nameOf).filter(Boolean);
  return name === undefined ? undefined : { name };
}

/** IPTC's genre for plain news ("Current") tells readers nothing. */
export const genreOf = (item: Raw): string | undefined =>
  recordsIn(item, "genres", "genre")
    .map(nameOf)
    .find((name) => name !== "" && name !== "Current");

/** The authors: people whom the item names as such, else its byline. */
export function authorsOf(item: Raw): DraftAuthor[] {
  const people = [...recordsIn(item, "authors"), ...recordsIn(item, "people", "person", "infosources", "infosource").filter(isMaker)];
  const named = distinct(people.map(nameOf)).map(({ name }) => ({ name }));
  return named.length > 0 ? named : bylineAuthors(scalarText(item["by"]) || scalarText(item["byline"]));
}

const nameOf = (raw: Raw): string => {
  const name = oneLine(scalarText(raw["name"]));
  return name.includes("@") ? "" : name;
};

/** The role may be a word, a code or an address in IPTC's list of production roles. */
const isMaker = (raw: Raw): boolean =>
  /(?:author|writer|reporter|byline|creator|journalist|correspondent)s?$/iu.test(scalarText(raw["role"]) || scalarText(raw["rel"]));

function distinct(names: string[]): DraftRef[] {
  return [...new Set(names.filter((name) => name !== ""))].map((name) => ({ name }));
}
