import { mkdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import * as v from "valibot";
import type { MediaFile } from "../draft/recordings.ts";
import { readStateFile, writeStateFile } from "../state/stateFile.ts";
import { errorMessage } from "../draft/errorMessage.ts";

const MeasuredSchema = v.object({
  /** The container, as mediabunny names it. */
  format: v.string(),
  /** In seconds. */
  duration: v.optional(v.number()),
  /** In pixels, as it is shown. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** The address of a poster that was made of it. */
  poster: v.optional(v.string()),
});

/** What a recording's file tells of it. */
export type Measured = v.InferOutput<typeof MeasuredSchema>;

/** What came of each recording, by its address; or why nothing did, as the end of a sentence about it. */
export type MeasuredRecordings = ReadonlyMap<string, Measured | { reason: string }>;

/**
 * Reads how long recordings are, and how large films. What was read before of the same bytes is taken from the cache.
 * @param cache the folder in which work is kept for the next build; where there can be none, all is read each time
 */
export async function measureRecordings(files: MediaFile[], cache: string): Promise<MeasuredRecordings> {
  const measured = new Map<string, Measured | { reason: string }>();
  for (const file of files) {
    if (!("from" in file)) continue;
    // Its address has the hash of its bytes in it.
    const known = join(cache, "recordings", `${basename(file.url)}-${statSync(file.from).size}.json`);
    const before = readStateFile(known, MeasuredSchema);
    const result = before ?? (await measure(file.from));
    measured.set(file.url, result);
    if (!before && !("reason" in result)) keep(known, result);
  }
  return measured;
}

async function measure(path: string): Promise<Measured | { reason: string }> {
  // What reads recordings takes long to load, and most builds have none.
  const { ALL_FORMATS, FilePathSource, Input } = await import("mediabunny");
  const input = new Input({ formats: ALL_FORMATS, source: new FilePathSource(path) });
  try {
    const duration = await input.computeDuration();
    const film = await input.getPrimaryVideoTrack();
    return {
      format: (await input.getFormat()).name,
      ...(duration > 0 && { duration: Math.round(duration * 1000) / 1000 }),
      ...(film && { width: await film.getDisplayWidth(), height: await film.getDisplayHeight() }),
    };
  } catch (error) {
    const why = errorMessage(error).split("\n")[0];
    return { reason: `cannot be read and may be broken (${why})` };
  } finally {
    input.dispose();
  }
}

function keep(path: string, measured: Measured): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeStateFile(path, JSON.stringify(measured));
  } catch {
    // A disk for reading alone: it is measured again next time.
  }
}
