import { lookupKey, type ReadEvent } from "../state/StoryMemory.ts";
import type { SourceContext } from "./source.ts";

/** Whether everything that was looked up while a file was read is still the same. What is found is noted as shown by the file. */
export const isStillSo = (all: ReadEvent[], context: SourceContext): boolean =>
  all.every((told) => !("found" in told) || lookupKey(findAgain(told, context)) === told.found);

/** Without `recordings`, the result is that none is found, as before. */
function findAgain({ type, reference, file }: Extract<ReadEvent, { found: string }>, { pictures, recordings }: SourceContext) {
  if (type === "picture") return pictures.find(reference, file);
  if (type === "text") return pictures.text?.(reference, file) ?? { reason: "is not there" };
  return (type === "recording" ? recordings?.find(reference, file) : recordings?.cues(reference, file)) ?? { reason: "" };
}

/** Makes the reports again that were made while a file was read. */
export function reportAgain(all: ReadEvent[], context: SourceContext): void {
  for (const told of all) {
    if (told.type === "report") context.report(told.problem);
    if (told.type === "once") context.once(told.key, told.problem);
    if (told.type === "skip") context.skip(told.reason, told.cause);
  }
}
