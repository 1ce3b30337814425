import { LARGE } from "../format/files.ts";
import type { Notice } from "../query/notice.ts";
import { wordKey } from "../format/keys.ts";
import type { QueryToken } from "../query/clauses.ts";
import type { Stem } from "../text/stem.ts";
import type { Archive } from "./archive.ts";
import { completions } from "./completions.ts";
import { familyOf, familyPrefix, type Form } from "./family.ts";
import { neighbours } from "./spelling.ts";

/** The forms of a word in the index. `corrected` is the spelling of the word used instead. */
export type WordForms = { forms: Form[]; corrected?: string };

/** How many leaves are read for the forms of a word. In a small archive these have positions too, and so fewer words. */
const MOST_LEAVES = 2;
const MOST_LEAVES_IF_SMALL = 4;
const WITHOUT_ARTICLE = 0.9;
const COMPLETED = 0.6;
const CORRECTED = 0.7;
const MOST_COMPLETIONS = 12;
/** How many completions are used whose entries are not in a loaded leaf: each requires one. */
const MOST_FAR = 2;
/** The maximum size of the lists of all completions, in bytes. */
const COMPLETIONS_BUDGET = 24_000;
const MOST_CORRECTIONS = 2;

/** The forms of a word by the stemmers of the archive's main languages; if the word itself is not indexed, by the others' too. */
export async function wordForms(archive: Archive, token: QueryToken): Promise<Form[]> {
  const main = await archive.stems.main();
  const forms = await family(archive, token.term, main);
  if (token.stripped !== undefined) {
    const bare = await family(archive, token.stripped, main);
    forms.push(...bare.filter(({ word }) => !forms.some((form) => form.word === word)).map((form) => weighed(form, WITHOUT_ARTICLE)));
  }
  if (forms.some(({ weight }) => weight === 1)) return forms;
  const others = await archive.stems.others();
  return others.length === 0 ? forms : unique([...forms, ...(await family(archive, token.term, others))]);
}

/** The word itself, and nothing else. */
export async function exactForm({ tree }: Archive, word: string): Promise<Form[]> {
  const entry = await tree.set(wordKey(word));
  return entry ? [{ word, entry, weight: 1 }] : [];
}

/** The forms of a word being typed, and the most frequent completions that are cheap to load. */
export async function prefixForms(archive: Archive, token: QueryToken): Promise<Form[]> {
  const [own, all] = await Promise.all([wordForms(archive, token), completions(archive.tree, token.term)]);
  const chosen = [...all.filter(({ near }) => near).slice(0, MOST_COMPLETIONS), ...all.filter(({ near }) => !near).slice(0, MOST_FAR)];
  const entries = await Promise.all(chosen.map(({ word }) => exactForm(archive, word)));
  let spent = 0;
  const affordable = entries.flat().filter(({ entry }) => {
    spent += entry.parts.reduce((sum, { bytes }) => sum + bytes, 0);
    return spent <= COMPLETIONS_BUDGET;
  });
  return unique([...own, ...affordable.map((form) => weighed(form, COMPLETED))]);
}

/** The forms of a word, or if no document has it, those of the likeliest words one edit away, with a notice. */
export async function formsOrNeighbours(archive: Archive, token: QueryToken, text: string, notices: Notice[]): Promise<WordForms> {
  const forms = await wordForms(archive, token);
  if (forms.length > 0) return { forms };
  const [best, ...rest] = await neighbours(archive.tree, token.term);
  if (!best) {
    notices.push({ code: "wordUnknown", word: text });
    return { forms: [] };
  }
  const corrected = best.label === "" ? best.word : best.label;
  notices.push({ code: "corrected", from: text, to: corrected });
  const words = [best, ...rest.slice(0, MOST_CORRECTIONS - 1).filter(({ count }) => count * 10 > best.count)];
  const found = await Promise.all(words.map(({ word }) => wordForms(archive, { term: word })));
  return { forms: unique(found.flat()).map((form) => weighed(form, CORRECTED)), corrected };
}

async function family({ manifest, tree }: Archive, word: string, stems: readonly Stem[]): Promise<Form[]> {
  const prefix = familyPrefix(word, stems);
  const most = manifest.stories < LARGE ? MOST_LEAVES_IF_SMALL : MOST_LEAVES;
  return familyOf(word, stems, await tree.setsStartingWith(wordKey(prefix), { most, around: wordKey(word) }));
}

const weighed = (form: Form, weight: number): Form => ({ ...form, weight: form.weight * weight });

function unique(forms: readonly Form[]): Form[] {
  const byWord = new Map<string, Form>();
  for (const form of forms) if ((byWord.get(form.word)?.weight ?? 0) < form.weight) byWord.set(form.word, form);
  return [...byWord.values()];
}
