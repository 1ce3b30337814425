import "fake-indexeddb/auto";
import type { LibraryRecord } from "#content/library/libraryRecord.ts";
import { type Change, changeOf } from "#reader/data/library/change.ts";
import { libraryStore } from "#reader/data/library/libraryStore.ts";

/** A reader's device: the library's own code with a separate database. */
export class Device {
  readonly #name = `device-${crypto.randomUUID()}`;
  store = libraryStore(this.#name);

  async reopen(): Promise<void> {
    await this.store.close();
    this.store = libraryStore(this.#name);
  }

  async all(): Promise<LibraryRecord[]> {
    return (await this.store.all()).toSorted((a, b) => (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1));
  }

  /** What is in the library, by kind and id. */
  async names(): Promise<string[]> {
    return (await this.all()).flatMap(({ kind, id, value }) => (value === null ? [] : [`${kind}/${id}`]));
  }
}

export const save = (slug: string, headline = slug): Change => changeOf("saved", slug, () => ({ slug, headline, savedAt: Date.now() }));
