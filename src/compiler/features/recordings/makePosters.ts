import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { visitBlocks } from "#content/blocks/visitBlocks.ts";
import { fileHash } from "../../draft/assets.ts";
import type { Draft } from "../../draft/draft.ts";
import type { Report } from "../../draft/problem.ts";
import type { MediaFile } from "../../draft/recordings.ts";
import { CommandError, runCommand } from "./runCommand.ts";
import type { Measured, MeasuredRecordings } from "./measureRecordings.ts";

/** How far into a film its poster is taken, in seconds, if the film is long enough: many begin with a black frame. */
const AT = 1;

/** The greatest width of a poster, in pixels. */
const WIDEST = 1280;

/** How long FFmpeg may take for a frame, in seconds. */
const SECONDS = 60;

/** FFmpeg's names for the containers of films, so that it does not guess the format. Playlists are excluded: they lead to other files. */
const DEMUXERS: Record<string, string> = {
  MP4: "mov",
  "QuickTime File Format": "mov",
  Matroska: "matroska",
  WebM: "matroska",
  "MPEG Transport Stream": "mpegts",
};

type Film = { from: string; known: Measured; demuxer: string };

/** A film without a poster, and the file of the first story that shows it. */
type Bare = Film & { url: string; file: string };

/** What is known about recordings, the posters that were made, by the addresses of their films, and whether one could not be made. */
export type Posters = { recordings: MeasuredRecordings; posters: ReadonlyMap<string, MediaFile>; lacksPosters: boolean };

/**
 * Makes a poster with FFmpeg for each film of the edition that has none. If FFmpeg is not installed, that is reported once, and
 * browsers choose what to show. Posters made earlier from the same bytes come from the cache.
 * @param drafts those that show a recording: all their bodies are read
 * @param measured what is known about the recordings; the result adds the addresses of posters
 */
export async function makePosters(
  drafts: Draft[],
  files: MediaFile[],
  measured: MeasuredRecordings,
  cache: string,
  report: Report,
): Promise<Posters> {
  const films = new Map(files.flatMap((file) => filmsOf(file, measured)));
  const bare = films.size === 0 ? [] : bareFilms(drafts, films);
  const recordings = new Map(measured);
  const posters = new Map<string, MediaFile>();
  for (const film of bare) {
    try {
      const poster = await posterOf(film, join(cache, "posters"));
      recordings.set(film.url, { ...film.known, poster: poster.url });
      posters.set(film.url, poster);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      report(failed(error, film, bare.length));
      if (error.isMissing) break;
    }
  }
  return { recordings, posters, lacksPosters: posters.size < bare.length };
}

function filmsOf(file: MediaFile, measured: MeasuredRecordings): [string, Film][] {
  const known = measured.get(file.url);
  if (!("from" in file) || !known || !("width" in known)) return [];
  const demuxer = DEMUXERS[known.format];
  return demuxer === undefined ? [] : [[file.url, { from: file.from, known, demuxer }]];
}

/** The films without a poster that drafts show. */
function bareFilms(drafts: Draft[], films: ReadonlyMap<string, Film>): Bare[] {
  const bare = new Map<string, Bare>();
  for (const { file, body } of drafts)
    visitBlocks(body, {
      block: (block) => {
        const film = block.type === "video" && block.poster === undefined ? films.get(block.url) : undefined;
        if (film && block.type === "video" && !bare.has(block.url)) bare.set(block.url, { ...film, url: block.url, file });
      },
    });
  return [...bare.values()];
}

async function posterOf({ url, from, known, demuxer }: Bare, folder: string): Promise<MediaFile> {
  // The address contains the hash of the bytes.
  const name = basename(url).replace(/\.\w+$/u, "");
  const kept = join(folder, `${name}-${statSync(from).size}.jpg`);
  if (!existsSync(kept)) {
    mkdirSync(folder, { recursive: true });
    const work = mkdtempSync(join(tmpdir(), "broadsheet-poster-"));
    try {
      const frame = join(work, "frame.jpg");
      const at = Math.min(AT, (known.duration ?? 0) / 2);
      const input = ["-protocol_whitelist", "file", "-f", demuxer, "-ss", `${at}`, "-i", `file:${from}`];
      const scale = `scale=w='min(${WIDEST},iw)':h=-2`;
      const command = ["ffmpeg", "-nostdin", "-loglevel", "error", ...input, "-frames:v", "1", "-vf", scale, "-q:v", "4", frame];
      await runCommand(command, "", { folder: work, seconds: SECONDS });
      if (!existsSync(frame)) throw new CommandError("ffmpeg", "found no frame in it");
      copyFileSync(frame, `${kept}.new`);
      renameSync(`${kept}.new`, kept);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
  return { url: `/media/${name}-poster-${fileHash(readFileSync(kept))}.jpg`, from: kept };
}

function failed({ message, isMissing }: CommandError, { file, url }: Bare, count: number) {
  const name = basename(url).replace(/-[0-9a-f]{8}(\.\w+)$/u, "$1");
  const what = isMissing && count > 1 ? `${count} films, such as ${name}, have no poster` : `The film ${name} has no poster`;
  return {
    severity: isMissing ? ("notice" as const) : ("warning" as const),
    file,
    about: name.replace(/\.\w+$/u, ""),
    message: `${what}, and none could be made: ${message}.`,
    remedy: isMissing ? "Install FFmpeg where the site is built, or name a picture as the poster." : "Name a picture as the poster.",
  };
}
