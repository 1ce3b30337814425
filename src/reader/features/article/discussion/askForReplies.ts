import type { DiscussionPost } from "#content/discussion.ts";
import { ContractError } from "#content/parse.ts";
import { HttpError } from "../../../data/errors.ts";
import { fetchInTime } from "../../../data/fetchInTime.ts";
import type { DiscussionWords } from "../../../i18n/wordTypes.ts";
import type { Answer, Ask, Thread } from "./thread.ts";

/** Replies are nested up to this depth, and flat from there on: phones are narrow. */
const DEEPEST = 4;

/**
 * Requests the replies to a post from its server, without cookies or a referrer.
 * @throws errors that failureOf classifies
 */
export async function askForReplies(post: DiscussionPost, signal: AbortSignal): Promise<Thread> {
  const ask: Ask = async (path) => {
    const url = post.server + path;
    const response = await fetchInTime(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok) throw new HttpError(response.status, url);
    return response.json();
  };
  const thread = await threadOf(post, ask);
  return { ...thread, replies: limitDepth(thread.replies, 1) };
}

async function threadOf(post: DiscussionPost, ask: Ask): Promise<Thread> {
  if (post.network === "mastodon") return (await import("./mastodon.ts")).mastodonThread(post.id, post.host, ask);
  return (await import("./bluesky.ts")).blueskyThread(post.actor, post.key, ask);
}

function limitDepth(answers: Answer[], depth: number): Answer[] {
  if (depth < DEEPEST) return answers.map((answer) => ({ ...answer, replies: limitDepth(answer.replies, depth + 1) }));
  return answers.flatMap((answer) => [{ ...answer, replies: [] }, ...limitDepth(answer.replies, depth)]);
}

type Failure = keyof DiscussionWords["repliesFailed"];

/** Failures by status: the server requires an account, the post does not exist (Bluesky answers 400), or there were too many requests. */
const BY_STATUS: Record<number, Failure> = {
  400: "gone",
  401: "refused",
  403: "refused",
  404: "gone",
  410: "gone",
  422: "refused",
  429: "busy",
};

/** Why the replies could not be loaded. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HttpError) return BY_STATUS[error.status] ?? "unreachable";
  if (error instanceof ContractError || error instanceof SyntaxError) return "broken";
  if (error instanceof DOMException && error.name === "TimeoutError") return "late";
  return navigator.onLine ? "unreachable" : "offline";
}
