import { plainText } from "#content/blocks/plainText.ts";
import { type ImportedStory, SOURCE_SHOWN } from "#compiler/importing/importReport.ts";

/** A story beside its original: what was read, and each block of what it became. `losses` counts what went wrong with it. */
export type StorySample = {
  where: string;
  article: string;
  headline: string;
  losses: number;
  source: string;
  became: { type: string; text: string }[];
};

/** Shorter sources show little. In UTF-16 code units. */
const SHORTEST = 200;

/** Chooses three stories to look at: two of those that lost most, and a typical one. Keeps only a few, however many there are. */
export function storySamples(): { story: (story: ImportedStory) => void; chosen: (withdrawn: ReadonlySet<string>) => StorySample[] } {
  let worst: StorySample[] = [];
  const first = new Map<number, { sample: StorySample; count: number }>();
  return {
    story: (story) => {
      const losses = story.item.changes.filter(({ severity }) => severity !== "notice").length;
      if (story.source.trim() === "") return;
      if (losses > (worst[1]?.losses ?? 0)) worst = [...worst, sampleOf(story, losses)].toSorted((a, b) => b.losses - a.losses).slice(0, 2);
      const known = first.get(losses);
      const isBetter = known !== undefined && known.sample.source.length < SHORTEST && story.source.length >= SHORTEST;
      if (known && !isBetter) known.count += 1;
      else if (known || first.size < MOST_KINDS) first.set(losses, { sample: sampleOf(story, losses), count: (known?.count ?? 0) + 1 });
    },
    chosen: (withdrawn) => {
      const others = [...first.values()].map(({ sample, count }) => ({ sample, count })).toSorted((a, b) => b.count - a.count);
      const isNew = (sample: StorySample) => !worst.some(({ where }) => where === sample.where);
      const all = [...worst, ...others.map(({ sample }) => sample).filter(isNew)];
      return all.filter(({ article }) => !withdrawn.has(article)).slice(0, 3);
    },
  };
}

/** Stories with the same number of losses are of one kind. */
const MOST_KINDS = 20;

const sampleOf = ({ item, source, body }: ImportedStory, losses: number): StorySample => ({
  where: item.place === undefined ? item.file : `${item.file} (${item.place})`,
  article: item.outcome === "published" ? item.article : "",
  headline: item.headline ?? "",
  losses,
  source: source.length > SOURCE_SHOWN ? `${source.slice(0, SOURCE_SHOWN)}…` : source,
  became: body.slice(0, MOST_SHOWN).map((block) => ({ type: block.type, text: textOf(block) })),
});

/** How many blocks of a story are shown. */
const MOST_SHOWN = 60;

/** A pull quote has text of its own to show, though it repeats the story's. */
function textOf(block: ImportedStory["body"][number]): string {
  const text = plainText([block]) || ("alt" in block && typeof block.alt === "string" ? block.alt : "");
  return text.slice(0, SOURCE_SHOWN / 4);
}
