import { posix } from "node:path";
import { nearestName } from "../text/nearestName.ts";
import type { Draft } from "../draft/draft.ts";
import type { Report } from "../draft/problem.ts";

/** A text that may be a translation. `address` is its own in the edition; `names` are what other texts may call it, besides its file. */
export type Text = { draft: Draft; address: string; names: string[]; inLanguage: string; title: string };

/** A text in another language. */
type Translation = Pick<Text, "address" | "inLanguage" | "title">;

/** A text in other languages: the original first, then by language. `translationOf` is the address of the original, unless this is it. */
export type Translated = { translationOf?: string; translations: Translation[] };

type Setting = {
  /** What a text is called in a problem. */
  kind: "story" | "page";
  /** The language of the edition. */
  language: string;
  report: Report;
};

/**
 * Finds texts that are translations of each other: because the paths of their
 * files say so, or because one names the other. All connected texts are one
 * group, whichever names which, and each member links to all others. Of two in
 * one language, the second is left out of the group, and reported.
 * @param open texts that readers may see, in order of publication
 * @param back those that are kept back: they connect others, and are never linked to
 * @returns the translations of each open text by its draft; no entry for a text in only one language
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

/** Groups of connected texts. */
class Groups {
  readonly #of = new Map<Text, Text[]>();

  /** The smaller group is added to the larger one, so that joining many is fast. */
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

/**
 * Finds the text that another names as its original: by its address, its id, or the path of its file, from the content folder or from
 * the folder of the naming text. Names are indexed at the first look-up.
 */
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

/** The original first: a text that is named and names no other, then one in the edition's language, then the earliest. */
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
        remedy: "Correct the language of one of the two, or the original that it names.",
      });
    else byLanguage.set(inLanguage, text);
  }
  return [...byLanguage.values()];
}
