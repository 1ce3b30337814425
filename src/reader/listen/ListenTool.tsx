import type { Article } from "#content/article.ts";
import { useSay } from "../shell/SayContext.ts";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/words.ts";
import { listenTo, useListening } from "./listening.ts";

/** Reads this story aloud, and rests or goes on where it already does. */
export function ListenTool({ article }: { article: Article }) {
  const words = useWords();
  const say = useSay();
  const listening = useListening();
  const mine = listening?.state.article.slug === article.slug ? listening : undefined;
  const playing = mine?.state.status === "playing";
  const onClick = () => {
    if (!mine) listenTo([article]).catch(() => say(words.partFailed));
    else if (playing) mine.player.pause();
    else mine.player.play();
  };
  return (
    <button className="tool listen-tool" type="button" aria-pressed={playing} aria-keyshortcuts="l" onClick={onClick}>
      <Icon name="listen" />
      {words.listen}
    </button>
  );
}
