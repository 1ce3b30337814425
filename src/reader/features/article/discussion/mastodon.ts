import * as v from "valibot";
import { isInstant } from "#content/instant.ts";
import { parse } from "#content/parse.ts";
import { replyBody } from "./replyBody.ts";
import type { Answer, Ask, Missing, Reply, Thread } from "./thread.ts";

const count = v.optional(v.number(), 0);

/** The fields read from a Status (https://docs.joinmastodon.org/entities/Status/); those that compatible servers omit are optional. */
const StatusSchema = v.object({
  id: v.string(),
  in_reply_to_id: v.nullish(v.string()),
  created_at: v.string(),
  url: v.nullish(v.string()),
  visibility: v.optional(v.string(), "public"),
  language: v.nullish(v.string()),
  sensitive: v.nullish(v.boolean()),
  spoiler_text: v.nullish(v.string()),
  content: v.string(),
  replies_count: count,
  reblogs_count: count,
  favourites_count: count,
  media_attachments: v.optional(v.array(v.unknown()), []),
  account: v.object({ acct: v.string(), display_name: v.nullish(v.string()), limited: v.nullish(v.boolean()) }),
});

type Status = v.InferOutput<typeof StatusSchema>;

const ContextSchema = v.object({ descendants: v.array(v.unknown()) });

/** The most replies read, more than a page can show. Without an account, servers send 60 for a post. */
const MOST = 500;

/**
 * The replies to a post on Mastodon, from the public API of its server
 * (https://docs.joinmastodon.org/methods/statuses/#context).
 * @throws ContractError if the response does not match Mastodon's API
 */
export async function mastodonThread(id: string, host: string, ask: Ask): Promise<Thread> {
  const path = `/api/v1/statuses/${id}`;
  const [post, context] = await Promise.all([ask(path), ask(`${path}/context`)]);
  const root = parse(StatusSchema, post, "post");
  const given = parse(ContextSchema, context, "discussion")
    .descendants.slice(0, MOST)
    .flatMap((status) => {
      const result = v.safeParse(StatusSchema, status);
      return result.success && /^(?:public|unlisted)$/u.test(result.output.visibility) ? [result.output] : [];
    });
  // A duplicate would repeat every reply below it, at each level.
  const statuses = [...new Map(given.filter((status) => status.id !== root.id).map((status) => [status.id, status])).values()];
  const byParent = new Map<string, Status[]>();
  for (const status of statuses) {
    const parent = status.in_reply_to_id ?? root.id;
    byParent.set(parent, [...(byParent.get(parent) ?? []), status]);
  }
  const answersTo = (parent: string): Reply[] => (byParent.get(parent) ?? []).map((status) => replyOf(status, host, answersTo(status.id)));
  const known = new Set([root.id, ...statuses.map((status) => status.id)]);
  // Posts that are deleted or not public may still have replies.
  const lost = [...byParent.keys()].filter((parent) => !known.has(parent));
  const replies: Answer[] = [
    ...answersTo(root.id),
    ...lost.map((parent): Missing => ({ type: "missing", why: "gone", replies: answersTo(parent) })),
  ];
  const isPartial = [root, ...statuses].some((status) => status.replies_count > (byParent.get(status.id)?.length ?? 0));
  return { likes: root.favourites_count, reposts: root.reblogs_count, replies, isPartial };
}

function replyOf(status: Status, host: string, replies: Reply[]): Reply {
  const { account, created_at: date, language, url } = status;
  const isWeb = url != null && /^https?:\/\//iu.test(url);
  return {
    type: "reply",
    url: isWeb ? url : undefined,
    author: account.display_name || account.acct,
    handle: `@${account.acct.includes("@") ? account.acct : `${account.acct}@${host}`}`,
    date: isInstant(date) ? date : undefined,
    language: language ?? undefined,
    body: replyBody(status.content),
    attachments: status.media_attachments.length,
    likes: status.favourites_count,
    reposts: status.reblogs_count,
    folded: account.limited ? "limited" : foldedBy(status),
    replies,
  };
}

function foldedBy({ spoiler_text: warning, sensitive }: Status): Reply["folded"] {
  if (warning) return { warning };
  return sensitive ? "sensitive" : undefined;
}
