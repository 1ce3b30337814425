import { useEffect, useRef, useState } from "react";
import type { DiscussionPost } from "#content/discussion.ts";
import type { DiscussionWords } from "../../../i18n/wordTypes.ts";
import { useWords } from "../../../i18n/words.ts";
import { useHydrated } from "#loading/hydration/useHydrated.ts";
import { Blocks } from "../Blocks.tsx";
import { askForReplies, failureOf } from "./askForReplies.ts";
import { Contribution } from "./Contribution.tsx";
import type { Answer, Missing, Reply, Thread } from "./thread.ts";
import "../../../ui/button.css";

type State = { type: "unasked" | "asked" } | { type: "here"; thread: Thread } | { type: "failed"; why: ReturnType<typeof failureOf> };

type Props = { post: DiscussionPost; address: string; words: DiscussionWords };

/**
 * The replies to the story's post. Nothing is requested, and so nobody learns of the reader, before the button is pressed.
 * The link to the discussion is always there, so it works without JavaScript and when the server does not answer.
 */
export function Replies({ post, address, words }: Props) {
  const { tryAgain } = useWords();
  const [state, ask] = useReplies(post);
  const status = useRef<HTMLParagraphElement>(null);
  const isHydrated = useHydrated();
  const isUnasked = state.type === "unasked";
  const press = () => {
    // The button is about to disappear, and focus would be lost with it.
    status.current?.focus();
    ask();
  };
  return (
    <>
      <p role="status" tabIndex={-1} ref={status} className={isUnasked ? "needs-script" : undefined}>
        {statusText(state, post, words)}
      </p>
      {state.type === "here" && <AnswerList of={state.thread.replies} post={post} words={words} />}
      {state.type === "here" && state.thread.isPartial && <p className="hint">{words.notAllReplies(post.host)}</p>}
      <p className="bar">
        {(isUnasked || state.type === "failed") && (
          <button className="button quiet needs-script" type="button" disabled={!isHydrated} onClick={press}>
            {isUnasked ? words.showReplies : tryAgain}
          </button>
        )}
        <a className="more-link" href={address}>
          {state.type === "here" ? words.replyAt(post.host) : words.discussAt(post.host)}
        </a>
      </p>
    </>
  );
}

/** @returns the state of the replies, and a function that requests them */
function useReplies(post: DiscussionPost): [State, () => void] {
  const [state, setState] = useState<State>({ type: "unasked" });
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);
  const ask = () => {
    const controller = new AbortController();
    asking.current = controller;
    setState({ type: "asked" });
    askForReplies(post, controller.signal).then(
      (thread) => setState({ type: "here", thread }),
      (error: unknown) => {
        if (!controller.signal.aborted) setState({ type: "failed", why: failureOf(error) });
      },
    );
  };
  return [state, ask];
}

/** The state as one line of text. */
function statusText(state: State, post: DiscussionPost, words: DiscussionWords): string {
  const { host, server } = post;
  switch (state.type) {
    case "unasked":
      return words.repliesElsewhere(host, new URL(server).host);
    case "asked":
      return words.loadingReplies(host);
    case "failed":
      return failed(words)[state.why](host);
    case "here": {
      const { replies } = state.thread;
      return [words.replies(countShown(replies)), ...votesOf(state.thread, post, words)].join(" · ");
    }
  }
}

const failed = ({ repliesFailed }: DiscussionWords): Record<ReturnType<typeof failureOf>, (host: string) => string> => ({
  ...repliesFailed,
  offline: () => repliesFailed.offline,
});

const countShown = (answers: Answer[]): number =>
  answers.reduce((sum, { type, replies }) => sum + (type === "reply" ? 1 : 0) + countShown(replies), 0);

/** Each network has its own words for likes and reposts. */
function votesOf({ likes, reposts }: Pick<Reply, "likes" | "reposts">, { network }: DiscussionPost, words: DiscussionWords): string[] {
  const [liked, passedOn] = network === "mastodon" ? [words.favourites, words.boosts] : [words.likes, words.reposts];
  return [...(likes > 0 ? [liked(likes)] : []), ...(reposts > 0 ? [passedOn(reposts)] : [])];
}

type Within = { post: DiscussionPost; words: DiscussionWords };

function AnswerList({ of, ...within }: { of: Answer[] } & Within) {
  if (of.length === 0) return null;
  return (
    <ol role="list">
      {of.map((answer, place) =>
        answer.type === "reply" ? (
          <OneReply key={place} reply={answer} {...within} />
        ) : (
          <NoReply key={place} missing={answer} {...within} />
        ),
      )}
    </ol>
  );
}

function OneReply({ reply, post, words }: { reply: Reply } & Within) {
  const { author, handle, date, url, folded, replies } = reply;
  const text = <ReplyText reply={reply} words={words} />;
  return (
    <Contribution
      author={author}
      handle={handle}
      date={date}
      url={url}
      votes={votesOf(reply, post, words)}
      replies={<AnswerList of={replies} post={post} words={words} />}
    >
      {folded === undefined ? (
        text
      ) : (
        <details>
          <summary>{warning(folded, post, words)}</summary>
          {text}
        </details>
      )}
    </Contribution>
  );
}

function warning(folded: NonNullable<Reply["folded"]>, { host }: DiscussionPost, words: DiscussionWords): string {
  if (folded === "limited") return words.hiddenByServer(host);
  return folded === "sensitive" ? words.sensitive : words.contentWarning(folded.warning);
}

/** The text of a reply, in any language. Attachments are only linked to: loading them would send a request to their server. */
function ReplyText({ reply: { body, language, attachments, url }, words }: { reply: Reply; words: DiscussionWords }) {
  return (
    <>
      <div lang={language} dir="auto">
        <Blocks of={body} />
      </div>
      {attachments > 0 && url !== undefined && (
        <p>
          <a href={url}>{words.attachments(attachments)}</a>
        </p>
      )}
    </>
  );
}

function NoReply({ missing: { why, url, replies }, post, words }: { missing: Missing } & Within) {
  const text =
    why === "closed"
      ? words.replyClosed(post.host)
      : { gone: words.replyGone, blocked: words.replyBlocked, hidden: words.replyHidden }[why];
  return (
    <li>
      <p className="hint">{url === undefined ? text : <a href={url}>{text}</a>}</p>
      <AnswerList of={replies} post={post} words={words} />
    </li>
  );
}
