import type { KnownStory } from "#content/library/record.ts";
import { passageAt } from "./anchoring/passageAt.ts";
import { type Colour, LONGEST } from "./changeMark.ts";
import { changeLibrary } from "../../../data/library/library.ts";
import { readableText, spanOf } from "../../../ui/readableText.ts";

/** Puts a passage of the open story into the library. @returns its id, undefined where it is too long */
export async function addMark({ slug, headline, inLanguage }: KnownStory, range: Range, colour: Colour): Promise<string | undefined> {
  const readable = readableText([document.querySelector(".prose")]);
  const span = spanOf(readable, range);
  const passage = span && passageAt(readable.text, span.start, span.end);
  if (!passage || passage.exact.length > LONGEST) return undefined;
  const id = newId();
  await changeLibrary("highlight", id, { slug, headline, inLanguage, passage, colour, madeAt: Date.now() });
  return id;
}

/** What no other device would choose. Over plain HTTP there is no randomUUID. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("");
}
