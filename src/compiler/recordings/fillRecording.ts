import type { Block } from "#content/blocks/block.ts";
import type { Recording } from "#content/recording.ts";
import type { Measured, MeasuredRecordings } from "./measureRecordings.ts";

/**
 * A block with what its file tells of the recording; any other stays as it is. What a story says itself counts more.
 * @param fileOf the address of the picture that stands for a film, by the one that drafts have
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

/** How long a recording is, where only its file says it. */
export function withDuration({ url, duration }: Recording, measured: MeasuredRecordings): { duration?: number } {
  const known = duration ?? knownOf(url, measured).duration;
  return known === undefined ? {} : { duration: known };
}

function knownOf(url: string, measured: MeasuredRecordings): Partial<Measured> {
  const known = measured.get(url);
  return known && !("reason" in known) ? known : {};
}
