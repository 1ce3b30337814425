import { mkdirSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import * as v from "valibot";
import type { MediaFile } from "../../draft/recordings.ts";
import { readStateFile, writeStateFile } from "../../state/stateFile.ts";
import { errorMessage } from "../../text/errorMessage.ts";
import { installRemedy, isInstalled } from "../../text/optionalPackage.ts";

const MeasuredSchema = v.object({
  /** The container, as mediabunny names it. */
  format: v.string(),
  /** In seconds. */
  duration: v.optional(v.number()),
  /** In pixels, as displayed. */
  width: v.optional(v.number()),
  height: v.optional(v.number()),
  /** The address of a poster that was made from it. */
  poster: v.optional(v.string()),
});

/** What the file of a recording says about it. */
export type Measured = v.InferOutput<typeof MeasuredSchema>;

/** Why a recording cannot be read, as the end of a sentence about it. */
type Unmeasured = { reason: string; remedy: string };

/** What was found in each recording, by its address; or why it cannot be read. */
export type MeasuredRecordings = ReadonlyMap<string, Measured | Unmeasured>;

/**
 * Reads the duration of recordings and the size of films. What was read earlier from the same bytes comes from the cache.
 * @param cache the folder that keeps results for the next build; if it cannot be written to, everything is read each time
 */
export async function measureRecordings(files: MediaFile[], cache: string): Promise<MeasuredRecordings> {
  const measured = new Map<string, Measured | Unmeasured>();
  for (const file of files) {
    if (!("from" in file)) continue;
    // The address contains the hash of the bytes.
    const known = join(cache, "recordings", `${basename(file.url)}-${statSync(file.from).size}.json`);
    const before = readStateFile(known, MeasuredSchema);
    const result = before ?? (await measure(file.from));
    measured.set(file.url, result);
    if (!before && !("reason" in result)) keep(known, result);
  }
  return measured;
}

/** The optional package that measures recordings. */
const PACKAGE = "mediabunny";

async function measure(path: string): Promise<Measured | Unmeasured> {
  if (!isInstalled(PACKAGE)) return { reason: `cannot be measured, since ${PACKAGE} cannot be found`, remedy: installRemedy(PACKAGE) };
  // The library takes long to load, and most builds have no recordings.
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
    return { reason: `cannot be read and may be broken (${why})`, remedy: "Save it again from the original, as MP3, M4A, MP4 or WebM." };
  } finally {
    input.dispose();
  }
}

function keep(path: string, measured: Measured): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeStateFile(path, JSON.stringify(measured));
  } catch {
    // The disk is read-only, so the recording is measured again next time.
  }
}
