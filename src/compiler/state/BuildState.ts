import { mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { BodyStore } from "./BodyStore.ts";
import { digest } from "./digest.ts";
import { keepPrivate } from "./keepPrivate.ts";
import { LinkMemory, type LinkRecord } from "./LinkMemory.ts";
import { NameMemory } from "./NameMemory.ts";
import { PageMemory } from "./PageMemory.ts";
import { type Records, readRecords, writeRecords } from "./records.ts";
import { readStateFile, writeStateFile } from "./stateFile.ts";
import { type FileRecord, StoryMemory } from "./StoryMemory.ts";
import { ThreadMemory, type ThreadRecord } from "./ThreadMemory.ts";
import { WordMemory } from "./WordMemory.ts";

/** Names the build that made a site, in the site itself: so a state is never taken for that of another. */
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

/** If more of the store than this is bodies that no story has any more, it is written anew. */
const MOST_WASTE = 0.5;

const StateSchema = v.object({
  version: v.string(),
  site: v.string(),
  stories: v.string(),
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
 * used only where it fits: made by the same version with the same settings, for
 * the very site that is there. Else all is built from nothing.
 */
export class BuildState {
  readonly #folder: string;
  readonly #version: string;
  #site: string | undefined;
  readonly #before: (Omit<Files, "stories"> & { stories: Files["stories"] | undefined }) | undefined;
  readonly stories: StoryMemory;
  readonly pages: PageMemory;
  readonly words: WordMemory;
  readonly vectors: WordMemory;
  readonly names: NameMemory;
  readonly links: LinkMemory;
  readonly threads: ThreadMemory;

  /**
   * @param version of everything that an unchanged story could be printed differently by
   * @param site by what the site that is there is known
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
    // From now on the state changes. A build that is stopped leaves none, and the next builds all anew.
    rmSync(join(folder, STATE), { force: true });
    if (!fits) rmSync(this.searchFolder, { recursive: true, force: true });
    const isWasteful = fits && wasted(files.stories.all, state.bodies) > MOST_WASTE;
    this.#before = fits ? { ...files, stories: isWasteful ? undefined : files.stories } : undefined;
    this.stories = new StoryMemory(
      new BodyStore(join(folder, BODIES), fits && !isWasteful ? state.bodies : 0),
      this.#before?.stories?.all ?? new Map(),
    );
    this.pages = new PageMemory(this.#before?.pages.all ?? new Map());
    this.words = new WordMemory(this.#before?.words.all ?? new Map());
    this.vectors = new WordMemory(this.#before?.vectors.all ?? new Map());
    this.names = new NameMemory(this.#before?.names.all ?? new Map());
    this.links = new LinkMemory(fits ? { ...state.links, records: files.links.all } : { ground: "", records: new Map() });
    this.threads = new ThreadMemory(this.#before?.threads.all ?? new Map());
  }

  /** Where the search keeps its own part. */
  get searchFolder(): string {
    return join(this.#folder, "search");
  }

  /** By what the site of this build is known, once all of it is made. */
  get site(): string {
    this.#site ??= digest(this.#version + this.pages.digest());
    return this.#site;
  }

  /** After the site is in its place. */
  save(): void {
    const { store } = this.stories;
    store.flush();
    const links = this.links.result();
    const known = [...links.records.values()].map((record) => record.known);
    const place = (file: string): string => join(this.#folder, file);
    const state: State = {
      version: this.#version,
      site: this.site,
      stories: writeRecords(place(STORIES), this.stories.records(), this.#before?.stories, (path) => this.stories.isAsRead(path)),
      pages: writeRecords(place(PAGES), this.pages.records(), this.#before?.pages),
      words: writeRecords(place(WORDS), this.words.records(known), this.#before?.words),
      vectors: writeRecords(place(VECTORS), this.vectors.records(known), this.#before?.vectors),
      names: writeRecords(place(NAMES), this.names.records(known), this.#before?.names),
      links: { ...links, records: writeRecords(place(LINKS), links.records, this.#before?.links) },
      threads: writeRecords(place(THREADS), this.threads.records(), this.#before?.threads),
      bodies: store.size,
    };
    writeStateFile(join(this.#folder, STATE), JSON.stringify(state));
    this.close();
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

/** Undefined when one of the files is not the one that was written. */
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
