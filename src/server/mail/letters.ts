import { readMessage, sayMessage } from "#content/words/message.ts";
import type { MailWords } from "#content/words/wordFiles.ts";

/** What letters say, in the paper's language. */
export type Letters = {
  language: string;
  /** @param values what the sentence names */
  say: (letter: string, part: string, values: Record<string, string>) => string;
};

/** @param words complete, as the build leaves them in a site */
export function letters({ language, sentences }: MailWords): Letters {
  return {
    language,
    say: (letter, part, values) => sayMessage(readMessage(sentences[letter]?.[part] ?? "", language), language, values),
  };
}
