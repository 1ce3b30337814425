import { createHash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { extname } from "node:path";
import type { Cue } from "#content/recording.ts";
import { type Assets, assetName, fileHash, type Unusable } from "./assets.ts";
import { type CueFile, readCues, untimedCues, webVtt } from "./cues.ts";
import { OTHER_ENDING, recordingType } from "../text/recordingName.ts";

/** A recording that can be played; `size` is in bytes, if its file is on this machine. */
export type FoundRecording = { url: string; mediaType?: string; size?: number };

/** A file to publish, on this machine or in memory. `url` is its path on the site. */
export type MediaFile = { url: string } & ({ from: string } | { bytes: Uint8Array });

/** The cues of a recording, and the address of their WebVTT file if they have times. */
export type FoundCues = { cues: Cue[]; url?: string; faults: CueFile["faults"] };

/** Finds the recordings of an edition and the files that belong to them. References work as for pictures. */
export type Recordings = {
  find: (reference: string, file: string) => { recording: FoundRecording } | Unusable;
  /** Reads a WebVTT, SubRip or plain text file. */
  cues: (reference: string, file: string) => FoundCues | Unusable;
  /** All files that were found, by address. */
  files: () => ReadonlyMap<string, MediaFile>;
  /** Whether a file has been read for its cues. @param path its real path */
  isOfCues: (path: string) => boolean;
};

/** Creates the recording finder of an edition. */
export function recordings(assets: Assets): Recordings {
  const known = new Map<string, FoundRecording>();
  const said = new Map<string, FoundCues>();
  const files = new Map<string, MediaFile>();

  const recording = (path: string): FoundRecording => {
    const ending = extname(path).toLowerCase();
    const mediaType = recordingType(ending);
    const url = `/media/${assetName(path, hashOf(path).slice(0, 8), "recording")}${ending}`;
    files.set(url, { url, from: path });
    return { url, size: statSync(path).size, ...(mediaType !== undefined && { mediaType }) };
  };

  const cues = (path: string): FoundCues => {
    const text = readFileSync(path, "utf8");
    const isTimed = /^\uFEFF?WEBVTT/u.test(text) || text.includes("-->");
    const read = isTimed ? readCues(text) : { cues: untimedCues(text), faults: [] };
    if (!isTimed || read.cues.length === 0) return read;
    const bytes = Buffer.from(webVtt(read.cues));
    const url = `/media/${assetName(path, fileHash(bytes), "captions")}.vtt`;
    files.set(url, { url, bytes });
    return { ...read, url };
  };

  const once = <T>(all: Map<string, T>, path: string, make: (path: string) => T): T => {
    const made = all.get(path) ?? make(path);
    all.set(path, made);
    return made;
  };

  return {
    find: (reference, file) => {
      const asset = assets.find(reference, file);
      if ("reason" in asset) return asset;
      // The file is published unchanged. Without this check a story could publish any file: another story, or a page with a script.
      if (recordingType(extname(asset.path)) === undefined) return { reason: OTHER_ENDING };
      return { recording: once(known, asset.path, recording) };
    },
    cues: (reference, file) => {
      const asset = assets.find(reference, file);
      return "reason" in asset ? asset : once(said, asset.path, cues);
    },
    files: () => files,
    isOfCues: (path) => said.has(path),
  };
}

/** Files are hashed in chunks, so that an hour of video need not be in memory. */
const PIECE = 1 << 20;

function hashOf(path: string): string {
  const hash = createHash("sha256");
  const piece = Buffer.allocUnsafe(PIECE);
  const file = openSync(path, "r");
  try {
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) hash.update(piece.subarray(0, read));
  } finally {
    closeSync(file);
  }
  return hash.digest("hex");
}
