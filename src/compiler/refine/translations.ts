import { posix } from "node:path";
import { nearestName } from "../draft/nearestName.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";

/** A text that may be a translation. `address` is its own in the edition; `names` are what others may call it besides its file. */
export type Text = { draft: Draft; address: string; names: string[]; inLanguage: string; title: string };

/** A text in another language. */
type Translation = Pick<Text, "address" | "inLanguage" | "title">;

/** What a text is in other languages: the original first, then by language. `translationOf` is the address of the original, if it is not the text itself. */
export type Translated = { translationOf?: string; translations: Translation[] };

type Setting = {
  /** What a text is called in a problem. */
  kind: "story" | "page";
  /** The language of the edition. */
  language: string;
  report: Report;
};

/**
 * Finds the texts that are translations of each other: those whose files tell
 * it by their places, and those that name one another. Whoever names whom, all
 * that hang together are one group, of which each member knows all others. Of
 * two in one language, the second stays out of it, and is reported.
 * @param open texts that readers may see, in order of publication
 * @param back those that are kept back: they join others, and are never named
 * @returns what is known of each open text by its draft; nothing of those that are in one language alone
 */
export function translations(open: Text[], back: Text[], setting: Setting): ReadonlyMap<Draft, Translated> {
  const all = [...open, ...back];
  const isOpen = new Set(open);
  const groups = new Groups();
  const byKey = new Map<string, Text>();
  const original = new Map<Text, Text>();
  const find = finder(all, setting);
  for (const text of all) {
    const { translationOf, translationKey } = text.draft;
    const first = translationKey === undefined ? undefined : byKey.get(translationKey);
    if (first) groups.join(first, text);
    else if (translationKey !== undefined) byKey.set(translationKey, text);
    const named = translationOf === undefined ? undefined : find(text, translationOf, isOpen.has(text));
    if (!named) continue;
    original.set(text, named);
    groups.join(named, text);
  }
  const order = orderOf(all, original, setting.language);
  const found = new Map<Draft, Translated>();
  for (const group of groups.all()) {
    const members = inDistinctLanguages(group.filter((text) => isOpen.has(text)).toSorted(order), setting);
    if (members.length > 1) for (const text of members) found.set(text.draft, translated(text, members));
  }
  return found;
}

/** @param members the original first */
function translated(text: Text, members: Text[]): Translated {
  const [first, ...others] = members;
  const sorted = [...(first ? [first] : []), ...others.toSorted((a, b) => (a.inLanguage < b.inLanguage ? -1 : 1))];
  return {
    ...(first && first !== text && { translationOf: first.address }),
    translations: sorted.filter((other) => other !== text).map(({ address, inLanguage, title }) => ({ address, inLanguage, title })),
  };
}

/** Texts that hang together. */
class Groups {
  readonly #of = new Map<Text, Text[]>();

  /** The smaller group goes into the larger one, so that many are joined in little time. */
  join(a: Text, b: Text): void {
    const [small, large] = [this.#groupOf(a), this.#groupOf(b)].toSorted((one, other) => one.length - other.length);
    if (!small || !large || small === large) return;
    large.push(...small);
    for (const text of small) this.#of.set(text, large);
  }

  all(): Set<Text[]> {
    return new Set(this.#of.values());
  }

  #groupOf(text: Text): Text[] {
    const group = this.#of.get(text) ?? [text];
    this.#of.set(text, group);
    return group;
  }
}

/** Finds what a text calls its original: by its address, its id, or its file, from the content folder or from the text's own. Names are gathered for the first that names one. */
function finder(all: Text[], { kind, report }: Setting): (text: Text, wanted: string, isOpen: boolean) => Text | undefined {
  let known: Map<string, Text> | undefined;
  return (text, wanted, isOpen) => {
    known ??= new Map(
      all.flatMap((each) => [...each.names, each.address, each.draft.file].map((name) => [name, each] as const)).toReversed(),
    );
    const { file } = text.draft;
    const found = known.get(wanted) ?? known.get(posix.join(posix.dirname(file), wanted));
    if (found && found !== text) return found;
    if (!isOpen) return undefined;
    const nearest = found ? undefined : nearestName(wanted, known.keys());
    report({
      severity: "warning",
      file,
      place: "translationOf",
      message: found
        ? `This ${kind} says that it is a translation of itself.`
        : `There is no ${kind} "${wanted}", so this one is linked to no original.`,
      remedy: "Name the original by its slug, id or file, or remove the field.",
      ...(nearest !== undefined && { nearest }),
    });
    return undefined;
  };
}

/** The original first: what names no other and is named, then what is in the edition's language, then what came first. */
function orderOf(all: Text[], original: ReadonlyMap<Text, Text>, language: string): (a: Text, b: Text) => number {
  const named = new Set(original.values());
  const places = new Map(all.map((text, place) => [text, place]));
  const [own] = language.split("-");
  const rank = (text: Text): number =>
    (original.has(text) ? 4 : 0) + (named.has(text) ? 0 : 2) + (text.inLanguage.split("-")[0] === own ? 0 : 1);
  return (a, b) => rank(a) - rank(b) || (places.get(a) ?? 0) - (places.get(b) ?? 0);
}

function inDistinctLanguages(texts: Text[], { kind, report }: Setting): Text[] {
  const byLanguage = new Map<string, Text>();
  for (const text of texts) {
    const { draft, inLanguage } = text;
    const first = byLanguage.get(inLanguage);
    if (first)
      report({
        severity: "warning",
        file: draft.file,
        place: draft.translationOf === undefined ? "inLanguage" : "translationOf",
        message: `${first.draft.file} is linked to the same translations and is in the same language (${inLanguage}), so this ${kind} is linked to none.`,
        remedy: "Correct the language of one of the two, or what it says that it is a translation of.",
      });
    else byLanguage.set(inLanguage, text);
  }
  return [...byLanguage.values()];
}
