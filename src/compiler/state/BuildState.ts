import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { BodyStore } from "./BodyStore.ts";
import { digest } from "./digest.ts";
import { keepPrivate } from "./keepPrivate.ts";
import { LinkMemory, type LinkRecord } from "./LinkMemory.ts";
import { NameMemory } from "./NameMemory.ts";
import { PageMemory } from "./PageMemory.ts";
import { type Records, readRecords, writeRecords } from "./keptRecords.ts";
import { readStateFile, writeStateFile } from "./stateFile.ts";
import { type FileRecord, StoryMemory } from "./StoryMemory.ts";
import { ThreadMemory, type ThreadRecord } from "./ThreadMemory.ts";
import { WordMemory } from "./WordMemory.ts";

/** The file in a site that identifies the build that made it, so that a state is never used for another site. */
export const BUILD = ".broadsheet-build";

const STATE = "state.json";
const BODIES = "bodies.bin";
const STORIES = "stories.jsonl";
const PAGES = "pages.jsonl";
const WORDS = "words.jsonl";
const VECTORS = "vectors.jsonl";
const LINKS = "links.jsonl";
const NAMES = "names.jsonl";
const THREADS = "threads.jsonl";

/** If a greater share of the store than this is unused bodies, the store is rewritten. */
const MOST_WASTE = 0.5;

const StateSchema = v.object({
  version: v.string(),
  site: v.string(),
  stories: v.string(),
  addresses: v.string(),
  pages: v.string(),
  words: v.string(),
  vectors: v.string(),
  names: v.string(),
  links: v.object({ ground: v.string(), records: v.string() }),
  threads: v.string(),
  bodies: v.number(),
});
type State = v.InferOutput<typeof StateSchema>;

/**
 * What one build leaves for the next, in a folder that is not published. It is
 * used only if it was made by the same version with the same settings, for
 * exactly the site that exists. Otherwise everything is built from scratch.
 */
export class BuildState {
  readonly #folder: string;
  readonly #version: string;
  #site: string | undefined;
  readonly #before: (Omit<Files, "stories"> & { stories: Files["stories"] | undefined }) | undefined;
  /** The state of the previous build, as long as its files are as they were. */
  readonly #earlier: State | undefined;
  readonly stories: StoryMemory;
  readonly pages: PageMemory;
  readonly words: WordMemory;
  readonly vectors: WordMemory;
  readonly names: NameMemory;
  readonly links: LinkMemory;
  readonly threads: ThreadMemory;

  /**
   * @param version covers everything that could change the output for an unchanged story
   * @param site the digest of the existing site
   */
  constructor(folder: string, version: string, site: string | undefined) {
    this.#folder = folder;
    this.#version = version;
    mkdirSync(folder, { recursive: true });
    keepPrivate(folder);
    const state = readStateFile(join(folder, STATE), StateSchema);
    const files = state && readAll(folder, state);
    const isWhole = state && (statSync(join(folder, BODIES), { throwIfNoEntry: false })?.size ?? 0) >= state.bodies;
    const fits = isWhole && files && state.version === version && state.site === site;
    // From here on the state changes. An interrupted build leaves no state, so the next one builds everything.
    rmSync(join(folder, STATE), { force: true });
    if (!fits) rmSync(this.searchFolder, { recursive: true, force: true });
    const isWasteful = fits && wasted(files.stories.all, state.bodies) > MOST_WASTE;
    this.#earlier = fits && !isWasteful ? state : undefined;
    this.#before = fits ? { ...files, stories: isWasteful ? undefined : files.stories } : undefined;
    this.stories = new StoryMemory(
      new BodyStore(join(folder, BODIES), fits && !isWasteful ? state.bodies : 0),
      this.#before?.stories?.all ?? new Map(),
      fits ? state.addresses : "",
    );
    this.pages = new PageMemory(this.#before?.pages.all ?? new Map());
    this.words = new WordMemory(this.#before?.words.all ?? new Map());
    this.vectors = new WordMemory(this.#before?.vectors.all ?? new Map());
    this.names = new NameMemory(this.#before?.names.all ?? new Map());
    this.links = new LinkMemory(fits ? { ...state.links, records: files.links.all } : { ground: "", records: new Map() });
    this.threads = new ThreadMemory(this.#before?.threads.all ?? new Map());
  }

  /** The folder for the state of the search index. */
  get searchFolder(): string {
    return join(this.#folder, "search");
  }

  /** The digest of the site of this build, once all of it is made. */
  get site(): string {
    this.#site ??= digest(this.#version + this.pages.digest());
    return this.#site;
  }

  /** Saves the state for the next build, after the site is in its place. */
  save(): void {
    const { store } = this.stories;
    store.flush();
    const links = this.links.result();
    const digests = [...links.records.values()].map((record) => record.known);
    const place = (file: string): string => join(this.#folder, file);
    const state: State = {
      version: this.#version,
      site: this.site,
      stories: writeRecords(place(STORIES), this.stories.records(), this.#before?.stories, (path) => this.stories.isAsRead(path)),
      addresses: this.stories.addresses,
      pages: writeRecords(place(PAGES), this.pages.records(), this.#before?.pages),
      words: writeRecords(place(WORDS), this.words.records(digests), this.#before?.words),
      vectors: writeRecords(place(VECTORS), this.vectors.records(digests), this.#before?.vectors),
      names: writeRecords(place(NAMES), this.names.records(digests), this.#before?.names),
      links: { ...links, records: writeRecords(place(LINKS), links.records, this.#before?.links) },
      threads: writeRecords(place(THREADS), this.threads.records(), this.#before?.threads),
      bodies: store.size,
    };
    writeStateFile(join(this.#folder, STATE), JSON.stringify(state));
    this.close();
  }

  /** Leaves the state as the previous build saved it, for a build that stops before it has written anything but bodies. */
  cancel(): void {
    this.close();
    if (this.#earlier) writeStateFile(join(this.#folder, STATE), JSON.stringify(this.#earlier));
  }

  close(): void {
    this.stories.store.close();
  }
}

type Files = {
  stories: Records<FileRecord>;
  pages: Records<string>;
  words: Records<string>;
  vectors: Records<string>;
  names: Records<string>;
  links: Records<LinkRecord>;
  threads: Records<ThreadRecord>;
};

/** Undefined if a file is missing or not the one that was written. */
function readAll(folder: string, state: State): Files | undefined {
  const stories = readRecords<FileRecord>(join(folder, STORIES), state.stories);
  const pages = readRecords<string>(join(folder, PAGES), state.pages);
  const words = readRecords<string>(join(folder, WORDS), state.words);
  const vectors = readRecords<string>(join(folder, VECTORS), state.vectors);
  const names = readRecords<string>(join(folder, NAMES), state.names);
  const links = readRecords<LinkRecord>(join(folder, LINKS), state.links.records);
  const threads = readRecords<ThreadRecord>(join(folder, THREADS), state.threads);
  return stories && pages && words && vectors && names && links && threads && { stories, pages, words, vectors, names, links, threads };
}

/** The share of the store that no story uses any more, from 0 to 1. */
function wasted(stories: ReadonlyMap<string, FileRecord>, size: number): number {
  let used = 0;
  for (const { drafts } of stories.values()) {
    for (const { body, filled, text } of drafts) {
      const refs = new Map([body, filled?.body, text?.body].flatMap((ref) => (ref ? [[ref.at, ref.length] as const] : [])));
      for (const length of refs.values()) used += length;
    }
  }
  return size === 0 ? 0 : 1 - used / size;
}
