import { useEffect } from "react";
import { pauseTrack, type PlayerState, resumeTrack, seek, skipBack, skipForward, stopTrack } from "./trackPlayer.ts";

/** Lets the keyboard's media keys, headphones and the lock screen control the player (Media Session API). */
export function useMediaSession({ track, status, time, duration, rate }: PlayerState, paper: string): void {
  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    const session = navigator.mediaSession;
    const keys: [MediaSessionAction, MediaSessionActionHandler][] = [
      ["play", resumeTrack],
      ["pause", pauseTrack],
      ["stop", stopTrack],
      ["seekbackward", skipBack],
      ["seekforward", skipForward],
      ["seekto", ({ seekTime }) => seekTime !== undefined && seek(seekTime)],
    ];
    for (const [key, press] of keys) session.setActionHandler(key, press);
    return () => {
      for (const [key] of keys) session.setActionHandler(key, null);
      session.metadata = null;
      session.playbackState = "none";
    };
  }, []);

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({ title: track.title, artist: paper });
  }, [track, paper]);

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.playbackState = status === "playing" ? "playing" : "paused";
    if (duration > 0) navigator.mediaSession.setPositionState({ duration, playbackRate: rate, position: Math.min(time, duration) });
  }, [status, time, duration, rate]);
}
