import type { Block } from "#content/blocks/block.ts";
import type { Recording } from "#content/recording.ts";
import type { Measured, MeasuredRecordings } from "./measureRecordings.ts";

/**
 * Fills in the duration, size and poster of a recording from its file, unless the story gives them. Other blocks stay as they are.
 * @param fileOf gives the published address of a poster by its address in drafts
 */
export function fillRecording(block: Block, measured: MeasuredRecordings, fileOf: (url: string) => string): Block {
  if (block.type === "audio") return { ...block, ...withDuration(block, measured) };
  if (block.type !== "video") return block;
  const { width, height, poster } = knownOf(block.url, measured);
  const shown = block.poster === undefined ? poster : fileOf(block.poster);
  return {
    ...block,
    ...withDuration(block, measured),
    ...(block.width === undefined && width !== undefined && height !== undefined && { width, height }),
    ...(shown !== undefined && { poster: shown }),
  };
}

/** The duration of a recording: that given in the story, else that of its file. */
export function withDuration({ url, duration }: Recording, measured: MeasuredRecordings): { duration?: number } {
  const known = duration ?? knownOf(url, measured).duration;
  return known === undefined ? {} : { duration: known };
}

function knownOf(url: string, measured: MeasuredRecordings): Partial<Measured> {
  const known = measured.get(url);
  return known && !("reason" in known) ? known : {};
}
