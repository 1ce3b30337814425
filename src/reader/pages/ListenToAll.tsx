import { useQueryClient } from "@tanstack/react-query";
import { articleQuery } from "../data/queries.ts";
import { useLibraryWords } from "../data/libraryWords.ts";
import { listenTo } from "../features/listen/listening.ts";
import { useCanListen } from "../features/listen/useCanListen.ts";
import { useWords } from "../i18n/words.ts";
import { useAnnounce } from "../toasts/AnnounceContext.ts";
import { Icon } from "../ui/Icon.tsx";
import "../ui/button.css";

type Props = {
  stories: readonly { slug: string }[];
  /** How long it takes, where that is known. */
  minutes?: number;
};

/** Reads stories aloud, in the order of their list. What does not come is left out. */
export function ListenToAll({ stories, minutes }: Props) {
  const words = useWords();
  const own = useLibraryWords();
  const say = useAnnounce();
  const client = useQueryClient();
  if (!useCanListen() || stories.length === 0) return null;
  const all = async () => {
    const pages = await Promise.allSettled(stories.map(({ slug }) => client.fetchQuery({ ...articleQuery(slug), retry: false })));
    const articles = pages.flatMap((page) => (page.status === "fulfilled" ? [page.value.article] : []));
    if (articles.length === 0) throw new Error("None of the stories could be loaded.");
    return articles;
  };
  return (
    <button className="button quiet" type="button" onClick={() => void listenTo(all()).catch(() => say(words.partFailed))}>
      <Icon name="listen" />
      {minutes === undefined ? own.listenToAll : own.withCount(own.listenToAll, words.minutes(minutes))}
    </button>
  );
}
