import { useEffect, useEffectEvent, useRef } from "react";
import { isPlayable } from "./playable.ts";
import type { Player } from "./Player.ts";
import { type PlayerState as RecordingState, seek } from "../../recordings/trackPlayer.ts";
import type { PlayerState } from "./playerState.ts";

/**
 * The media keys of keyboards, headphones, cars and lock screens control the player (Media Session API). Headphones have
 * only one pair of skip keys: it skips by story if several can be played.
 */
export function useMediaKeys(
  player: Player,
  { story, queue, status }: PlayerState,
  recording: RecordingState | undefined,
  paper: string,
): void {
  const carrier = useRef<HTMLAudioElement>(undefined);
  const playing = status === "playing";
  const isRecording = recording !== undefined;
  const skip = useEffectEvent((step: 1 | -1) => {
    if (queue.filter(isPlayable).length < 2) player.skip(step);
    else if (step > 0) player.next();
    else player.previous();
  });

  const goTo = useEffectEvent((time: number | undefined) => {
    if (isRecording && time !== undefined) seek(time);
  });

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    const keys: [MediaSessionAction, MediaSessionActionHandler][] = [
      ["play", () => player.play()],
      ["pause", () => player.pause()],
      ["stop", () => player.stop()],
      ["previoustrack", () => skip(-1)],
      ["nexttrack", () => skip(1)],
      ["seekbackward", () => player.skip(-1)],
      ["seekforward", () => player.skip(1)],
      ["seekto", ({ seekTime }) => goTo(seekTime)],
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
    navigator.mediaSession.metadata = new MediaMetadata({ title: story.headline, artist: paper });
  }, [story, paper]);

  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    navigator.mediaSession.playbackState = playing ? "playing" : "paused";
    const speaks = playing && !isRecording;
    if (speaks) carrier.current ??= silence();
    // A browser may refuse to play it: then the media keys stay where they are, and the voice continues.
    if (speaks) carrier.current?.play().catch(() => {});
    else carrier.current?.pause();
  }, [playing, isRecording]);

  const { time = 0, duration = 0, rate = 1 } = recording ?? {};
  useEffect(() => {
    if (!("mediaSession" in navigator)) return;
    // Speech has no position in seconds.
    navigator.mediaSession.setPositionState(
      duration > 0 ? { duration, playbackRate: rate, position: Math.min(time, duration) } : undefined,
    );
  }, [time, duration, rate]);
}

const SECONDS = 10;
const RATE = 8000;
const HEADER = 44;
/** The middle of the 8-bit range, which is silence. */
const STILL = 128;

/**
 * A silent sound: browsers give media keys only to a page with an active media
 * element, and speech does not count as one. It is generated here, so that nothing is fetched.
 */
function silence(): HTMLAudioElement {
  const audio = new Audio(URL.createObjectURL(new Blob([wave()], { type: "audio/wav" })));
  audio.loop = true;
  return audio;
}

/** A RIFF WAVE file: 8 bits, one channel. */
function wave(): ArrayBuffer {
  const size = SECONDS * RATE;
  const buffer = new ArrayBuffer(HEADER + size);
  const bytes = new Uint8Array(buffer);
  const numbers = new DataView(buffer);
  const name = (at: number, letters: string) => bytes.set(new TextEncoder().encode(letters), at);
  name(0, "RIFF");
  numbers.setUint32(4, HEADER - 8 + size, true);
  name(8, "WAVEfmt ");
  numbers.setUint32(16, 16, true);
  numbers.setUint16(20, 1, true);
  numbers.setUint16(22, 1, true);
  numbers.setUint32(24, RATE, true);
  numbers.setUint32(28, RATE, true);
  numbers.setUint16(32, 1, true);
  numbers.setUint16(34, 8, true);
  name(36, "data");
  numbers.setUint32(40, size, true);
  bytes.fill(STILL, HEADER);
  return buffer;
}
