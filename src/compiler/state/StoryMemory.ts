import type { Block } from "#content/blocks/block.ts";
import type { Draft } from "../draft/draft.ts";
import type { Pictures } from "../draft/pictures.ts";
import type { LossCause, Problem } from "../draft/problem.ts";
import type { Recordings } from "../draft/recordings.ts";
import type { BodyRef, BodyStore } from "./BodyStore.ts";
import { digest } from "./digest.ts";
import { moveBody, storedBody } from "./lazyBody.ts";

/**
 * The look-ups and reports made while a file was read, in order, so that they can be repeated. `found` is the result of looking for a
 * picture, a recording or its transcript, see lookupKey.
 */
export type ReadEvent =
  | { type: "report"; problem: Problem }
  | { type: "once"; key: string; problem: Problem }
  | { type: "picture" | "recording" | "cues" | "text"; reference: string; file: string; found: string }
  | { type: "skip"; reason: string; cause?: LossCause | "meant" };

/**
 * A refined body. It is valid as long as every link in it leads where it did. `standfirst` is made from it if the draft has none;
 * "" if the body has no words.
 */
export type RefinedText = {
  /** The digest of the body that was refined. */
  of: string;
  inLanguage: string;
  /** The second is left out if it is the same. */
  links: [url: string, to?: string][];
  /** Whether all links lead somewhere, and no file was looked for to find out where. */
  needsNoFile: boolean;
  body: BodyRef;
  standfirst?: string | undefined;
  readingMinutes: number;
};

/** A report about a picture or recording; with `once` it is made only once per build for that key. */
export type MediaReport = { problem: Problem; once?: string };

/** A draft's body with the pictures that were made, and the reports about them. */
export type Filled = { body: Block[]; said: MediaReport[] };

/** `body` is as read; `filled` has the pictures in it, and is valid as long as their digest is `by`; `text` is refined. */
type StoredDraft = {
  fields: Omit<Draft, "body">;
  /** The addresses of the pictures and recordings that its file asked for. */
  pictures: string[];
  body: BodyRef;
  filled?: { by: string; body: BodyRef; said: MediaReport[] };
  text?: RefinedText;
  /** The language detected in the body as read, in an edition in the language `edition`; `of` is the digest of that body. */
  language?: { of: string; edition: string; found?: string | undefined };
};

/** A draft that has just been read: its body as JSON, and the language detected in it, in an edition in the language `edition`. */
export type DraftRead = {
  fields: Omit<Draft, "body">;
  body: Uint8Array<ArrayBuffer>;
  language?: { edition: string; found?: string | undefined };
};

/**
 * What was read from a file. `stamp` is that of stampOf (empty if it cannot be trusted), `digest` is of the file's bytes. `kept` is set if
 * the file cannot be parsed and the drafts are what was last published from it: files of the site that they show. `wasPost` is set if
 * it was published as a post of a live blog that is gone.
 */
export type FileRecord = {
  stamp: string;
  digest: string;
  events: ReadEvent[];
  drafts: StoredDraft[];
  kept?: string[];
  wasPost?: true;
  /** The lines in which the links to some addresses are, from 1; 0 if the file has no such link. In pairs, since V8 is slow with long keys. */
  lines?: [address: string, line: number][];
};

/**
 * The fields that later steps add to a draft. They are defined at once, because V8 turns an object to which many fields are added one by
 * one into a hash table, which takes several times the memory.
 */
const LATER: Partial<Draft> = {
  held: undefined,
  inLanguage: undefined,
  translationKey: undefined,
  id: undefined,
  headline: undefined,
  moments: undefined,
  dateModified: undefined,
  mark: undefined,
};

/** What was read from the files of an archive, in the previous build and in this one. */
export class StoryMemory {
  readonly store: BodyStore;
  readonly #before: ReadonlyMap<string, FileRecord>;
  readonly #now = new Map<string, FileRecord>();
  readonly #stored = new WeakMap<Draft, StoredDraft>();
  readonly #paths = new WeakMap<StoredDraft, string>();
  /** Files for which something was made again. */
  readonly #changed = new Set<string>();
  /** The digest of what decides where links lead, in the previous build and in this one. */
  readonly #addressesBefore: string;
  #addresses = "";

  constructor(store: BodyStore, before: ReadonlyMap<string, FileRecord>, addresses = "") {
    this.store = store;
    this.#before = before;
    this.#addressesBefore = addresses;
  }

  get addresses(): string {
    return this.#addresses;
  }

  /** Notes what decides where the links in stories lead, apart from the settings and files beside the stories. */
  noteAddresses(known: string): void {
    this.#addresses = known;
  }

  /** The record of a file, if its stamp is the same. */
  byStamp(path: string, stamp: string): FileRecord | undefined {
    const record = this.#before.get(path);
    return stamp !== "" && record?.stamp === stamp ? record : undefined;
  }

  /** The record of a file, if its bytes are the same. @param digestOf gives the digest of its bytes; called only if there is a record */
  byContent(path: string, stamp: string, digestOf: () => string): FileRecord | undefined {
    const record = this.#before.get(path);
    return record && record.digest === digestOf() ? { ...record, stamp } : undefined;
  }

  /** The record of a file in the previous build, whatever the file is now. */
  before(path: string): FileRecord | undefined {
    return this.#before.get(path);
  }

  /** Remembers that a file was a post, for as long as it is left out. */
  noteFormerPost(path: string): void {
    const record = this.#now.get(path);
    if (record && !record.wasPost) this.#now.set(path, { ...record, wasPost: true });
  }

  /** Takes the record of a file over into this build. */
  keep(path: string, record: FileRecord): Draft[] {
    this.#now.set(path, record);
    return record.drafts.map((stored) => {
      const draft = storedBody({ ...LATER, ...stored.fields }, this.store, stored.body);
      this.#stored.set(draft, stored);
      this.#paths.set(stored, path);
      return draft;
    });
  }

  /** Records what has just been read from a file, and moves the bodies into the store. @returns the drafts, with stored bodies */
  add(path: string, { drafts, ...file }: Omit<FileRecord, "drafts"> & { drafts: DraftRead[] }): Draft[] {
    const { events } = file;
    const pictures = [...new Set(events.flatMap((each) => ("found" in each && isAddress(each.found) ? [each.found] : [])))];
    const stored = drafts.map(({ fields, body: bytes, language }) => {
      const body = this.store.addJson(bytes);
      return { fields, pictures, body, ...(language && { language: { of: body.digest, ...language } }) };
    });
    return this.keep(path, { ...file, drafts: stored });
  }

  /**
   * Gives a draft the body with its pictures: the earlier one if the pictures are the same, else a new one.
   * @param known gives the digest of what was made of pictures and recordings, by their addresses
   * @returns the reports about them; undefined for a draft that is not in this memory
   */
  fill(draft: Draft, known: (urls: string[]) => string, make: () => Filled): MediaReport[] | undefined {
    const stored = this.#stored.get(draft);
    if (!stored) return undefined;
    if (stored.pictures.length === 0) return [];
    const by = known(stored.pictures);
    if (stored.filled?.by !== by) {
      const { body, said } = make();
      stored.filled = { by, body: this.store.add(body), said };
      this.#noteChange(stored);
    }
    moveBody(draft, this.store, stored.filled.body);
    return stored.filled.said;
  }

  /** The language detected in a draft's body as read: the earlier result, or a new one. */
  language(draft: Draft, edition: string, find: (body: Block[]) => string | undefined): string | undefined {
    const stored = this.#stored.get(draft);
    if (!stored) return find(draft.body);
    const of = stored.body.digest;
    if (stored.language?.of !== of || stored.language.edition !== edition) {
      stored.language = { of, edition, found: find(this.store.read(stored.body)) };
      this.#noteChange(stored);
    }
    return stored.language.found;
  }

  /**
   * Refines a draft's body: gives the earlier result if it is still valid, else a new one.
   * @param leadsTo gives the current address of a link, and reports what readers cannot follow; `needsNoFile`: whether it looks for no file
   * @param make refines the body; `own` tells whether the blocks are the draft's own, apart from links
   */
  text(
    draft: Draft,
    inLanguage: string,
    { leadsTo, needsNoFile }: { leadsTo: (url: string) => string; needsNoFile: (url: string) => boolean },
    make: (change: (url: string) => string) => { blocks: Block[]; own: boolean; standfirst: string | undefined; readingMinutes: number },
  ): RefinedText | undefined {
    const stored = this.#stored.get(draft);
    const before = stored?.text;
    const source = stored?.filled?.body ?? stored?.body;
    const areSame = this.#addresses !== "" && this.#addresses === this.#addressesBefore;
    const isFree = (url: string, to: string): boolean => to !== "" && needsNoFile(url) && needsNoFile(to);
    if (
      !stored ||
      !source ||
      (before?.of === source.digest &&
        before.inLanguage === inLanguage &&
        (before.standfirst ?? draft.standfirst) !== undefined &&
        ((areSame && before.needsNoFile) || before.links.every(([url, to = url]) => (areSame && isFree(url, to)) || leadsTo(url) === to)))
    )
      return before;
    const known = this.#linksBefore(stored);
    const links: RefinedText["links"] = [];
    let isAsRead = true;
    let isAllFree = true;
    const { blocks, own, standfirst, readingMinutes } = make((url) => {
      const former = known.get(url);
      const to = former !== undefined && areSame && isFree(url, former) ? former : leadsTo(url);
      links.push(to === url ? [url] : [url, to]);
      isAsRead &&= to === url;
      isAllFree &&= isFree(url, to);
      return to;
    });
    const body = own && isAsRead ? source : this.store.add(blocks);
    stored.text = { of: source.digest, inLanguage, links, needsNoFile: isAllFree, body, standfirst, readingMinutes };
    this.#noteChange(stored);
    return stored.text;
  }

  /** Where the links of a draft led in the previous build. Of several drafts in a file, it is not known which was this one. */
  #linksBefore(stored: StoredDraft): ReadonlyMap<string, string> {
    const [before, ...others] = this.#before.get(this.#paths.get(stored) ?? "")?.drafts ?? [];
    return new Map(others.length === 0 ? before?.text?.links.map(([url, to = url]) => [url, to]) : []);
  }

  /** The line of a file that has the link to an address: as it was found before, or as found now; undefined if there is none. */
  line(path: string, address: string, find: () => number | undefined): number | undefined {
    const record = this.#now.get(path);
    const known = record?.lines?.find(([each]) => each === address)?.[1];
    if (known !== undefined) return known === 0 ? undefined : known;
    const found = find();
    if (record) {
      (record.lines ??= []).push([address, found ?? 0]);
      this.#changed.add(path);
    }
    return found;
  }

  /** The records for the next build. */
  records(): ReadonlyMap<string, FileRecord> {
    return this.#now;
  }

  /** Whether no file was added, removed or read again. */
  isAllAsRead(): boolean {
    return this.#now.size === this.#before.size && [...this.#now].every(([path, { drafts }]) => drafts === this.#before.get(path)?.drafts);
  }

  /** Whether the record of a file is unchanged since the previous build. */
  isAsRead(path: string): boolean {
    return this.#now.get(path) === this.#before.get(path) && !this.#changed.has(path);
  }

  #noteChange(stored: StoredDraft): void {
    const path = this.#paths.get(stored);
    if (path !== undefined) this.#changed.add(path);
  }
}

/** The result of a look-up as text: an address, which changes with the bytes, or why there is none. A plain transcript has no file. */
export function lookupKey(found: ReturnType<Pictures["find"] | Recordings["find"] | Recordings["cues"]> | { text: string }): string {
  if ("reason" in found) return found.reason;
  if ("text" in found) return digest(found.text);
  if ("picture" in found) return found.picture.url;
  return "recording" in found ? found.recording.url : `${found.url ?? ""} ${digest(JSON.stringify(found))}`;
}

const isAddress = (found: string): boolean => found.startsWith("/");
