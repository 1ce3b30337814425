import { isRecord, type Raw, recordIn, scalarText } from "../article/record.ts";
import { accessFields } from "../wxr/accessFields.ts";
import { classFields } from "../wxr/postClasses.ts";

/**
 * What a post says about who may read it, for WORDPRESS_FIELDS: in WordPress's own fields, in those of plugins that
 * register them for the API, and in what plugins tell search engines.
 */
export function restRelease(post: Raw): Raw {
  const status = scalarText(post["status"]) || "publish";
  const classes = classFields(
    Object.values(isRecord(post["class_list"]) ? post["class_list"] : [post["class_list"]].flat()).map(scalarText),
  );
  const date = scalarText(post["date_gmt"]) === "" ? post["date"] : `${scalarText(post["date_gmt"])}Z`;
  return {
    ...accessFields([post, recordIn(post, "meta"), recordIn(post, "acf")].flatMap((fields) => Object.entries(fields))),
    status: [status, ...classes.status],
    ...(status === "future" && { post_date: date }),
    post_class: classes.post_class,
    protected: [recordIn(post, "content")["protected"], recordIn(post, "excerpt")["protected"]].filter((is) => is === true),
    robots: Object.entries(post).flatMap(([name, value]) => (SEO.test(name) ? robotsIn(value, name) : [])),
  };
}

/** What plugins for search engines add: yoast_head, yoast_head_json, rank_math, aioseo_head_json, aioseo_meta_data, seopress … */
const SEO = /yoast|rank_?math|aioseo|seopress|slim_?seo|smartcrawl|(?:^|_)head$|^seo$/iu;

const DEEPEST = 6;

/** All instructions to search engines in a value, which may be the HTML of a page's head. */
function robotsIn(value: unknown, name: string, depth = 0): string[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => robotsIn(each, name, depth + 1));
  if (isRecord(value)) return robotsOf(value, name, depth);
  const text = scalarText(value);
  if (/no_?index$/iu.test(name)) return yes(value) ? ["noindex"] : [];
  if (/robots$/iu.test(name)) return [text];
  const metas = text.matchAll(/<meta\b[^<>]*?\bname=["'](?:robots|googlebot|bingbot)["'][^<>]*>/giu);
  return [...metas].flatMap(([meta]) => /\bcontent=["']([^"']*)/iu.exec(meta)?.[1] ?? []);
}

/** In All in One SEO, a post's own settings count only if it does not have the site's. */
function robotsOf(settings: Raw, name: string, depth: number): string[] {
  if (yes(settings["robots_default"])) return [];
  return Object.entries(settings).flatMap(([key, value]) => robotsIn(value, /^(?:\d+|index)$/u.test(key) ? name : key, depth + 1));
}

const yes = (value: unknown): boolean => /^(?:1|true|yes|on)$/iu.test(scalarText(value));
