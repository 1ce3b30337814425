import { useQueries, useQuery } from "@tanstack/react-query";
import type { LibraryValue } from "#content/library/libraryRecord.ts";
import { articleQuery } from "../data/queries.ts";
import { canSpeak } from "../features/listen/playable.ts";
import { hasRecordingOf } from "../features/listen/queued.ts";
import { keptStories } from "../features/offline/kept/keepStory.ts";
import { useWords } from "../i18n/words.ts";
import { changeLibrarySetting, useLibrarySettings } from "../data/library/librarySettings.ts";
import { useLibraryWords } from "../data/libraryWords.ts";
import { ListOptions } from "../features/library/ListOptions.tsx";
import { ListenToAll } from "./ListenToAll.tsx";
import "../styles/forms.css";

/** The actions for all saved stories, and how many of them can be read without a connection. */
export function AboutSaved({ saved }: { saved: LibraryValue<"saved">[] }) {
  const words = useWords();
  const own = useLibraryWords();
  const { offline, removeRead } = useLibrarySettings();
  const here = useKeptOf(saved);
  return (
    <ListOptions label={words.yours} often={<ListenToSaved saved={saved} />}>
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

/** Whether a saved story has a recording is known once the list has loaded it. A browser that can read aloud need not know. */
function ListenToSaved({ saved }: { saved: LibraryValue<"saved">[] }) {
  const asked = canSpeak() ? [] : saved;
  const found = useQueries({ queries: asked.map(({ slug }) => ({ ...articleQuery(slug), enabled: false })) });
  return <ListenToAll stories={saved.map((story, at) => ({ ...story, hasRecording: hasRecordingOf(found[at]?.data?.article) }))} />;
}

/** How many of the stories are on the device in full. They are stored one after another, so the count is polled. */
function useKeptOf(saved: LibraryValue<"saved">[]): number | undefined {
  const { data } = useQuery({ queryKey: ["kept", "stories"], queryFn: keptStories, staleTime: 0, retry: false, refetchInterval: 2000 });
  return data && saved.filter(({ slug }) => data.includes(slug)).length;
}
