import { bothReleases, type Release, releaseOf } from "../../draft/release/release.ts";
import { valuesIn } from "../../draft/release/releaseValues.ts";
import { cutOut, withoutRestrictedParts } from "../restrictedParts.ts";
import type { SourceContext, SourceFile } from "../source.ts";
import { formOf } from "./forms.ts";
import type { FrontMatter } from "./frontMatter.ts";
import { notionProperties } from "./notionProperties.ts";
import { notLive } from "./templateTags.ts";

/** What the text itself says: the tags of its page's head, as in MDX, and properties below the heading of a page from Notion. */
export function releaseOfText(matter: FrontMatter, { path }: SourceFile, { settings, once, values }: SourceContext): Release {
  const isShown = notLive(matter.body, formOf(path) === "html");
  const robots = [...matter.body.matchAll(ROBOTS_TAG)].flatMap((tag) => (isShown(tag.index) ? [] : [tag[1]]));
  const ofTag = robots.length === 0 ? {} : releaseOf({ robots }, { timeZone: settings.timeZone });
  if (!hasNoFields(matter)) return ofTag;
  const { properties, isCertain } = notionProperties(path, matter.body);
  // In other texts, such lines keep the story back only with values that are known.
  const doubts = new Set<string>();
  const unsure = { isPublic: () => false, unknown: (field: string) => void doubts.add(field) };
  const known = isCertain ? (values ?? valuesIn(path, once)) : unsure;
  const ofProperties = releaseOf(properties, { timeZone: settings.timeZone, values: known });
  return bothReleases(ofTag, doubts.size > 0 ? {} : ofProperties);
}

const ROBOTS_TAG = /<meta\b(?=[^<>]*\bname\s*=\s*["'](?:robots|googlebot)["'])[^<>]*\bcontent\s*=\s*["']([^"'<>]*)["']/giu;

/** Its text without the parts that are not for everybody, or why they keep it back. */
export function withoutParts(
  matter: FrontMatter,
  { path }: SourceFile,
  { settings, report }: SourceContext,
): { matter: FrontMatter; held?: string } {
  const open = withoutRestrictedParts(matter.body, settings.cut, notLive(matter.body, formOf(path) === "html"));
  if ("held" in open) return { matter, held: open.held };
  if (open.cut.length > 0) report({ file: path, ...cutOut(open.cut) });
  return { matter: { ...matter, body: open.text } };
}

/** Whether a text has no front matter. */
export const hasNoFields = ({ bodyLine, fields }: FrontMatter): boolean => bodyLine === 1 && Object.keys(fields).length === 0;
