import { useEffect, useRef } from "react";
import type { Player, PlayerState } from "./player.ts";
import { silence } from "./silence.ts";

/** The keys of the keyboard, the headphones and the lock screen work the player (Media Session API). */
export function useMediaKeys(player: Player, { article, status }: PlayerState, paper: string): void {
  const carrier = useRef<HTMLAudioElement>(undefined);
  const playing = status === "playing";

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    const keys: [MediaSessionAction, () => void][] = [
      ["play", () => player.play()],
      ["pause", () => player.pause()],
      ["stop", () => player.stop()],
      ["previoustrack", () => player.skip(-1)],
      ["nexttrack", () => player.skip(1)],
    ];
    for (const [key, press] of keys) navigator.mediaSession.setActionHandler(key, press);
    return () => {
      for (const [key] of keys) navigator.mediaSession.setActionHandler(key, null);
      navigator.mediaSession.metadata = null;
      navigator.mediaSession.playbackState = "none";
      carrier.current?.pause();
    };
  }, [player]);

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title: article.headline, artist: paper });
  }, [article, paper]);

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.playbackState = playing ? "playing" : "paused";
    if (playing) carrier.current ??= silence();
    // A browser may refuse to play: then the keys stay with whoever has them, and the voice speaks on.
    if (playing) carrier.current?.play().catch(() => {});
    else carrier.current?.pause();
  }, [playing]);
}
