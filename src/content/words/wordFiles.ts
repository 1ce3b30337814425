import { direction } from "../direction.ts";
import { messageCode, readMessage } from "./message.ts";

/** What is said in one language, by where it is said and by name. Some names stand for several sentences. */
export type Sentences = Record<string, string | Record<string, string>>;
export type Words = Record<string, Sentences>;

/** What every page says. The rest comes where it is wanted. */
const ON_EVERY_PAGE = ["page", "offline"];

/** What emails say, and no page. */
const BY_MAIL = "mail";

/** What no page says: a build writes it into stories (src/compiler/words/sayInStories.ts) and catalogues for e-readers. */
export const NOT_ON_PAGES = [BY_MAIL, "blocks", "catalogues"];

/** Where a site with accounts has the words of its emails, below the data of each edition. */
export const MAIL_FILE = "mail.json";
export const MAIL_WORDS = `data/${MAIL_FILE}`;

/** What emails say, which the server puts together: as data, and complete. */
export type MailWords = { language: string; sentences: Record<string, Record<string, string>> };

/** Two scripts that say everything in a language, and none of which holds more than functions and texts; the words of emails, and what feeds and catalogues are called. */
export type WordFiles = { page: string; more: string; mail: MailWords; titles: Titles };

const TITLES = {
  corrections: "page",
  latest: "page",
  sections: "page",
  topics: "page",
  contents: "export",
  issues: "catalogues",
} as const;

/** Sentences without arguments, each of the group that has it. */
type Titles = Record<keyof typeof TITLES, string>;

/**
 * Makes the scripts of a language. Each exports a function that is given what makes the
 * parts of sentences (src/reader/i18n/loadCatalogue.ts), and returns its sentences.
 * @param english gives the order of arguments
 * @param words complete: what `english` says, this says
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
      // What nobody has translated is English, and has the forms of English.
      const own = sentences[name] === undefined ? "en" : language;
      const code =
        typeof said === "string" && typeof original === "string"
          ? sentenceCode(said, original, own)
          : `{${groupCode(typeof said === "string" ? {} : said, typeof original === "string" ? {} : original, own)}}`;
      return `${/^\w+$/u.test(name) ? name : JSON.stringify(name)}:${code}`;
    })
    .join();
}

/** One sentence, as a function of the arguments that the English one has, in its order. */
function sentenceCode(said: string, original: string, language: string): string {
  const order = readMessage(original, "en").arguments.map(({ name }) => name);
  return messageCode(readMessage(said, language), order);
}
