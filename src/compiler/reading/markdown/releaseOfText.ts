import { bothReleases, type Release, releaseOf } from "../../draft/release/release.ts";
import { valuesIn } from "../../draft/release/releaseValues.ts";
import { withCommentEnds } from "../../body/withCommentEnds.ts";
import { cutOut, withoutRestrictedParts } from "../restrictedParts.ts";
import type { SourceContext, SourceFile } from "../source.ts";
import { isKnown } from "./fieldNames.ts";
import { formOf } from "./forms.ts";
import type { FrontMatter } from "./frontMatter.ts";
import { notLive } from "./templateTags.ts";

/** What the text itself says: the tags of its page's head, as in MDX, and properties below the heading of a page from Notion. */
export function releaseOfText(matter: FrontMatter, { path }: SourceFile, { settings, once, values }: SourceContext): Release {
  const isShown = notLive(matter.body, formOf(path) === "html");
  const robots = [...matter.body.matchAll(ROBOTS_TAG)].flatMap((tag) => (isShown(tag.index) ? [] : [tag[1]]));
  const { timeZone } = settings;
  const ofTag = robots.length === 0 ? {} : releaseOf({ robots }, { timeZone });
  const inLines = [...matter.body.matchAll(INLINE_FIELD)].filter(({ index }) => !isShown(index));
  const ofText = bothReleases(ofTag, ofKnownValues(inLines, timeZone));
  if (!hasNoFields(matter)) return ofText;
  const [, below = ""] = FENCE_BELOW.exec(matter.body) ?? [];
  const ofFence = ofKnownValues([...below.matchAll(/^[ \t]*([\w-]+):(.*)$/gmu)], timeZone);
  const { properties, isCertain } = notionProperties(path, matter.body);
  const ofProperties = isCertain
    ? releaseOf(properties, { timeZone, values: values ?? valuesIn(path, once) })
    : ofKnownValues(
        Object.entries(properties).map(([name, value]) => ["", name, value]),
        timeZone,
      );
  return [ofText, ofFence, ofProperties].reduce(bothReleases);
}

/** What lines say that may not be fields: they keep the story back only with values that are known. */
function ofKnownValues(lines: readonly (readonly string[])[], timeZone: string): Release {
  let isDoubtful = false;
  const values = { isPublic: () => false, unknown: () => void (isDoubtful = true) };
  const fields = lines
    .filter(([, name = ""]) => !/^date$/iu.test(name))
    .map(([, name = "", value = ""]): [string, string] => [name, value.trim()]);
  const release = releaseOf(Object.fromEntries(fields), { timeZone, values });
  return isDoubtful ? {} : release;
}

/** A field of Logseq, or of Dataview in Obsidian: "public:: false". */
const INLINE_FIELD = /^[ \t]*(?:[-*][ \t]+)?([A-Za-z][\w-]*)::[ \t]+(.*)$/gmu;

/** Front matter that is none, since it is indented or below a comment. */
const FENCE_BELOW = /^\uFEFF?\s*(?:<!--(?:[^-]|-(?!->))*-->\s*)*-{3,}[ \t]*\n((?:[ \t]*[\w-]+:.*\n)+)/u;

const ROBOTS_TAG = /<meta\b(?=[^<>]*\bname\s*=\s*["'](?:robots|googlebot)["'])[^<>]*\bcontent\s*=\s*["']([^"'<>]*)["']/giu;

/** Its text without the parts that are not for everybody, or why they keep it back. */
export function withoutParts(
  matter: FrontMatter,
  { path }: SourceFile,
  { settings, report }: SourceContext,
): { matter: FrontMatter; held?: string } {
  const heldBy = (held: string) => ({ matter: { ...matter, body: withCommentEnds(matter.body) }, held });
  const open = withoutRestrictedParts(matter.body, settings.cut, (text) => notLive(text, formOf(path) === "html"));
  if ("held" in open) return heldBy(open.held);
  const fields = withoutPartsIn(matter.fields, settings.cut);
  if ("held" in fields) return heldBy(fields.held);
  const names = [...new Set([...open.cut, ...fields.cut])];
  if (names.length > 0) report({ file: path, ...cutOut(names) });
  return { matter: { ...matter, body: open.text, fields: { ...matter.fields, ...fields.texts } } };
}

/** The texts of fields that have such parts, without them: readers see a description too. */
function withoutPartsIn(
  fields: FrontMatter["fields"],
  cut: readonly string[],
): { texts: Record<string, string>; cut: string[] } | { held: string } {
  const texts: Record<string, string> = {};
  const names: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const read = typeof value === "string" ? withoutRestrictedParts(value, cut) : undefined;
    if (!read) continue;
    if ("held" in read) return read;
    if (read.cut.length > 0) texts[name] = read.text;
    names.push(...read.cut);
  }
  return { texts, cut: names };
}

/** Whether a text has no front matter. */
export const hasNoFields = ({ bodyLine, fields }: FrontMatter): boolean => bodyLine === 1 && Object.keys(fields).length === 0;

/**
 * The properties of a page that Notion has exported: lines of `Name: value` below the heading. Other texts may begin so as well, so
 * `isCertain` says whether the file has the name that Notion gives it, which ends with an id.
 */
export function notionProperties(path: string, text: string): { properties: Record<string, string>; isCertain: boolean } {
  const isCertain = /[ -][0-9a-f]{32}\.\w+$/u.test(path);
  const [, lines = ""] = (isCertain ? ANY_PROPERTIES : PROPERTIES).exec(`${text}\n`) ?? [];
  // Names may begin with an emoji.
  const pairs = [...lines.matchAll(/^([^\n:]+): (.*)$/gmu)].map(([, name = "", value = ""]): [string, string] => [
    name.replace(/^[^\p{L}]+/u, "").trim() || name.trim(),
    value.trim(),
  ]);
  // A single line may be the beginning of the text.
  const isHeader = !isCertain || pairs.length > 1 || pairs.some(([name]) => isKnown(name));
  return { properties: isHeader ? Object.fromEntries(pairs) : {}, isCertain };
}

const PROPERTIES = /^\uFEFF?\s*# [^\n]+\n\s*\n((?:[\p{Lu}][^\n:]{0,40}: [^\n]*\n)+)\s*(?:\n|$)/u;
const ANY_PROPERTIES = /^\uFEFF?\s*# [^\n]+\n\s*\n((?:[^\n:]{1,60}: [^\n]*\n)+)\s*(?:\n|$)/u;
