import type { ComponentType } from "react";
import type { Article } from "#content/article.ts";
import type { Comment } from "#content/comment.ts";
import { countComments, postAt } from "#content/discussion.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { partWords } from "../../../i18n/partWords.ts";
import { useLanguages } from "../../../i18n/TextLanguage.ts";
import type { DiscussionWords } from "../../../i18n/wordTypes.ts";
import { Blocks } from "../Blocks.tsx";
import rare from "../rare/rare.css?url";
import { Contribution } from "./Contribution.tsx";
import { Replies } from "./Replies.tsx";

const { load, use: useDiscussionWords } = partWords("discussion");

/** Loads the words and styles of a story's discussion and comments together with the component. */
export async function loadDiscussion(): Promise<ComponentType<{ article: Article }>> {
  await Promise.all([load(), loadSheet(rare)]);
  return CommentsAndDiscussion;
}

function CommentsAndDiscussion({ article: { comments, discussion } }: { article: Article }) {
  const words = useDiscussionWords();
  return (
    <>
      {comments && <Comments comments={comments} words={words} />}
      {discussion !== undefined && <Discussion address={discussion} words={words} />}
    </>
  );
}

/** Comments imported from the paper's former site. None can be added. */
function Comments({ comments, words }: { comments: Comment[]; words: DiscussionWords }) {
  const { ours } = useLanguages();
  return (
    <section className="rare discussion" aria-labelledby="comments" {...ours}>
      <h2 id="comments">{words.comments(countComments(comments))}</h2>
      <CommentList of={comments} words={words} />
    </section>
  );
}

function CommentList({ of, words }: { of: Comment[]; words: DiscussionWords }) {
  const { theirs } = useLanguages();
  if (of.length === 0) return null;
  return (
    <ol role="list">
      {of.map(({ id, author, datePublished, upvoteCount = 0, body, replies }) => (
        <Contribution
          key={id}
          id={`comment-${id}`}
          author={author ?? words.unnamed}
          date={datePublished}
          url={`#comment-${id}`}
          votes={upvoteCount > 0 ? [words.likes(upvoteCount)] : []}
          replies={<CommentList of={replies} words={words} />}
        >
          <div {...theirs}>
            <Blocks of={body} />
          </div>
        </Contribution>
      ))}
    </ol>
  );
}

function Discussion({ address, words }: { address: string; words: DiscussionWords }) {
  const { ours } = useLanguages();
  const post = postAt(address);
  return (
    <section className="rare discussion" aria-labelledby="discussion" {...ours}>
      <h2 id="discussion">{words.discussion}</h2>
      {post ? (
        <Replies post={post} address={address} words={words} />
      ) : (
        <a className="more-link" href={address}>
          {words.discussAt(new URL(address).host)}
        </a>
      )}
    </section>
  );
}
