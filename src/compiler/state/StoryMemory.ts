import type { Block } from "#content/blocks/block.ts";
import type { Draft } from "../draft/draft.ts";
import type { Pictures } from "../draft/pictures.ts";
import type { LossCause, Problem } from "../draft/problem.ts";
import type { Recordings } from "../draft/recordings.ts";
import type { BodyRef, BodyStore } from "./BodyStore.ts";
import { digest } from "./digest.ts";
import { moveBody, storedBody } from "./lazyBody.ts";

/** What reading a file asked and said, in its order. `found` is what came of looking for a picture, a recording or what is said in one, see knownAs. */
export type Told =
  | { type: "report"; problem: Problem }
  | { type: "once"; key: string; problem: Problem }
  | { type: "picture" | "recording" | "cues" | "text"; reference: string; file: string; found: string }
  | { type: "skip"; reason: string; cause?: LossCause | "meant" };

/** What refining made of a body: it holds as long as every link in it leads where it led. `standfirst` was made of it for want of another; "" where it has no words. */
export type RefinedText = {
  /** The digest of the body that was refined. */
  of: string;
  inLanguage: string;
  links: [url: string, to: string][];
  body: BodyRef;
  standfirst?: string | undefined;
  readingMinutes: number;
};

/** A report about a picture; `once` names what it is made only once for. */
export type Said = { problem: Problem; once?: string };

/** A draft's body with its pictures as the edition has them, and what is said of them. */
export type Filled = { body: Block[]; said: Said[] };

/** `body` is as it was read; `filled` has the pictures in it and holds as long as `by` is what they are; `text` is refined. */
type StoredDraft = {
  fields: Omit<Draft, "body">;
  /** The addresses of the pictures and recordings that its file asked for. */
  pictures: string[];
  body: BodyRef;
  filled?: { by: string; body: BodyRef; said: Said[] };
  text?: RefinedText;
  /** The language that was found in the body as it was read, where the edition's is `edition`. */
  language?: { of: string; edition: string; found?: string | undefined };
};

/** A draft as it has just been read: its body as the JSON that it is kept in, and the language that was found in it, where the edition's is `edition`. */
export type DraftRead = {
  fields: Omit<Draft, "body">;
  body: Uint8Array<ArrayBuffer>;
  language?: { edition: string; found?: string | undefined };
};

/** What a file held. `stamp` is what the disk says of it (empty when that cannot be trusted), `digest` is of its bytes. */
export type FileRecord = { stamp: string; digest: string; told: Told[]; drafts: StoredDraft[] };

/** What later steps add to a draft. An object to which many fields are added one by one becomes a table, which takes several times the memory. */
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

/** What was read of an archive's files, in the build before and in this one. */
export class StoryMemory {
  readonly store: BodyStore;
  readonly #before: ReadonlyMap<string, FileRecord>;
  readonly #now = new Map<string, FileRecord>();
  readonly #stored = new WeakMap<Draft, StoredDraft>();
  readonly #paths = new WeakMap<StoredDraft, string>();
  /** Files of which something was made anew. */
  readonly #changed = new Set<string>();

  constructor(store: BodyStore, before: ReadonlyMap<string, FileRecord>) {
    this.store = store;
    this.#before = before;
  }

  /** What was read of a file, if the disk says the same of it as then. */
  byStamp(path: string, stamp: string): FileRecord | undefined {
    const record = this.#before.get(path);
    return stamp !== "" && record?.stamp === stamp ? record : undefined;
  }

  /** What was read of a file, if it had the same bytes. @param digestOf them: it is asked for where there was such a file */
  byContent(path: string, stamp: string, digestOf: () => string): FileRecord | undefined {
    const record = this.#before.get(path);
    return record && record.digest === digestOf() ? { ...record, stamp } : undefined;
  }

  /** Takes what was read of a file before into this build. */
  keep(path: string, record: FileRecord): Draft[] {
    this.#now.set(path, record);
    return record.drafts.map((stored) => {
      const draft = storedBody({ ...LATER, ...stored.fields }, this.store, stored.body);
      this.#stored.set(draft, stored);
      this.#paths.set(stored, path);
      return draft;
    });
  }

  /** Takes in what has just been read of a file; the bodies go into the store. Returns the drafts in whose place they were. */
  add(path: string, { stamp, digest: of, told, drafts }: Omit<FileRecord, "drafts"> & { drafts: DraftRead[] }): Draft[] {
    const pictures = [...new Set(told.flatMap((each) => ("found" in each && isAddress(each.found) ? [each.found] : [])))];
    const stored = drafts.map(({ fields, body: bytes, language }) => {
      const body = this.store.addJson(bytes);
      return { fields, pictures, body, ...(language && { language: { of: body.digest, ...language } }) };
    });
    return this.keep(path, { stamp, digest: of, told, drafts: stored });
  }

  /**
   * Gives a draft the body with its pictures: as it was filled before, if the pictures are what they were, or filled now.
   * @param known by what that is known which an edition shows of pictures
   * @returns what is said of them; undefined for a draft that is not of this memory
   */
  fill(draft: Draft, known: (urls: string[]) => string, make: () => Filled): Said[] | undefined {
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

  /** The language that a draft's text, as it was read, is found to be in: what was found before, or what is found now. */
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
   * What refining makes of a draft's body: what it made before, if that holds, or what it makes now.
   * @param leadsTo where a link leads now
   * @param make `own` tells whether the blocks are the draft's own, but for links
   */
  text(
    draft: Draft,
    inLanguage: string,
    leadsTo: (url: string) => string,
    make: (change: (url: string) => string) => { blocks: Block[]; own: boolean; standfirst: string | undefined; readingMinutes: number },
  ): RefinedText | undefined {
    const stored = this.#stored.get(draft);
    const before = stored?.text;
    const source = stored?.filled?.body ?? stored?.body;
    if (
      !stored ||
      !source ||
      (before?.of === source.digest &&
        before.inLanguage === inLanguage &&
        (before.standfirst ?? draft.standfirst) !== undefined &&
        before.links.every(([url, to]) => leadsTo(url) === to))
    )
      return before;
    const links: [string, string][] = [];
    const { blocks, own, standfirst, readingMinutes } = make((url) => {
      const to = leadsTo(url);
      links.push([url, to]);
      return to;
    });
    const isAsRead = own && links.every(([url, to]) => url === to);
    stored.text = { of: source.digest, inLanguage, links, body: isAsRead ? source : this.store.add(blocks), standfirst, readingMinutes };
    this.#noteChange(stored);
    return stored.text;
  }

  /** For the next build. */
  records(): ReadonlyMap<string, FileRecord> {
    return this.#now;
  }

  /** Whether no file has come or gone, or was read anew. */
  isAllAsRead(): boolean {
    return this.#now.size === this.#before.size && [...this.#now].every(([path, { drafts }]) => drafts === this.#before.get(path)?.drafts);
  }

  /** Whether what is known of a file is what was known before this build. */
  isAsRead(path: string): boolean {
    return this.#now.get(path) === this.#before.get(path) && !this.#changed.has(path);
  }

  #noteChange(stored: StoredDraft): void {
    const path = this.#paths.get(stored);
    if (path !== undefined) this.#changed.add(path);
  }
}

/** What came of looking for a file, in short: its address, which changes with its bytes, or why there is none. Untimed words have no file. */
export function knownAs(found: ReturnType<Pictures["find"] | Recordings["find"] | Recordings["cues"]> | { text: string }): string {
  if ("reason" in found) return found.reason;
  if ("text" in found) return digest(found.text);
  if ("picture" in found) return found.picture.url;
  return "recording" in found ? found.recording.url : `${found.url ?? ""} ${digest(JSON.stringify(found))}`;
}

const isAddress = (found: string): boolean => found.startsWith("/");
