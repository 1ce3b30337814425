import { useSyncExternalStore } from "react";

type Story = { hasRecording?: boolean | undefined };

/** Whether this browser can read aloud. If not, it plays only the stories that have a recording. */
export const canSpeak = (): boolean => "speechSynthesis" in globalThis;

export const isPlayable = ({ hasRecording }: Story): boolean => hasRecording === true || canSpeak();

/** The index of the first playable story at or after an index. */
export function nextPlayable(stories: readonly Story[], from: number): number | undefined {
  const index = stories.findIndex((story, at) => at >= from && isPlayable(story));
  return index === -1 ? undefined : index;
}

const never = () => () => {};

/** Whether any of the stories can be played. The prerendered page assumes so until it is hydrated. */
export function useCanListen(stories: readonly Story[]): boolean {
  return useSyncExternalStore(
    never,
    () => stories.some(isPlayable),
    () => stories.length > 0,
  );
}
