import { direction } from "../direction.ts";
import type { NewsletterFace } from "./newsletterFace.ts";
import { messageCode, readMessage } from "./message.ts";

/** The messages of one group, by name. Some names stand for several messages. */
export type Sentences = Record<string, string | Record<string, string>>;
export type Words = Record<string, Sentences>;

/** The groups that every page loads. Others are loaded on demand. */
const ON_EVERY_PAGE = ["page", "offline"];

/** The group for emails only. */
const BY_MAIL = "mail";

/** The groups that no page loads: emails, and what a build writes into stories (src/compiler/features/words/sayInStories.ts) and OPDS catalogues. */
export const NOT_ON_PAGES = [BY_MAIL, "blocks", "catalogues"];

/** The file with the words of emails in a site with accounts, below the data of each edition. */
export const MAIL_FILE = "mail.json";
export const MAIL_WORDS = `data/${MAIL_FILE}`;

/** The messages of emails as data, complete in one language. The server formats them. */
export type MailWords = {
  language: string;
  sentences: Record<string, Record<string, string>>;
  /** If the edition has a newsletter. */
  newsletter?: NewsletterFace;
};

/** The words of a language: two scripts of functions and strings, the messages of emails, and the titles of feeds and catalogues. */
export type WordFiles = { page: string; more: string; mail: MailWords; titles: Titles };

const TITLES = {
  corrections: "page",
  latest: "page",
  sections: "page",
  topics: "page",
  contents: "export",
  issues: "catalogues",
  rest: "members",
} as const;

/** Messages without arguments, each from the group that TITLES names. */
type Titles = Record<keyof typeof TITLES, string>;

/**
 * Makes the scripts of a language. Each exports a function that takes the formatters
 * (src/reader/i18n/loadCatalogue.ts) and returns the messages.
 * @param words the messages of the language; missing ones are taken from `english`
 * @param english the English messages, which also give the order of arguments
 */
export function wordFiles(words: Words, english: Words, language: string): WordFiles {
  const codeOf = (groups: string[]) => groups.map((group) => groupCode(words[group] ?? {}, english[group] ?? {}, language));
  const more = Object.keys(english).filter((group) => ![...ON_EVERY_PAGE, ...NOT_ON_PAGES].includes(group));
  const made = (code: string) =>
    `export default t=>{const{number:n,size:s,counted:c,isolated:i}=t(${JSON.stringify(language)},"${direction(language)}");return{${code}}};\n`;
  return {
    page: made(["number:n", "size:s", ...codeOf(ON_EVERY_PAGE)].join()),
    more: made(
      codeOf(more)
        .map((code, at) => `${more[at]}:{${code}}`)
        .join(),
    ),
    mail: { language, sentences: mailWords(words[BY_MAIL] ?? {}, english[BY_MAIL] ?? {}) },
    titles: titlesIn(words, english),
  };
}

function titlesIn(words: Words, english: Words): Titles {
  const titleOf = (name: keyof typeof TITLES): string => {
    const said = [words, english].map((each) => each[TITLES[name]]?.[name]).find((each) => typeof each === "string");
    return typeof said === "string" ? said : "";
  };
  return {
    corrections: titleOf("corrections"),
    latest: titleOf("latest"),
    sections: titleOf("sections"),
    topics: titleOf("topics"),
    contents: titleOf("contents"),
    issues: titleOf("issues"),
    rest: titleOf("rest"),
  };
}

function mailWords(said: Sentences, english: Sentences): MailWords["sentences"] {
  return Object.fromEntries(
    Object.entries(english).map(([name, original]) => {
      const own = said[name];
      return [name, { ...(typeof original === "object" && original), ...(typeof own === "object" && own) }];
    }),
  );
}

function groupCode(sentences: Sentences, english: Sentences, language: string): string {
  return Object.entries(english)
    .map(([name, original]) => {
      const said = sentences[name] ?? original;
      // An untranslated message is in English, and has English plural forms.
      const own = sentences[name] === undefined ? "en" : language;
      const code =
        typeof said === "string" && typeof original === "string"
          ? sentenceCode(said, original, own)
          : `{${groupCode(typeof said === "string" ? {} : said, typeof original === "string" ? {} : original, own)}}`;
      return `${/^\w+$/u.test(name) ? name : JSON.stringify(name)}:${code}`;
    })
    .join();
}

/** One message, as a function of the arguments of the English one, in its order. */
function sentenceCode(said: string, original: string, language: string): string {
  const order = readMessage(original, "en").arguments.map(({ name }) => name);
  return messageCode(readMessage(said, language), order);
}
