import { francAll } from "franc-min";
import type { Block } from "#content/blocks/block.ts";
import { direction } from "#content/direction.ts";
import { plainText } from "#content/blocks/plainText.ts";

/** Characters in each part that is judged. With fewer, English is sometimes taken for French; with more, all languages look alike. */
const PART = 500;

/** The highest scores, from 0 to 1, that the second language and the edition's may have. Tuned on parts of the sample edition's stories. */
const SECOND = 0.93;
const OWN = 0.85;

/**
 * Detects the language of a text that names none, if it is certainly not the
 * edition's: two parts of the text, judged separately, agree by a clear margin.
 * @param edition the edition's language, as a BCP 47 tag
 * @returns undefined for a text that is short, in the edition's language or in doubt
 */
export function detectLanguage(body: Block[], edition: string): string | undefined {
  const own = edition.replace(/-.*$/su, "").toLowerCase();
  const text = plainText(body).replace(/\s+/gu, " ");
  const other = inOtherScript(text.slice(0, 2 * PART), edition) ?? byScript(text.slice(0, 2 * PART), own);
  if (other !== undefined) return other;
  if (text.length < 2 * PART || isCommon(text.slice(0, 2 * PART), own)) return undefined;
  const first = judged(text.slice(0, PART), own);
  return first !== undefined && first === judged(text.slice(PART, 2 * PART), own) ? first : undefined;
}

/**
 * A text whose script runs in the opposite direction to the edition's is certainly not in its language, however short it is.
 * The likeliest language for its letters is taken.
 */
function inOtherScript(text: string, edition: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const leftwards = text.match(/[\p{Script=Arabic}\p{Script=Hebrew}]/gu)?.length ?? 0;
  const isOther = direction(edition) === "rtl" ? leftwards < letters * 0.2 : leftwards > letters * 0.8;
  if (letters === 0 || !isOther) return undefined;
  const guesses = francAll(text, { minLength: 1 }).map(([code]) => languageOf(code));
  return Object.keys(COMMON).find((language) => isCommon(text, language)) ?? guesses.find((language) => language !== undefined);
}

/** Scripts that identify a language, and the share of letters that must be in them: Japanese mixes its own with Chinese characters. */
const SCRIPTS: [RegExp, string, number][] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja", 0.15],
  [/\p{Script=Hangul}/gu, "ko", 0.5],
  [/\p{Script=Han}/gu, "zh", 0.6],
  [/\p{Script=Thai}/gu, "th", 0.5],
  [/\p{Script=Greek}/gu, "el", 0.6],
  [/\p{Script=Georgian}/gu, "ka", 0.6],
  [/\p{Script=Armenian}/gu, "hy", 0.6],
];

/** The fewest letters that identify a script: fewer may be a name or a quotation. */
const FEWEST = 20;

/** The language that a script identifies. Statistics need a long text, and Chinese says in 300 characters what takes English 1,000. */
function byScript(text: string, own: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < FEWEST) return undefined;
  const language = SCRIPTS.find(([script, , share]) => (text.match(script)?.length ?? 0) >= letters * share)?.[1];
  return language === own ? undefined : language;
}

function judged(part: string, own: string): string | undefined {
  const all = francAll(part).map(([code, score]) => ({ language: languageOf(code), score }));
  const [best, second] = all;
  if (!best || best.language === undefined || best.language === own) return undefined;
  const ofOwn = all.find(({ language }) => language === own)?.score ?? 0;
  return (second?.score ?? 0) <= SECOND && ofOwn <= OWN ? best.language : undefined;
}

const tags = new Map<string, string | undefined>();

/** "deu" is de. Undefined for "und", and for a code without a two-letter form. Cached: a look-up takes as long as all the statistics. */
function languageOf(code: string): string | undefined {
  if (!tags.has(code)) {
    const [tag] = Intl.getCanonicalLocales(code);
    tags.set(code, tag !== undefined && /^[a-z]{2}$/u.test(tag) ? tag : undefined);
  }
  return tags.get(code);
}

/** Words that make up over a fifth of a text in their language, and far less of one in any other. They spare most texts the statistics. */
const COMMON: Record<string, Set<string>> = {
  en: new Set("the of and to in a is that for on was with as by it at from his an were are be".split(" ")),
  de: new Set("der die und das den von zu mit ist des dem im für auf ein eine nicht sich auch".split(" ")),
  fr: new Set("le la les des de et du un une en que est pour dans qui sur au par plus".split(" ")),
  es: new Set("de la que el en los las un una por con para del se no al es su".split(" ")),
};

function isCommon(text: string, own: string): boolean {
  const common = COMMON[own];
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return common !== undefined && words.filter((word) => common.has(word)).length > words.length * 0.2;
}
