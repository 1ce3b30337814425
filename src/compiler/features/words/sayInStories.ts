import { readMessage, sayMessage } from "#content/words/message.ts";
import type { Words } from "#content/words/wordFiles.ts";
import type { Say } from "../../text/say.ts";
import type { PaperWords } from "./paperWords.ts";
import { wordsIn } from "./readWords.ts";

/** Makes the function that gives the words written into stories. @param paper the paper's own words; by default there are none */
export function sayInStories(paper: PaperWords = new Map()): Say {
  const known = new Map<string, ReturnType<typeof wordsIn>>();
  return (language, part, name, values = {}) => {
    for (const tag of [language, "en"]) {
      const said = known.get(tag) ?? wordsIn(tag, paper);
      known.set(tag, said);
      const text = textIn(said.words, part, name);
      if (text !== undefined) return sayMessage(readMessage(text, said.language), said.language, values);
    }
    throw new Error(`No language has the words ${part}.${name}.`);
  };
}

function textIn({ blocks = {} }: Words, part: string, name: string): string | undefined {
  const sentences = blocks[part];
  return typeof sentences === "object" ? sentences[name] : undefined;
}
