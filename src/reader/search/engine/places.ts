import { positionsKey } from "#content/search/keys.ts";
import { decodePositions, decodePositionsEntry, type Places, type PositionsEntry } from "#content/search/positionsEntry.ts";
import type { Archive } from "./archive.ts";
import type { Form } from "./family.ts";
import type { Lists } from "./lists.ts";

/** Where forms of one word stand in stories, ascending. */
export type PlacesByStory = Map<number, number[]>;

/** The positions of a form that an index has, before they are loaded. */
export type Placed = { form: Form; positions: PositionsEntry };

/** Looks up where the positions of forms are. Words that are too frequent have none; those of a list that is not all here cannot be read. */
export async function placed({ manifest, tree }: Archive, lists: Lists, forms: readonly Form[]): Promise<Placed[]> {
  const rare = forms.filter(({ entry }) => entry.count <= manifest.positionsUpTo && lists.isWhole(entry));
  const payloads = await Promise.all(rare.map(({ word }) => tree.find(positionsKey(word))));
  return rare.flatMap((form, i) => {
    const payload = payloads[i];
    return payload ? [{ form, positions: decodePositionsEntry(payload) }] : [];
  });
}

/** The files with the positions of a form in some stories. */
export function partsFor({ parts, shift }: PositionsEntry, stories: ReadonlySet<number>): PositionsEntry["parts"] {
  const ranges = new Set(Array.from(stories, (story) => story >>> shift));
  return parts.filter(({ range }) => ranges.has(range));
}

/** Loads where forms of one word stand, in the stories asked for, from the files that are allowed. */
export async function loadPlaces(
  archive: Archive,
  lists: Lists,
  forms: readonly Placed[],
  stories: ReadonlySet<number>,
  allowed: ReadonlySet<string>,
): Promise<PlacesByStory> {
  const found: PlacesByStory = new Map();
  await Promise.all(forms.map((form) => loadForm(archive, lists, form, stories, allowed, found)));
  return found;
}

async function loadForm(
  { store }: Archive,
  lists: Lists,
  { form, positions }: Placed,
  stories: ReadonlySet<number>,
  allowed: ReadonlySet<string>,
  found: PlacesByStory,
): Promise<void> {
  const having: number[] = [];
  lists.visit(form.entry, (story) => having.push(story));
  having.sort((a, b) => a - b);
  const read = (bytes: Uint8Array, group: number[]): void => {
    for (const [i, places] of decodePositions(bytes, group.length).entries()) {
      const story = group[i];
      if (story !== undefined && stories.has(story)) merge(found, story, places);
    }
  };
  if (positions.parts.length === 0) return read(positions.inline, having);
  const parts = partsFor(positions, stories).filter(({ name }) => allowed.has(name));
  const loaded = await Promise.all(parts.map(({ name }) => store.lists.get(name)));
  for (const [i, { range }] of parts.entries()) {
    const bytes = loaded[i];
    if (bytes)
      read(
        bytes,
        having.filter((story) => story >>> positions.shift === range),
      );
  }
}

function merge(found: PlacesByStory, story: number, places: Places): void {
  const before = found.get(story);
  found.set(story, before ? [...before, ...places].toSorted((a, b) => a - b) : [...places]);
}
