import type { Story } from "#extend/extend.js";
import { isRecord, type Raw, recordIn, scalarText } from "../../text/jsonRecord.ts";
import { oneLine } from "../../text/cleanText.ts";

type Ref = { name: string; slug?: string };

/** What an item links to under the given names, each once. */
function linked(item: Raw, ...names: string[]): Ref[] {
  const links = recordIn(item, "links");
  const refs = names
    .flatMap((name) => (Array.isArray(links[name]) ? links[name] : []))
    .filter(isRecord)
    .flatMap(refOf);
  return [...new Map(refs.map((ref) => [ref.name, ref])).values()];
}

function refOf(raw: Raw): Ref[] {
  const name = oneLine(scalarText(raw["title"]));
  const slug = scalarText(raw["base_path"]).split("/").findLast(Boolean);
  return name === "" ? [] : [{ name, ...(slug !== undefined && { slug }) }];
}

const isSpeech = (item: Raw): boolean => scalarText(item["schema_name"]) === "speech";

/** The author of a speech is its speaker; the authors of news are the organisations. */
export function authorsOf(item: Raw, details: Raw): Story[] {
  const speakers = linked(item, "speaker");
  const unlinked = oneLine(scalarText(details["speaker_without_profile"]));
  const people: Ref[] = unlinked === "" ? speakers : [...speakers, { name: unlinked }];
  if (isSpeech(item) && people.length > 0) return people.map((ref) => ({ ...ref, kind: "person" }));
  return publishers(item).map((ref) => ({ ...ref, kind: "desk" }));
}

const publishers = (item: Raw): Ref[] => linked(item, "primary_publishing_organisation", "organisations", "worldwide_organisations");

/** Events and subjects first, then the people and organisations that an item is about but not by. */
export function topicsOf(item: Raw): Ref[] {
  const speakers = new Set(linked(item, "speaker").map(({ name }) => name));
  const about = linked(item, "topical_events", "policy_areas", "topics", "taxons", "related_policies", "policies", "people");
  return [...about.filter(({ name }) => !speakers.has(name)), ...(isSpeech(item) && speakers.size > 0 ? publishers(item) : [])];
}

export const placesOf = (item: Raw): Ref[] => linked(item, "world_locations");

/** The two kinds of item are the sections; their exact type is the genre. */
export function sectionOf(item: Raw): Ref {
  return isSpeech(item) ? { name: "Speeches", slug: "speeches" } : { name: "News", slug: "news" };
}

/** "government_response" is "Government response"; a type that only repeats the section is not a genre. */
export function genreOf(item: Raw): string | undefined {
  if (["news_story", "news_article", "speech"].includes(scalarText(item["document_type"]))) return undefined;
  const words = oneLine(scalarText(item["document_type"]).replaceAll("_", " "));
  return words === "" ? undefined : words.charAt(0).toUpperCase() + words.slice(1);
}
