import type { Article } from "#content/article.ts";
import { TagChips } from "../../teasers/TagChips.tsx";
import { useWords } from "../../i18n/words.ts";
import { Citations } from "./Citations.tsx";
import { rarePart } from "#loading/hydration/hydrateOnIdle.tsx";
import { useNoteTextHydrated } from "#loading/hydration/hydratedText.ts";
import { useEdition } from "../../edition/EditionContext.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useLanguages } from "../../i18n/TextLanguage.ts";
import type { Edition } from "#content/edition/edition.ts";
import { StoryBody } from "./StoryBody.tsx";
import { slotOf } from "../../slots/slotOf.ts";
import "./tail.css";

const Discussion = rarePart(
  () => import("./discussion/Discussion.tsx").then(({ loadDiscussion }) => loadDiscussion()),
  () => null,
);

const ForMembers = rarePart(
  () => import("./members/ForMembers.tsx").then(({ loadForMembers }) => loadForMembers()),
  () => null,
);

/** The story below its head: text, topics and places, sources, discussion. */
export function StoryRest({ article, isWhole }: { article: Article; isWhole: boolean }) {
  const words = useWords();
  const { policies = [] } = useEdition() ?? {};
  useNoteTextHydrated();
  const tags = [
    ...article.topics.map((topic) => ({ ...topic, kind: "topic" as const })),
    ...article.places.map((place) => ({ ...place, kind: "place" as const })),
  ];
  return (
    <>
      <StoryBody article={article} isWhole={isWhole} slot={slotOf("in-story")} />
      {isWhole && article.members && <ForMembers article={article} />}
      {isWhole && (tags.length > 0 || article.citations.length > 0 || policies.length > 0) && (
        <footer className="tail">
          <TagChips label={words.storyTopics} tags={tags} />
          <Citations citations={article.citations} />
          <Policies of={policies} />
        </footer>
      )}
      {isWhole && (article.discussion ?? article.comments) && <Discussion article={article} />}
    </>
  );
}

/** Where the paper says how it corrects, labels its stories and treats its sources. */
function Policies({ of }: { of: NonNullable<Edition["policies"]> }) {
  const { ours } = useLanguages();
  if (of.length === 0) return null;
  return (
    <ul role="list" className="meta" {...ours}>
      {of.map(({ name, url }) => (
        <li key={url}>
          <PageLink to={url}>{name}</PageLink>
        </li>
      ))}
    </ul>
  );
}
