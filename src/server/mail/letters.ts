import { readMessage, sayMessage } from "#content/words/message.ts";
import type { MailWords } from "#content/words/wordFiles.ts";

/** The messages of emails, in the paper's language. */
export type Letters = {
  language: string;
  /** @param values the arguments of the message */
  say: (letter: string, part: string, values: Record<string, string>) => string;
};

/** @param words all messages, as the build writes them into a site */
export function letters({ language, sentences }: MailWords): Letters {
  return {
    language,
    say: (letter, part, values) => sayMessage(readMessage(sentences[letter]?.[part] ?? "", language), language, values),
  };
}
