import { isRecord, type Raw, recordIn, scalarText } from "../../text/jsonRecord.ts";
import { robotsTags } from "../fields/robotsTags.ts";
import { accessFields, lockOf } from "../wxr/accessFields.ts";
import { classFields } from "../wxr/postClasses.ts";

/**
 * What a post says about who may read it, for WORDPRESS_FIELDS: in WordPress's own fields, in those of plugins that
 * register them for the API, and in what plugins tell search engines.
 */
export function restRelease(post: Raw): Raw {
  const classes = classFields(
    Object.values(isRecord(post["class_list"]) ? post["class_list"] : [post["class_list"]].flat()).flatMap((names) =>
      scalarText(names).split(" "),
    ),
  );
  const date = scalarText(post["date_gmt"]) === "" ? post["date"] : `${scalarText(post["date_gmt"])}Z`;
  return {
    ...accessFields([post, recordIn(post, "meta"), ...withGroups(recordIn(post, "acf"))].flatMap((fields) => Object.entries(fields))),
    password: lockOf(scalarText(post["password"])),
    status: [...("status" in post ? [post["status"]].flat() : ["publish"]), ...classes.status],
    ...(post["status"] === "future" && { post_date: date }),
    post_class: classes.post_class,
    protected: [recordIn(post, "content")["protected"], recordIn(post, "excerpt")["protected"]].filter(yes),
    robots: Object.entries(post).flatMap(([name, value]) => (SEO.test(name) ? robotsIn(value, name) : [])),
  };
}

/** What plugins for search engines add: yoast_head, yoast_head_json, rank_math, aioseo_head_json, aioseo_meta_data, seopress … */
const SEO = /yoast|rank_?math|aioseo|seopress|slim_?seo|smartcrawl|(?:^|_)head$|^seo$/iu;

const DEEPEST = 6;

/** The fields of ACF, and those of their groups. */
const withGroups = (fields: Raw, depth = 0): Raw[] => [
  fields,
  ...Object.values(fields).flatMap((value) => (isRecord(value) && depth < DEEPEST ? withGroups(value, depth + 1) : [])),
];

/** All instructions to search engines in a value, which may be the HTML of a page's head. */
function robotsIn(value: unknown, name: string, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => robotsIn(each, name, depth + 1));
  if (isRecord(value)) return robotsOf(value, name, depth);
  const text = scalarText(value);
  if (/no_?index$/iu.test(name)) return yes(value) ? ["noindex"] : [];
  if (/robots$/iu.test(name)) return [text];
  return robotsTags(text);
}

/** In All in One SEO, a post's own settings count only if it does not have the site's. */
function robotsOf(settings: Raw, name: string, depth: number): string[] {
  if (yes(settings["robots_default"])) return [];
  return Object.entries(settings).flatMap(([key, value]) => robotsIn(value, /^(?:\d+|index)$/u.test(key) ? name : key, depth + 1));
}

const yes = (value: unknown): boolean => /^(?:1|true|yes|on)$/iu.test(scalarText(value));
