import { readFileSync } from "node:fs";
import { deflateRawSync } from "node:zlib";
import { dayIn } from "static-search/text/day";
import { toBase64url } from "#content/base64url.ts";
import type { Article } from "#content/article.ts";
import type { Block, BlockType } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { mapBlocks } from "#content/blocks/mapBlocks.ts";
import { milliseconds } from "#content/instant.ts";
import type { CLOSED_FIELDS, ClosedPart, SealedFile } from "#content/members/closedPart.ts";
import { FIRST_MONTH, LAST_MONTH } from "#content/members/passPhrase.ts";
import { seal } from "#content/members/sealing.ts";
import type { Output } from "../../output/output.ts";
import type { SiteFile } from "../../output/siteFile.ts";
import type { Refined } from "../../refine/refine.ts";
import { standfirst } from "../../refine/standfirst.ts";
import type { Settings } from "../../settings/settings.ts";
import { digestOf, withBody } from "../../state/lazyBody.ts";
import { recordingType } from "../../text/recordingName.ts";
import type { Say } from "../../text/say.ts";
import type { MemberKeys } from "./memberKeys.ts";

/** A story as its author wrote it, which only members may read, and the files that only it and other closed stories show. */
type Whole = { article: Article; access: string; file: string; shown: SiteFile[] };

/** `articles` as everybody may see them, in the same order; `closed` are those that are closed. */
export type ClosedStories = { articles: Article[]; closed: Whole[] };

/** Increased when sealed files are made otherwise, so that they get other names. */
const FORM = 1;

/**
 * Closes the stories that are for members: everything that is made of the result, such as lists, search, feeds and strips, knows no more of
 * them than everybody may.
 * @param tiers the tiers of members by the slugs of their stories
 * @param filesOf gives the files that only closed stories show, by the slug of one that does
 */
export async function closeStories(
  { articles, tiers }: Pick<Refined, "articles" | "tiers">,
  { members, timeZone, accounts }: Pick<Settings, "members" | "timeZone" | "accounts">,
  keys: MemberKeys | undefined,
  filesOf: (article: Article) => SiteFile[],
  say: Say,
): Promise<ClosedStories> {
  const closed: Whole[] = [];
  const dayOf = dayIn(timeZone);
  const open: Article[] = [];
  for (const article of articles) {
    const access = tiers.get(article.slug);
    if (access === undefined) {
      open.push(article);
      continue;
    }
    if (!members || !keys) throw new Error(`The story ${article.slug} is for members, and there is no key.`);
    const shown = filesOf(article);
    const name = keys.name("story", JSON.stringify([FORM, access, digestOf(article), shown.map(({ url }) => url)]));
    const file = `/media/closed-${name}.bin`;
    const day = dayOf(milliseconds(article.datePublished)).slice(0, 7);
    const month = day < FIRST_MONTH ? FIRST_MONTH : day > LAST_MONTH ? LAST_MONTH : day;
    const { join, signIn } = members;
    const label = say(article.inLanguage, "label", "members");
    const ways = { ...(join !== undefined && { join }), ...(signIn && accounts && { signIn }) };
    const sealed = { file, month, label, tiers: await keys.tiersFor(article.slug, access, month), ...ways };
    closed.push({ article, access, file, shown });
    open.push(openArticle(article, members.open, sealed));
  }
  return { articles: open, closed };
}

/** Writes the sealed files of closed stories; those that the previous build has made stay as they are. */
export async function writeClosed(closed: Whole[], keys: MemberKeys, output: Pick<Output, "has" | "keep" | "write">): Promise<void> {
  for (const { article, access, file, shown } of closed) {
    const write = async (url: string, key: Uint8Array<ArrayBuffer>, bytes: () => Uint8Array<ArrayBuffer>): Promise<void> => {
      const at = url.slice(1);
      if (output.has(at) || output.keep(at)) return;
      const plain = bytes();
      output.write(at, Buffer.from(await seal(key, plain, keys.ivFor(plain))));
    };
    for (const each of shown) {
      const bytes = () => new Uint8Array("from" in each ? readFileSync(each.from) : each.bytes);
      await write(sealedUrl(each.url, keys), keys.fileKey(each.url), bytes);
    }
    await write(
      file,
      keys.storyKey(article.slug, access),
      () => new Uint8Array(deflateRawSync(JSON.stringify(closedPart(article, shown, keys)))),
    );
  }
}

function closedPart(article: Article, shown: SiteFile[], keys: MemberKeys): ClosedPart {
  const { body, audio, corrections, citations, comments } = article;
  const sealed = shown.map(({ url }): [string, SealedFile] => [
    url,
    { url: sealedUrl(url, keys), key: toBase64url(keys.fileKey(url)), type: typeOf(url) },
  ]);
  return { article: { body, audio, corrections, citations, comments }, files: Object.fromEntries(sealed) };
}

/** The address of a sealed file, which tells nothing about what is in it. */
const sealedUrl = (url: string, keys: MemberKeys): string => `/media/closed-${keys.name("file", String(FORM), url)}.bin`;

const PICTURES = new Map([
  ["avif", "image/avif"],
  ["gif", "image/gif"],
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["svg", "image/svg+xml"],
  ["webp", "image/webp"],
  ["vtt", "text/vtt"],
  ["json", "application/json"],
]);

const typeOf = (url: string): string =>
  PICTURES.get(url.slice(url.lastIndexOf(".") + 1).toLowerCase()) ?? recordingType(url) ?? "application/octet-stream";

/** The article with its open fields and the beginning of its text. @param paragraphs how many of them are open at most */
function openArticle(article: Article, paragraphs: number, members: NonNullable<Article["members"]>): Article {
  const made = withBody(article, () => beginning(article.body, paragraphs), JSON.stringify([paragraphs, members]));
  const none: Pick<Article, Exclude<(typeof CLOSED_FIELDS)[number], "body">> = {
    audio: undefined,
    corrections: [],
    citations: [],
    comments: undefined,
  };
  return Object.assign(made, none, {
    standfirst: article.standfirst ?? standfirst(made.body, article.inLanguage),
    members,
  });
}

/** What may follow a text without being more of it. */
const AFTER_TEXT: ReadonlySet<string> = new Set<BlockType>(["divider", "note", "correction"]);

/**
 * The first paragraphs of a text, at most as many as are open, and never all of it. They end at the first block that is none: a picture or
 * a table may say what the story is closed for, and so may the words of a picture that is missing. What leads further down is left out of them.
 */
export function beginning(body: Block[], paragraphs: number): Block[] {
  const first = body.findIndex((block) => block.type !== "paragraph" || block.ofPicture);
  const leading = first < 0 ? body : body.slice(0, first);
  const hasMore = body.slice(leading.length).some(({ type }) => !AFTER_TEXT.has(type));
  const most = hasMore ? leading : leading.slice(0, -1);
  return mapBlocks(most.slice(0, paragraphs), { inline: withoutWaysDown });
}

function withoutWaysDown(inline: Inline): Inline[] {
  if (inline.type === "noteRef") return [];
  return inline.type === "link" && inline.url.startsWith("#") ? inline.children : [inline];
}
