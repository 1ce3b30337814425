import { wordKey } from "../format/keys.ts";
import { decodeSetEntry, type SetPart } from "../format/setEntry.ts";

/** The documents of a key in all parts of the index: short lists, with the document relative to which each is encoded, and files. */
export type DocumentSet = { count: number; label: string; inline: { bytes: Uint8Array; count: number; from: number }[]; parts: SetPart[] };

/**
 * Joins the entries of a key: that of the latest documents comes last. Of two spellings of a word the last in order counts, as
 * in the build; a value has the name that its oldest document gives it.
 */
export function documentSet(key: string, payloads: readonly { payload: Uint8Array; from: number }[]): DocumentSet | undefined {
  const [first, ...others] = payloads.map(({ payload, from }): DocumentSet => {
    const { count, label, inline, parts } = decodeSetEntry(payload);
    return { count, label, inline: parts.length === 0 ? [{ bytes: inline, count, from }] : [], parts };
  });
  return first && others.reduce((set, other) => joined(set, other, key.startsWith(wordKey(""))), first);
}

function joined(older: DocumentSet, later: DocumentSet, isWord: boolean): DocumentSet {
  return {
    count: older.count + later.count,
    label: isWord && later.label > older.label ? later.label : older.label,
    inline: [...older.inline, ...later.inline],
    parts: [...older.parts, ...later.parts],
  };
}
