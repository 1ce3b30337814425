import type { DiscussionPost } from "#content/discussion.ts";
import { ContractError } from "#content/parse.ts";
import { HttpError } from "../../../data/errors.ts";
import { fetchInTime } from "../../../data/fetchInTime.ts";
import type { DiscussionWords } from "../../../i18n/wordTypes.ts";
import type { Answer, Ask, Thread } from "./thread.ts";

/** Replies to replies stand further in until here, and below each other from here on: a phone is narrow. */
const DEEPEST = 4;

/**
 * Asks a post's server for the replies to it: it learns no more than that somebody asks, and of no cookie.
 * @throws what failureOf names
 */
export async function askForReplies(post: DiscussionPost, signal: AbortSignal): Promise<Thread> {
  const ask: Ask = async (path) => {
    const url = post.server + path;
    const response = await fetchInTime(url, { signal, credentials: "omit", referrerPolicy: "no-referrer" });
    if (!response.ok) throw new HttpError(response.status, url);
    return response.json();
  };
  const thread = await threadOf(post, ask);
  return { ...thread, replies: notDeeper(thread.replies, 1) };
}

async function threadOf(post: DiscussionPost, ask: Ask): Promise<Thread> {
  if (post.network === "mastodon") return (await import("./mastodon.ts")).mastodonThread(post.id, post.host, ask);
  return (await import("./bluesky.ts")).blueskyThread(post.actor, post.key, ask);
}

function notDeeper(answers: Answer[], depth: number): Answer[] {
  if (depth < DEEPEST) return answers.map((answer) => ({ ...answer, replies: notDeeper(answer.replies, depth + 1) }));
  return answers.flatMap((answer) => [{ ...answer, replies: [] }, ...notDeeper(answer.replies, depth)]);
}

type Failure = keyof DiscussionWords["repliesFailed"];

/** By what a server answers where it does not give the replies: it wants an account, the post is not there (Bluesky says 400), it is asked too often. */
const BY_STATUS: Record<number, Failure> = {
  400: "gone",
  401: "refused",
  403: "refused",
  404: "gone",
  410: "gone",
  422: "refused",
  429: "busy",
};

/** Why replies did not come. */
export function failureOf(error: unknown): Failure {
  if (error instanceof HttpError) return BY_STATUS[error.status] ?? "unreachable";
  if (error instanceof ContractError || error instanceof SyntaxError) return "broken";
  if (error instanceof DOMException && error.name === "TimeoutError") return "late";
  return navigator.onLine ? "unreachable" : "offline";
}
