import * as v from "valibot";
import type { Inline } from "#content/blocks/inline.ts";
import { isInstant } from "#content/instant.ts";
import { parse } from "#content/parse.ts";
import type { Answer, Ask, Thread } from "./thread.ts";

const count = v.optional(v.number(), 0);
const LabelsSchema = v.optional(v.array(v.object({ val: v.string(), neg: v.optional(v.boolean()) })), []);

const FacetSchema = v.object({
  index: v.object({ byteStart: v.number(), byteEnd: v.number() }),
  features: v.array(v.object({ uri: v.optional(v.string()), did: v.optional(v.string()), tag: v.optional(v.string()) })),
});

type Facet = v.InferOutput<typeof FacetSchema>;

/** The fields read from a post (lexicon app.bsky.feed.defs#postView, and app.bsky.feed.post in its `record`). */
const PostSchema = v.object({
  uri: v.string(),
  author: v.object({ did: v.string(), handle: v.string(), displayName: v.optional(v.string()), labels: LabelsSchema }),
  record: v.object({
    text: v.string(),
    createdAt: v.optional(v.string(), ""),
    langs: v.optional(v.array(v.string()), []),
    facets: v.fallback(v.array(FacetSchema), []),
  }),
  embed: v.optional(v.object({ images: v.optional(v.array(v.unknown())) })),
  labels: LabelsSchema,
  replyCount: count,
  repostCount: count,
  likeCount: count,
});

type Post = v.InferOutput<typeof PostSchema>;

/** A thread or a node of one (#threadViewPost, #notFoundPost, #blockedPost). */
const NodeSchema = v.object({
  post: v.optional(PostSchema),
  blocked: v.optional(v.boolean()),
  replies: v.optional(v.array(v.unknown()), []),
});

const AnswerSchema = v.object({
  thread: v.unknown(),
  threadgate: v.fallback(v.optional(v.object({ record: v.object({ hiddenReplies: v.optional(v.array(v.string()), []) }) })), undefined),
});

/** How many levels of replies are requested; the default is 6. */
const DEPTH = 20;

/**
 * The replies to a post on Bluesky, from its public API.
 * @param actor the handle or the DID of the account that posted it
 * @throws ContractError if the response does not match Bluesky's API
 */
export async function blueskyThread(actor: string, key: string, ask: Ask): Promise<Thread> {
  const did = actor.startsWith("did:") ? actor : await resolved(actor, ask);
  const uri = encodeURIComponent(`at://${did}/app.bsky.feed.post/${key}`);
  const answer = await ask(`/xrpc/app.bsky.feed.getPostThread?uri=${uri}&depth=${DEPTH}&parentHeight=0`);
  const { thread, threadgate } = parse(AnswerSchema, answer, "discussion");
  const { post, replies: given } = parse(v.object({ ...NodeSchema.entries, post: PostSchema }), thread, "post");
  const hidden = new Set(threadgate?.record.hiddenReplies);
  const seen = { isPartial: false };
  const replies = answersIn(given, hidden, seen);
  return { likes: post.likeCount, reposts: post.repostCount, replies, isPartial: seen.isPartial || post.replyCount > given.length };
}

async function resolved(handle: string, ask: Ask): Promise<string> {
  const answer = await ask(`/xrpc/com.atproto.identity.resolveHandle?handle=${encodeURIComponent(handle)}`);
  return parse(v.object({ did: v.string() }), answer, "account").did;
}

/** @param seen `isPartial` is set if a post has more replies than were sent */
function answersIn(nodes: unknown[], hidden: ReadonlySet<string>, seen: { isPartial: boolean }): Answer[] {
  return nodes.flatMap((node): Answer[] => {
    const result = v.safeParse(NodeSchema, node);
    if (!result.success) return [];
    const { post, blocked, replies: given } = result.output;
    if (!post) return [{ type: "missing", why: blocked ? "blocked" : "gone", replies: [] }];
    seen.isPartial ||= post.replyCount > given.length;
    return [answerOf(post, hidden, answersIn(given, hidden, seen))];
  });
}

function answerOf(post: Post, hidden: ReadonlySet<string>, replies: Answer[]): Answer {
  const { author, record, embed } = post;
  const url = `https://bsky.app/profile/${author.did}/post/${post.uri.split("/").at(-1) ?? ""}`;
  const [ofPost, ofAuthor] = [labelsIn(post), labelsIn(author)];
  const isHidden = hidden.has(post.uri) || ofPost.some((label) => label === "!hide" || label === "!takedown");
  if (isHidden) return { type: "missing", why: "hidden", replies };
  // Authors with this label ask clients not to show their posts to anyone who is not signed in.
  if (ofAuthor.includes("!no-unauthenticated")) return { type: "missing", why: "closed", url, replies };
  return {
    type: "reply",
    url,
    author: author.displayName || author.handle,
    handle: `@${author.handle}`,
    date: isInstant(record.createdAt) ? record.createdAt : undefined,
    language: record.langs[0],
    body: [{ type: "paragraph", children: inlinesOf(record.text, record.facets) }],
    attachments: embed ? (embed.images?.length ?? 1) : 0,
    likes: post.likeCount,
    reposts: post.repostCount,
    folded: ofPost.length > 0 ? "sensitive" : undefined,
    replies,
  };
}

const labelsIn = ({ labels }: Pick<Post, "labels">): string[] => labels.flatMap(({ val, neg }) => (neg ? [] : [val]));

/** Text with its links. The range of a facet is in UTF-8 bytes (lexicon app.bsky.richtext.facet); overlapping facets are ignored. */
function inlinesOf(text: string, facets: Facet[]): Inline[] {
  const bytes = new TextEncoder().encode(text);
  const slice = (from: number, to: number) => lines(new TextDecoder().decode(bytes.subarray(from, to)));
  const inlines: Inline[] = [];
  let at = 0;
  for (const { index, features } of facets.toSorted((a, b) => a.index.byteStart - b.index.byteStart)) {
    const url = features.map(addressOf).find((address) => address !== undefined);
    const { byteStart, byteEnd } = index;
    if (url === undefined || byteStart < at || byteEnd <= byteStart || byteEnd > bytes.length) continue;
    inlines.push(...slice(at, byteStart), { type: "link", url, children: slice(byteStart, byteEnd) });
    at = byteEnd;
  }
  return [...inlines, ...slice(at, bytes.length)];
}

const lines = (text: string): Inline[] =>
  text.split("\n").flatMap((line, place): Inline[] => [...(place > 0 ? [{ type: "break" } as const] : []), { type: "text", text: line }]);

function addressOf({ uri, did, tag }: Facet["features"][number]): string | undefined {
  if (uri !== undefined) return /^https?:\/\//iu.test(uri) ? uri : undefined;
  if (did !== undefined) return `https://bsky.app/profile/${encodeURIComponent(did)}`;
  return tag === undefined ? undefined : `https://bsky.app/hashtag/${encodeURIComponent(tag)}`;
}
