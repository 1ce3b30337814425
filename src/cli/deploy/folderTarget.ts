import { copyFile, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate as turn } from "node:timers/promises";
import { removeFile } from "#compiler/output/diskFiles.ts";
import { digest } from "#compiler/state/digest.ts";
import { LIST, type List, overtaken, type Target } from "./target.ts";

/** A folder of this machine, such as one that a web server serves or that is mounted from another. Each file is replaced as a whole. */
export function folderTarget(folder: string): Target {
  const readList = async (): Promise<List | undefined> => {
    const text = await readFile(join(folder, LIST), "utf8").catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
      throw error;
    });
    return text === undefined ? undefined : { text, tag: digest(text) };
  };
  return {
    name: folder,
    hasServer: true,
    readList,
    writeList: async (text, tag) => {
      if ((await readList())?.tag !== tag) throw overtaken(folder);
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${LIST}.new`), text);
      await rename(join(folder, `${LIST}.new`), join(folder, LIST));
      return digest(text);
    },
    send: async (files, onSent) => {
      for (const { path, key } of files) {
        const to = join(folder, key);
        await mkdir(dirname(to), { recursive: true });
        await copyFile(path, `${to}.new`);
        await rename(`${to}.new`, to);
        onSent();
      }
    },
    remove: async (keys) => {
      for (const key of keys) {
        removeFile(folder, key);
        // The list may have to be renewed meanwhile.
        await turn();
      }
    },
  };
}
