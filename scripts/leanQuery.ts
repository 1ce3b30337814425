import { basename } from "node:path";
import type { Plugin } from "vite";
import { type Change, leaveOut } from "./leaveOut.ts";

const FOLDER = /node_modules[\\/]@tanstack[\\/]query-core[\\/]build[\\/]modern[\\/]/u;

/** By file. The app tells its server things by itself (`account/useTelling.ts`), and has no lists without an end. */
const CHANGES = new Map<string, Change[]>([
  [
    "queryClient.js",
    [
      ["config.mutationCache || new MutationCache()", "void 0"],
      ["await this.resumePausedMutations();", ""],
    ],
  ],
  [
    "query.js",
    [['this.#queryType === "infinite" ? infiniteQueryBehavior(this.options.pages) : this.options.behavior', "this.options.behavior"]],
  ],
]);

/** Leaves out what the app does not use of its query library: mutations and endless lists. */
export function leanQuery(): Plugin {
  const waiting = new Set(CHANGES.keys());
  return {
    name: "broadsheet-lean-query",
    apply: "build",
    enforce: "pre",
    transform: {
      filter: { id: FOLDER },
      handler(code, id) {
        waiting.delete(basename(id));
        return { code: leanFile(basename(id), code), map: null };
      },
    },
    buildEnd(error) {
      if (!error && waiting.size > 0)
        throw new Error(
          `The query library that was built has no ${[...waiting].join(", ")}, of which scripts/leanQuery.ts leaves out parts.`,
        );
    },
  };
}

/** The code of a file of the library, without what nobody reaches. */
export function leanFile(file: string, code: string): string {
  return leaveOut("TanStack Query", code, CHANGES.get(file) ?? [], "scripts/leanQuery.ts");
}
