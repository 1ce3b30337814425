import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import * as v from "valibot";
import { readStateFile, writeStateFile } from "../state/stateFile.ts";
import type { ShardUse } from "./shards.ts";

/** Which story stood at a number, and the digest of all that the index takes from it. */
export type StoryMark = { slug: string; at: number; digest: string };

/** What the index has of a story, so that it can be taken out again: words, those in the headline, and subjects by key. */
export type StoryRecord = { words: string[]; headline: string[]; subjects: string[] };

/** `rules`: what else the index depends on; another text, and all is built anew. */
export type SavedState = { rules: string; stories: StoryMark[]; uses: [string, ShardUse][] };

const RECORDS_PER_FILE = 64;
const STATE = "state.json";

const StateSchema = v.object({
  rules: v.string(),
  stories: v.array(v.object({ slug: v.string(), at: v.number(), digest: v.string() })),
  uses: v.array(v.tuple([v.string(), v.object({ bytes: v.number(), uses: v.number() })])),
});

const RecordsSchema = v.array(v.object({ words: v.array(v.string()), headline: v.array(v.string()), subjects: v.array(v.string()) }));

/** What one build leaves for the next, in a folder that is not published. */
export class SearchState {
  readonly #folder: string;
  #open: { file: number; records: StoryRecord[] } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Undefined when there is none, or none that can be read: then all is built anew. */
  read(): SavedState | undefined {
    return readStateFile(join(this.#folder, STATE), StateSchema);
  }

  /** Last of all. */
  write(state: SavedState): void {
    this.#close();
    writeStateFile(join(this.#folder, STATE), JSON.stringify(state));
  }

  /** From now on records change: a build that is stopped leaves no state, and the next builds all anew. */
  begin(): void {
    rmSync(join(this.#folder, STATE), { force: true });
  }

  record(story: number): StoryRecord | undefined {
    return this.#fileOf(story)[story % RECORDS_PER_FILE];
  }

  setRecord(story: number, record: StoryRecord): void {
    this.#fileOf(story)[story % RECORDS_PER_FILE] = record;
  }

  #fileOf(story: number): StoryRecord[] {
    const file = Math.floor(story / RECORDS_PER_FILE);
    if (this.#open?.file === file) return this.#open.records;
    this.#close();
    const path = this.#path(file);
    const records = existsSync(path) ? v.parse(RecordsSchema, JSON.parse(inflateRawSync(readFileSync(path)).toString())) : [];
    this.#open = { file, records };
    return records;
  }

  #close(): void {
    if (this.#open) writeFileSync(this.#path(this.#open.file), deflateRawSync(JSON.stringify(this.#open.records), { level: 1 }));
    this.#open = undefined;
  }

  #path(file: number): string {
    return join(this.#folder, `stories-${file}.bin`);
  }
}
