import { useEffect } from "react";
import { useLocation } from "react-router";
import { useEdition } from "../../edition/EditionContext.ts";
import { decoded } from "#content/decoded.ts";
import { articlePath } from "#content/paths.ts";
import { Icon } from "../../ui/Icon.tsx";
import { languageOf } from "../../i18n/languageOf.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { useWords } from "../../i18n/words.ts";
import type { PlayerProps, PlayerState } from "./player.ts";
import { PlayerKeys } from "./PlayerKeys.tsx";
import { useMediaKeys } from "./useMediaKeys.ts";
import { useSpokenMark } from "../../ui/useSpokenMark.ts";
import { useCalendar } from "../../i18n/dates.ts";
import type { Words } from "../../i18n/wordTypes.ts";
import { Status } from "../../ui/Status.tsx";
import "../../ui/button.css";

/** The small player: what is being read, and everything a reader can do about it. It stays while pages change. */
export function MiniPlayer({ player, state }: PlayerProps) {
  const words = useWords();
  const edition = useEdition();
  const { article } = state;
  const { pathname } = useLocation();
  const here = decoded(pathname) === decoded(articlePath(article.slug));
  const goThere = useSpokenMark(here && state.voice ? state.parts[state.part] : undefined, state.sentence);
  useMediaKeys(player, state, edition?.name ?? "");
  useEffect(() => {
    // Some browsers speak on after their page has gone.
    const rest = () => player.pause();
    window.addEventListener("pagehide", rest);
    return () => window.removeEventListener("pagehide", rest);
  }, [player]);
  const onTitle = (event: { preventDefault: () => void }) => {
    if (!here) return;
    event.preventDefault();
    goThere();
  };
  return (
    <section className="player" aria-label={words.listen}>
      <p className="player-title" {...languageOf(article)}>
        <PageLink to={articlePath(article.slug)} onClick={onTitle}>
          {article.headline}
        </PageLink>
      </p>
      <button className="tool" type="button" aria-label={words.stopListening} onClick={() => stop(player)}>
        <Icon name="close" />
      </button>
      <PlayerStatus state={state} />
      <PlayerKeys player={player} state={state} />
    </section>
  );
}

/** The player takes the focus with it when it goes, so it is given back first: to the tool of the story, to what shows the tools, or to the headline. */
function stop(player: PlayerProps["player"]): void {
  const back = document.querySelector<HTMLElement>(".listen-tool:not([inert] *), .tools-toggle") ?? document.querySelector("h1");
  back?.focus({ preventScroll: true });
  player.stop();
}

/** How far the reading is. What stands in its way is said aloud, how it goes on is not. */
function PlayerStatus({ state }: { state: PlayerState }) {
  const words = useWords();
  const { language } = useCalendar();
  const obstacle = obstacleOf(state, words, language);
  return (
    <div className="meta">
      <Status>
        {obstacle}
        {state.status === "voiceless" && <span className="remedy"> {words.addVoice}</span>}
      </Status>
      {obstacle === undefined && (
        <>
          <span>{words.paragraphOf(state.part + 1, state.parts.length)}</span>
          {state.queue.length > 1 && <span> · {words.storyOf(state.index + 1, state.queue.length)}</span>}
        </>
      )}
    </div>
  );
}

function obstacleOf({ status, article }: PlayerState, words: Words, language: string): string | undefined {
  switch (status) {
    case "waiting":
      return words.findingVoice;
    case "voiceless":
      return words.noVoice(new Intl.DisplayNames([language], { type: "language" }).of(article.inLanguage) ?? article.inLanguage);
    case "failed":
      return words.voiceFailed;
    case "playing":
    case "paused":
      return undefined;
  }
}
