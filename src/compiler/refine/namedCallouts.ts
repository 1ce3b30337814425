import type { Block, CalloutKind } from "#content/block.ts";
import { mapBlocks } from "#content/mapBlocks.ts";

/** What a callout of a kind is called, where it has no title of its own: in the language of the story, so that it is read and spoken as part of it. */
const NAMES: Record<string, Record<CalloutKind, string>> = {
  en: { note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution" },
  de: { note: "Hinweis", tip: "Tipp", important: "Wichtig", warning: "Warnung", caution: "Vorsicht" },
  fr: { note: "Note", tip: "Conseil", important: "Important", warning: "Avertissement", caution: "Attention" },
  es: { note: "Nota", tip: "Consejo", important: "Importante", warning: "Advertencia", caution: "Precaución" },
  ar: { note: "ملاحظة", tip: "نصيحة", important: "مهم", warning: "تحذير", caution: "تنبيه" },
};

/**
 * Blocks in which each callout of a kind has a title: its own, or the name of the kind.
 * @param inLanguage of the story; English where the reader has no words in it
 * @param whenNamed told of each that had none
 */
export function namedCallouts(blocks: Block[], inLanguage: string, whenNamed: () => void = () => {}): Block[] {
  const names = NAMES[new Intl.Locale(inLanguage).language] ?? NAMES["en"];
  return mapBlocks(blocks, {
    block: (block) => {
      if (block.type !== "callout" || block.title || !block.kind) return block;
      whenNamed();
      return { ...block, title: [{ type: "text", text: names?.[block.kind] ?? block.kind }] };
    },
  });
}
