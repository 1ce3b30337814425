import { decodePositions, type Positions, type PositionsEntry } from "../format/positionsEntry.ts";
import type { Archive } from "./archive.ts";
import type { Form } from "./family.ts";
import type { PartPositions } from "./indexTree.ts";
import type { Lists } from "./loadLists.ts";

/** The positions of one word's forms in documents, ascending. */
export type PositionsByDocument = Map<number, number[]>;

/** A form and its positions in one part of the index, before these are loaded. */
export type FormPositions = PartPositions & { form: Form };

/** Looks up the entries of the positions of forms. Too frequent words have none; with an incomplete list they cannot be decoded. */
export async function findPositions({ manifest, tree }: Archive, lists: Lists, forms: readonly Form[]): Promise<FormPositions[]> {
  const rare = forms.filter(({ entry }) => entry.count <= manifest.positionsUpTo && lists.isWhole(entry));
  const found = await Promise.all(rare.map(({ word }) => tree.positions(word)));
  return rare.flatMap((form, i) => (found[i] ?? []).map((part) => ({ ...part, form })));
}

/** The files with the positions of a form in these documents. */
export function partsFor({ parts, shift }: PositionsEntry, docs: ReadonlySet<number>): PositionsEntry["parts"] {
  const ranges = new Set(Array.from(docs, (doc) => doc >>> shift));
  return parts.filter(({ range }) => ranges.has(range));
}

/** Loads the positions of one word's forms in these documents from the allowed files. */
export async function loadPositions(
  archive: Archive,
  lists: Lists,
  forms: readonly FormPositions[],
  docs: ReadonlySet<number>,
  allowed: ReadonlySet<string>,
): Promise<PositionsByDocument> {
  const found: PositionsByDocument = new Map();
  await Promise.all(forms.map((form) => loadForm(archive, lists, form, docs, allowed, found)));
  return found;
}

async function loadForm(
  { store }: Archive,
  lists: Lists,
  { form, positions, from, until }: FormPositions,
  docs: ReadonlySet<number>,
  allowed: ReadonlySet<string>,
  found: PositionsByDocument,
): Promise<void> {
  const having: number[] = [];
  lists.visit(form.entry, (doc) => {
    if (doc >= from && doc < until) having.push(doc);
  });
  having.sort((a, b) => a - b);
  const read = (bytes: Uint8Array, group: number[]): void => {
    for (const [i, places] of decodePositions(bytes, group.length).entries()) {
      const doc = group[i];
      if (doc !== undefined && docs.has(doc)) merge(found, doc, places);
    }
  };
  if (positions.parts.length === 0) return read(positions.inline, having);
  const parts = partsFor(positions, docs).filter(({ name }) => allowed.has(name));
  const loaded = await Promise.all(parts.map(({ name }) => store.lists.get(name)));
  for (const [i, { range }] of parts.entries()) {
    const bytes = loaded[i];
    if (bytes)
      read(
        bytes,
        having.filter((doc) => doc >>> positions.shift === range),
      );
  }
}

function merge(found: PositionsByDocument, doc: number, places: Positions): void {
  const before = found.get(doc);
  found.set(doc, before ? [...before, ...places].toSorted((a, b) => a - b) : [...places]);
}
