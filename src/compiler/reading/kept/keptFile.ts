import type { Draft } from "../../draft/draft.ts";
import { type LossCause, type Problem, SKIPPED_SUFFIX } from "../../draft/problem.ts";
import { DATE_REMEDY, instantOf } from "../../text/instantOf.ts";
import { bothReleases, type Release } from "../../draft/release/release.ts";
import type { Settings } from "../../settings/settings.ts";
import type { PublishedFile } from "../../state/sourceList.ts";
import type { DraftRead, FileRecord, ReadEvent, StoryMemory } from "../../state/StoryMemory.ts";
import { extensionOf } from "../../text/fileName.ts";
import { decode } from "../../text/decode.ts";
import { GUESSED } from "../storyFile.ts";
import type { LastPublished } from "./LastPublished.ts";
import { formOf } from "../markdown/forms.ts";
import { frontMatter } from "../markdown/frontMatter.ts";
import { isStillSo } from "../readFile.ts";
import { releaseInHead } from "./releaseInHead.ts";
import type { SourceContext } from "../source.ts";

/** A file as it was read now. `bytes` is missing if it could not be read at all. */
type ReadNow = {
  path: string;
  bytes?: Uint8Array | undefined;
  stamp: string;
  digest: string;
  events: ReadEvent[];
  drafts: Pick<DraftRead, "fields">[];
};

/**
 * What is kept of a published file that can no longer be parsed or decoded, or whose date cannot be read: its drafts as they were read for the previous build, or as
 * its site has them if the state is gone or a picture with it. What the head of the file says about its release applies to them.
 * @returns undefined if the file was parsed, or if nothing of it is public
 */
export function keptFile(
  { path, bytes, stamp, digest, events, drafts: readNow }: ReadNow,
  context: SourceContext,
  memory: StoryMemory,
  published: LastPublished,
): FileRecord | (Omit<FileRecord, "drafts"> & { drafts: DraftRead[] }) | undefined {
  const last = published.of(path);
  const fault = last && (faultIn(path, bytes, events, readNow.length, last) ?? unreadableDate(readNow, context.settings));
  if (!last || !fault) return undefined;
  const before = memory.before(path);
  const release = bytes ? releaseInHead(bytes, path, context.settings, context.inherited(path)) : {};
  const reported: ReadEvent[] = [{ type: "report", problem: withOutcome(fault, release) }];
  const isWhole = before !== undefined && before.drafts.length > 0 && isStillSo(before.events, context);
  const made = isWhole ? [] : published.draftsOf(path);
  if (made.length > 0) {
    const known = releaseIn(before?.drafts[0]?.fields ?? {}, expiryOf(last));
    const drafts = made.map((draft) => read(draft, bothReleases(known, release)));
    return { stamp, digest, events: reported, drafts, kept: made.flatMap((draft) => published.assetsOf(draft)) };
  }
  if (!before || before.drafts.length === 0) return undefined;
  const found = before.events.filter((each) => "found" in each);
  const drafts = before.drafts.map((draft) => ({
    ...draft,
    fields: { ...draft.fields, tier: undefined, ...releaseIn(draft.fields, release) },
  }));
  return { stamp, digest, events: [...reported, ...found], drafts, kept: before.kept ?? [] };
}

/** Why drafts of a file that cannot be parsed are kept back, if nothing of it was public before this build. */
export const NOT_PUBLIC = "Its file cannot be read, and nothing of it was public before.";

/**
 * Causes of a loss that mean that a file could not be parsed, or that the name of a field which every story has is misspelt.
 * Apart from that, a file that was parsed obeys its fields, and may lose its story.
 */
const FAULTS = new Set<LossCause | "meant">(["front matter", "unparsed", "no date", "no headline"]);

function faultIn(
  path: string,
  bytes: Uint8Array | undefined,
  events: ReadEvent[],
  count: number,
  last: PublishedFile,
): Omit<Problem, "severity"> | undefined {
  const problems = events.flatMap((each) => (each.type === "report" ? [each.problem] : []));
  const skip = events.findIndex(
    (each) => each.type === "skip" && each.cause !== "meant" && ((each.cause && FAULTS.has(each.cause)) || isCutOff(path, bytes)),
  );
  if (skip >= 0) {
    // The report of a loss is made just before it.
    const before = events[skip - 1];
    return before?.type === "report" ? before.problem : { file: path, place: "line 1", message: "The file cannot be read." };
  }
  const guessed = problems.find(({ message }) => message === GUESSED);
  if (guessed) return last.isGuessed ? undefined : { ...guessed, message: guessed.message.replace(/;.*$/u, ".") };
  const isOther = count === 0 && events.every(({ type }) => type !== "skip") && !isJson(path, bytes);
  const remedy = "Restore its beginning, or delete the file.";
  return isOther ? { file: path, place: "line 1", message: "The file no longer begins as a story does.", remedy } : undefined;
}

/** A date with a typing error, which no order of its numbers can explain: refine/dates.ts would skip the story. */
function unreadableDate(drafts: ReadNow["drafts"], { timeZone }: Settings): Omit<Problem, "severity"> | undefined {
  for (const { fields } of drafts) {
    const { file, datePublished: written, held, tier } = fields;
    if (
      written === undefined ||
      (held !== undefined && tier === undefined) ||
      written.includes("/") ||
      instantOf(written, timeZone) !== undefined
    )
      continue;
    const message = `Its date "${written}" cannot be read.`;
    return { file, place: "datePublished", about: written, message, remedy: DATE_REMEDY };
  }
  return undefined;
}

/** Whether a text has no field or nothing below its fields: its fences are broken, or it is not whole. */
function isCutOff(path: string, bytes: Uint8Array | undefined): boolean {
  if (formOf(path) === undefined || !bytes) return false;
  const matter = frontMatter(decode(bytes).text);
  return "error" in matter || Object.keys(matter.fields).length === 0 || matter.body.trim() === "";
}

/** Whether it is valid JSON, even if that is no article: a file that is parsed obeys. */
function isJson(path: string, bytes: Uint8Array | undefined): boolean {
  if (extensionOf(path) !== "json") return false;
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
}

function withOutcome({ message, remedy, ...fault }: Omit<Problem, "severity">, { held, tier }: Release): Problem {
  const outcome =
    held === undefined || tier !== undefined
      ? "Until it is mended or deleted, what was last published of it stays."
      : `Until it is mended, what was published of it is withheld: ${held}`;
  const said = message.replace(SKIPPED_SUFFIX, ".");
  return { ...fault, severity: "error", message: said, remedy: remedy === undefined ? outcome : `${remedy} ${outcome}` };
}

/** What a draft says about its release, and what its file says now. */
const releaseIn = ({ held, moments = [], tier }: Pick<Draft, "held" | "moments" | "tier">, now: Release): Release =>
  bothReleases({ ...(held !== undefined && { held }), moments, ...(tier !== undefined && { tier }) }, now);

/** The published data lack the moment of expiry, so it is in the list of files. */
function expiryOf({ expires }: PublishedFile): Release {
  return expires === undefined ? {} : { moments: [{ type: "expiry", field: "expires", written: expires, at: expires }] };
}

function read(draft: Draft, release: Release): DraftRead {
  const { body, ...fields } = draft;
  return { fields: { ...fields, ...release }, body: new TextEncoder().encode(JSON.stringify(body)) };
}
