import * as v from "valibot";
import { type Block, BLOCKS, type BlockOf } from "#content/blocks/block.ts";
import { reason } from "#content/parse.ts";
import { slug } from "#content/slug.ts";
import { headingIds } from "../../body/headingIds.ts";
import { type Release, releaseOf } from "../../draft/release/release.ts";
import { meaningOf } from "../../draft/release/releaseFields.ts";
import { instantOf } from "../../text/instantOf.ts";
import { listed, isMissing, isRecord, type Raw, scalarText } from "../../text/jsonRecord.ts";
import { type ArticleContext, htmlLineIn, ofSource } from "./articleContext.ts";
import { joined } from "./readInlines.ts";
import { reportKeys } from "./reportUnknown.ts";

/**
 * A post of a live blog. Like a story, it says when readers may see it. One that cannot be read is left out, words and all: they may
 * not be public yet.
 * @param read reads the fields of a block, the text among them
 */
export function readPost(raw: Raw, path: string, context: ArticleContext, read: (raw: Raw, own: ArticleContext) => Raw): Block[] {
  const release = releaseIn(raw, path, context);
  // Imported files do not say why a post is kept back. It is not read, since reading also fetches its pictures.
  if (context.archive && release.held !== undefined) return leftOut(`The post was left out. ${release.held}`, path, context, "notice");
  const date = context.postId
    ? instantOf(scalarText(raw["date"]), context.settings.timeZone)
    : readDate(raw["date"], `${path}.date`, context);
  const isUndated = date === undefined && context.postId !== undefined;
  if (isUndated && (release.held !== undefined || release.moments)) return leftOut(MAY_NOT_BE_PUBLIC, path, context);
  const own = context.postId ? ofSource({ ...context, headingId: headingIds() }) : context;
  const result = v.safeParse(BLOCKS.post.schema, read(complete(raw, isUndated ? UNDATED : date, own), own));
  if (!result.success) {
    const place = joined(path, result.issues[0]);
    return leftOut(`${place} ${reason(result.issues[0])}; the post was left out.`, place, context);
  }
  const post = result.output;
  if (context.postId && post.headline === undefined && post.children.length === 0)
    return leftOut("The post has neither a headline nor words, so it was left out.", path, context, "notice");
  if (isUndated) return wordsOf(post, raw["date"], path, context);
  const id = context.postId ? context.postId(post) : post.id;
  if (id === undefined) return [];
  if (id !== post.id) context.warn(path, `Another post has the id "${post.id}" too; this one became "${id}".`);
  if (release.held !== undefined || release.moments) context.postReleases.push({ id, ...release });
  return [{ ...post, id }];
}

const NAMES = Object.keys(BLOCKS.post.schema.entries).filter((name) => name !== "type");

/** The posts of a source say where they are in the file. */
const namesIn = ({ postId }: ArticleContext): string[] => (postId ? [...NAMES, "place"] : NAMES);

function releaseIn(raw: Raw, path: string, context: ArticleContext): Release {
  const { type: _, children: __, ...fields } = raw;
  const names = namesIn(context);
  const others = Object.keys(fields).filter((name) => !names.includes(name));
  const [known, unknown] = [others.filter(meaningOf), others.filter((name) => meaningOf(name) === undefined)];
  reportKeys(raw, path, [...names, ...known], context);
  return releaseOf(fields, { timeZone: context.settings.timeZone, ...context.archive, dateField: "date", unknown });
}

const MAY_NOT_BE_PUBLIC = "The post does not say when it was published, and may not be public yet, so it was left out.";

/** Stands for a missing date until the words of the post are read. */
const UNDATED = "1970-01-01T00:00:00Z";

function leftOut(message: string, path: string, { warn }: ArticleContext, severity?: "notice"): [] {
  warn(path, message, severity);
  return [];
}

/** A post without an id is identified by its headline, or by its date, which is unique in a live blog. */
function complete(raw: Raw, date: string | undefined, context: ArticleContext): Raw {
  const headline = htmlLineIn(raw["headline"], context) ?? raw["headline"];
  const id = slug(scalarText(raw["id"])) || slug(scalarText(headline)) || slug(date ?? "");
  const authors = listed(raw["authors"]).flatMap((author) => {
    const name = (isRecord(author) ? scalarText(author["name"]) : scalarText(author)).trim();
    return name === "" ? [] : [{ name, ...(isRecord(author) && typeof author["slug"] === "string" && { slug: author["slug"] }) }];
  });
  return { ...raw, headline: headline === "" ? undefined : headline, id, date, authors: authors.length > 0 ? authors : undefined };
}

/** The words of a post of a source that has no date: nothing keeps them back. */
function wordsOf({ headline, children }: BlockOf<"post">, written: unknown, path: string, context: ArticleContext): Block[] {
  const why = isMissing(written)
    ? "does not say when it was published"
    : `was published at "${scalarText(written)}", which is not a date and time`;
  context.warn(path, `The post ${why}; its words are above the posts.`);
  if (headline === undefined) return children;
  return [{ type: "heading", level: 2, id: context.headingId(headline), children: [{ type: "text", text: headline }] }, ...children];
}

/** The date of a block. One that cannot be read is reported. */
export function readDate(value: unknown, path: string, context: ArticleContext): string | undefined {
  if (isMissing(value)) return undefined;
  const date = instantOf(scalarText(value), context.settings.timeZone);
  if (date === undefined) context.warn(path, `${path} is not a date that can be read; it was left out.`);
  return date;
}
