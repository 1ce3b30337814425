import type { Draft } from "../../draft/draft.ts";
import { bothReleases } from "../../draft/release/release.ts";
import { isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type ArchiveFormat, type ArchiveContext, type ArchiveFile, type ArchivePlace, archiveTime } from "../archiveFormat.ts";
import { jsonOf } from "../jsonOf.ts";
import { keysOfJson } from "../../text/keysOfJson.ts";
import { agencyItem } from "./agencyItem.ts";
import { isServerPost, serverBlogs } from "./liveBlogServer.ts";
import { withLowercaseNames } from "./withLowercaseNames.ts";
import { bodyRelease } from "./bodyHtml.ts";
import { ninjsDraft, ninjsId } from "./ninjsDraft.ts";
import { ninjsRelease } from "./ninjsRelease.ts";
import { faultsIn } from "./schema/faultsIn.ts";

/** IPTC ninjs 1.0 to 3.x (https://iptc.org/standards/ninjs/): a news item as JSON, alone, in a list, or in an API response. */
export const ninjsArchive: ArchiveFormat = { name: "ninjs", title: "IPTC ninjs", detects, read };

/** Items have a `uri`, or a `guid` in Superdesk; AP and Reuters wrap them in `data`. Fields of other formats rule ninjs out. */
function detects({ head }: Pick<ArchiveFile, "head">): boolean {
  if (!/^\uFEFF?\s*[[{]/u.test(head)) return false;
  const keys = keysOfJson(head);
  const isOther = ["datePublished", "base_path", "feed_url", "db", "$schema"].some((key) => keys.has(key));
  if (isOther) return false;
  if (keys.has("uri") || ((keys.has("guid") || keys.has("versionedGuid")) && NINJS.test(head))) return true;
  if (keys.has("posts") && /"particular_type"\s*:\s*"post"/u.test(head)) return true;
  if (keys.has("data") && /"(?:itemid|versionedGuid)"\s*:/u.test(head) && NINJS.test(head)) return true;
  return WRAPPERS.some((key) => keys.has(key)) && /"(?:uri|guid)"\s*:/u.test(head) && NINJS.test(head);
}

/** Fields in which APIs wrap their items. */
const WRAPPERS = ["items", "results", "_items", "docs"];
const NINJS = /"(?:version_?created|headlines?|body_\w+|bodies|pubstatus|representationtype|slugline)"\s*:/iu;

async function* read(file: ArchiveFile, context: ArchiveContext): AsyncGenerator<Draft> {
  const json = await jsonOf(file, context);
  if (json === undefined) return;
  const items = itemsIn(json.value);
  yield* serverBlogs(items, file.path, context);
  for (const { item, place, around } of items.filter((each) => !isServerPost(each.item))) {
    const where: ArchivePlace = { file: file.path, place: place || "the item" };
    if (!isRecord(item)) {
      const message = "It is not an object with the fields of a news item.";
      context.report({ severity: "error", ...where, message });
      context.skip(where, message);
      continue;
    }
    const ofAgency = agencyItem(item, around);
    if (ofAgency === undefined)
      for (const fault of await faultsIn(item, file.path)) reportFault(fault, { file: file.path, place }, context);
    const low = ofAgency ?? withLowercaseNames(item);
    const kind = heldBy(low, context.options.types);
    const time = archiveTime(context, "UTC");
    const own = kind === undefined ? ninjsRelease(low, time) : { held: kind };
    const { held, moments } = bothReleases(own, await bodyRelease(low, time));
    if (held === undefined) yield await ninjsDraft(low, moments, where, context);
    else context.skip(where, held, kind === undefined ? { id: ninjsId(low) } : undefined);
  }
}

type Item = { item: unknown; place: string; around: Raw };

/** An empty list among the items is kept as one, so that it is reported. */
function itemsIn(json: unknown, at: string[] = [], around: Raw = {}): Item[] {
  if (Array.isArray(json) && at.length <= DEEPEST)
    return json.flatMap((each: unknown, index) =>
      isEmptyList(each) ? [{ item: each, place: [...at, index].join("."), around }] : itemsIn(each, [...at, `${index}`], around),
    );
  if (!isRecord(json) || "uri" in json || "guid" in json || isServerPost(json) || at.length > DEEPEST)
    return [{ item: json, place: at.join("."), around }];
  const list = WRAPPERS.find((key) => Array.isArray(json[key])) ?? ["data", "search", "item", "posts"].find((key) => isRecord(json[key]));
  return list === undefined ? [{ item: json, place: at.join("."), around }] : itemsIn(json[list], [...at, list], { ...around, ...json });
}

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/** How deep responses may be nested. */
const DEEPEST = 8;

function reportFault(
  fault: Awaited<ReturnType<typeof faultsIn>>[number],
  { file, place }: ArchivePlace,
  { report, once }: ArchiveContext,
): void {
  const problem = { file, place: [place, fault.place].filter(Boolean).join("."), message: fault.message };
  if (fault.known) once(`ninjs field ${fault.place}`, { ...problem, severity: "notice" });
  else report({ ...problem, severity: "error" });
}

/** Why an item is not a story, as a full sentence; undefined if it is one. */
function heldBy(item: Raw, types: string[]): string | undefined {
  const type = scalarText(item["type"]).toLowerCase() || (PLANS.find(([field]) => field in item)?.[1] ?? "");
  return ["", "text", "composite", "component"].includes(type) || types.includes(type)
    ? undefined
    : `It is of the type "${type}" and not a story; --types ${type} imports such items too.`;
}

/** Fields that only planning items have, which announce events and coverage. */
const PLANS = [
  ["eventdetails", "event"],
  ["plannedcoverage", "planning"],
] as const;
