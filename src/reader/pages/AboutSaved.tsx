import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { LibraryValue } from "#content/library/record.ts";
import { articleQuery } from "../data/queries.ts";
import { listenTo } from "../features/listen/listening.ts";
import { useCanListen } from "../features/listen/useCanListen.ts";
import { keptStories } from "../features/offline/kept/keepStory.ts";
import { useAnnounce } from "../toasts/AnnounceContext.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { changeLibrarySetting, useLibrarySettings } from "../data/library/librarySettings.ts";
import { useLibraryWords } from "../data/libraryWords.ts";
import { ListOptions } from "../features/library/ListOptions.tsx";
import "../styles/forms.css";
import "../ui/button.css";

/** What can be done with all that is saved, and how much of it can be read without a connection. */
export function AboutSaved({ saved }: { saved: LibraryValue<"saved">[] }) {
  const words = useWords();
  const own = useLibraryWords();
  const { offline, removeRead } = useLibrarySettings();
  const here = useKeptOf(saved);
  const listen = useListenTo(saved);
  const button = listen && (
    <button className="button quiet" type="button" onClick={listen}>
      <Icon name="listen" />
      {own.listenToAll}
    </button>
  );
  return (
    <ListOptions label={words.yours} often={button}>
      <label className="check">
        <input type="checkbox" checked={offline} onChange={({ target }) => changeLibrarySetting("offline", target.checked)} />
        {own.keepOffline}
      </label>
      <label className="check">
        <input type="checkbox" checked={removeRead} onChange={({ target }) => changeLibrarySetting("removeRead", target.checked)} />
        {own.removeWhenRead}
      </label>
      {here !== undefined && here > 0 && (
        <p className="hint">
          {here === saved.length ? own.allOffline(words.stories(here)) : own.someOffline(words.number(here), words.number(saved.length))}
        </p>
      )}
    </ListOptions>
  );
}

/** How many of the stories are on the device whole. They come one after another, so it is looked again. */
function useKeptOf(saved: LibraryValue<"saved">[]): number | undefined {
  const { data } = useQuery({ queryKey: ["kept", "stories"], queryFn: keptStories, staleTime: 0, retry: false, refetchInterval: 2000 });
  return data && saved.filter(({ slug }) => data.includes(slug)).length;
}

/** Reads the stories aloud, in the order of the list. What does not come is left out. */
function useListenTo(saved: LibraryValue<"saved">[]): (() => void) | undefined {
  const words = useWords();
  const say = useAnnounce();
  const client = useQueryClient();
  if (!useCanListen()) return undefined;
  const all = async () => {
    const pages = await Promise.allSettled(saved.map(({ slug }) => client.fetchQuery({ ...articleQuery(slug), retry: false })));
    const articles = pages.flatMap((page) => (page.status === "fulfilled" ? [page.value.article] : []));
    if (articles.length === 0) throw new Error("None of the saved stories could be loaded.");
    return articles;
  };
  return () => void listenTo(all()).catch(() => say(words.partFailed));
}
