import { useSyncExternalStore } from "react";

type Story = { hasRecording?: boolean | undefined };

/** Whether this browser reads aloud at all. Without that it plays the stories that have a recording. */
export const canSpeak = (): boolean => "speechSynthesis" in globalThis;

export const isPlayable = ({ hasRecording }: Story): boolean => hasRecording === true || canSpeak();

/** The place of the first story from an index on that can be played. */
export function nextPlayable(stories: readonly Story[], from: number): number | undefined {
  const index = stories.findIndex((story, at) => at >= from && isPlayable(story));
  return index === -1 ? undefined : index;
}

const never = () => () => {};

/** Whether one of the stories can be played. The prerendered page says so, and takes it back where none can. */
export function useCanListen(stories: readonly Story[]): boolean {
  return useSyncExternalStore(
    never,
    () => stories.some(isPlayable),
    () => stories.length > 0,
  );
}
