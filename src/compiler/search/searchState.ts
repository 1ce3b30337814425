import { mkdirSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { readStateFile, writeStateFile } from "../state/stateFile.ts";
import type { ShardUse } from "./shards.ts";

/** Which story stood at a number, and the digest of all that the index takes from it. */
export type StoryMark = { slug: string; at: number; digest: string };

/** `rules`: what else the index depends on; another text, and all is built anew. */
export type SavedState = { rules: string; stories: StoryMark[]; uses: [string, ShardUse][] };

const STATE = "state.json";

const StateSchema = v.object({
  rules: v.string(),
  stories: v.array(v.object({ slug: v.string(), at: v.number(), digest: v.string() })),
  uses: v.array(v.tuple([v.string(), v.object({ bytes: v.number(), uses: v.number() })])),
});

/** What one build leaves for the next, in a folder that is not published. */
export class SearchState {
  readonly #folder: string;

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
    writeStateFile(join(this.#folder, STATE), JSON.stringify(state));
  }
}
