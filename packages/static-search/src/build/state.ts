import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { type ShardUse, writeWhole } from "./shards.ts";

/** The document that had a number, and the digest of all that the index takes from it. */
export type DocumentMark = { id: string; at: number; digest: string };

/** `rules`: what else the index depends on; if it differs, a full build is needed. */
export type SavedState = { rules: string; documents: DocumentMark[]; uses: [string, ShardUse][] };

const STATE = "state.json";

const StateSchema = v.object({
  rules: v.string(),
  documents: v.array(v.object({ id: v.string(), at: v.number(), digest: v.string() })),
  uses: v.array(v.tuple([v.string(), v.object({ bytes: v.number(), uses: v.number() })])),
});

/** The state that one build leaves for the next, in a folder that is not published. */
export class State {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Undefined if there is no readable state: a full build is then needed. */
  read(): SavedState | undefined {
    try {
      const state = v.safeParse(StateSchema, JSON.parse(readFileSync(join(this.#folder, STATE), "utf8")));
      return state.success ? state.output : undefined;
    } catch {
      return undefined;
    }
  }

  /** Call it once all files of the index are written. */
  write(state: SavedState): void {
    writeWhole(join(this.#folder, STATE), JSON.stringify(state));
  }
}
