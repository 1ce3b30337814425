import * as v from "valibot";
import { isRecord, type Raw } from "../../../text/jsonRecord.ts";
import type { Fault } from "./faultsOfLine3.ts";
import { type Fields, LINE_1, LINE_2, SINCE } from "./fields.ts";
import { type Version, ninjsVersion } from "./ninjsVersion.ts";

/**
 * What is wrong with an item by the schema of its version, twenty faults at most.
 * @param path of the file, which may be in a folder named after a release
 */
export async function faultsIn(item: Raw, path: string): Promise<Fault[]> {
  const version = ninjsVersion(item, path);
  if (version?.major === 3) return inLine3(item, version.minor);
  if (version !== undefined) return inItem(item, version, "", 0).slice(0, 20);
  const [one, two] = [inItem(item, { major: 1 }, "", 0), inItem(item, { major: 2 }, "", 0)];
  return (two.length < one.length ? two : one).slice(0, 20);
}

/** The IPTC's schemas are large, and are loaded only when an item needs them. */
async function inLine3(item: Raw, minor: number | undefined): Promise<Fault[]> {
  const { faultsOfLine3 } = await import("./faultsOfLine3.ts");
  const faults = faultsOfLine3(item, minor).map((each) => (USUAL.has(each.place) ? { ...each, known: true } : each));
  return faults.slice(0, 20);
}

/** How deep associations may be nested in a news item. */
const DEEPEST = 8;

function inItem(item: Raw, version: Version, place: string, depth: number): Fault[] {
  const at = (name: string) => (place === "" ? name : `${place}.${name}`);
  // Superdesk's items have a guid instead.
  const hasGuid = typeof item["guid"] === "string";
  const missing = "uri" in item || hasGuid ? [] : [fault(at("uri"), "There is no uri, which every item must have.")];
  const faults = Object.entries(item).flatMap(([name, value]) => {
    if (name === "associations") return inAssociations(value, version, at(name), depth);
    if (name === "name" && depth > 0 && version.major > 1)
      return typeof value === "string" ? [] : [fault(at(name), `${at(name)} must be a text.`)];
    return inField(name, value, version, at(name));
  });
  return [...missing, ...faults];
}

function inField(name: string, value: unknown, version: Version, place: string): Fault[] {
  const { major, minor = Number.POSITIVE_INFINITY } = version;
  const fields: Fields = major === 1 ? LINE_1 : LINE_2;
  const isPattern =
    major === 1 && (/^(?:description|body)_[a-zA-Z0-9_]+/u.test(name) || (minor >= 3 && /^headline_[a-zA-Z0-9_]+/u.test(name)));
  const schema = isPattern ? v.string("must be a text") : Object.hasOwn(fields, name) ? fields[name] : undefined;
  const tooNew = major === 1 && ((SINCE[name] ?? 0) > minor || (name === "type" && value === "component" && minor < 2));
  if (schema === undefined || tooNew) {
    const since = tooNew ? `of version 1.${minor}` : `of ninjs ${major}`;
    return [{ ...fault(place, `${place} is not a field ${since}.`), known: USUAL.has(name) }];
  }
  const result = v.safeParse(schema, value);
  return result.success ? [] : result.issues.slice(0, 3).map((issue) => ofIssue(issue, place));
}

function ofIssue(issue: v.BaseIssue<unknown>, place: string): Fault {
  const below = v.getDotPath(issue);
  const at = below === null ? place : `${place}.${below}`;
  const why =
    issue.expected === "never"
      ? "is not a field of ninjs"
      : /^(?:must|is) /u.test(issue.message)
        ? issue.message
        : "does not conform to ninjs";
  // Superdesk marks the point of interest of each rendition.
  const isUsual = issue.expected === "never" && USUAL.has(at.split(".").at(-1) ?? "");
  return { ...fault(at, `${at} ${why}.`), known: isUsual };
}

/** In line 1 an object of items, in later lines a list of items with names. */
function inAssociations(value: unknown, version: Version, place: string, depth: number): Fault[] {
  if (depth >= DEEPEST) return [fault(place, `${place} are nested too deeply.`)];
  const isRight = version.major === 1 ? isRecord(value) : Array.isArray(value);
  if (!isRight) return [fault(place, `${place} must be ${version.major === 1 ? "an object of items" : "a list of items"}.`)];
  return Object.entries(value ?? {}).flatMap(([name, item]): Fault[] => {
    const at = `${place}.${name}`;
    if (!isRecord(item)) return [fault(at, `${at} must be an item.`)];
    const unnamed = version.major > 1 && !("name" in item) ? [fault(`${at}.name`, `${at} has no name.`)] : [];
    return [...unnamed, ...inItem(item, version, at, depth + 1)];
  });
}

const fault = (place: string, message: string): Fault => ({ place, message, known: false });

/** Fields that Superdesk and the agencies that use it add to ninjs. */
const USUAL = new Set(
  (
    "guid service priority source authors extra extra_items body_footer readtime products evolvedfrom attachments annotations abstract keywords " +
    "copyright refs poi expiry firstpublished published signal event_id coverage_id scheme bookmarks item_id anpa_category media"
  ).split(" "),
);
