import { setImmediate } from "node:timers/promises";
import type { Output } from "#compiler/output/output.ts";
import { isCompressible, packed } from "./packed.ts";
import type { Progress } from "../terminal/progress.ts";

/**
 * Puts a Brotli copy beside every text file that has none yet, for servers that
 * send such copies (nginx, Apache, Caddy, `broadsheet serve`). A file that has not
 * changed is not compressed again.
 */
export async function compress(
  output: Pick<Output, "files" | "isNew" | "has" | "keep" | "read" | "write">,
  progress: Progress,
): Promise<void> {
  const files = output.files().filter((file) => isCompressible(file) && !output.has(`${file}.br`));
  for (const [index, file] of files.entries()) {
    if (!output.isNew(file) && output.keep(`${file}.br`)) continue;
    for (const copy of packed(file, output.read(file))) output.write(copy.file, copy.bytes);
    progress("Compressed", index + 1, files.length);
    // Lets the progress bar move.
    await setImmediate();
  }
}
