import type { CalloutKind } from "#content/block.ts";
import type { Inline } from "#content/inline.ts";

/** What a callout of a kind is called, where it has no title of its own: in the language of the story, so that it is read and spoken as part of it. */
const NAMES: Record<string, Record<CalloutKind, string>> = {
  en: { note: "Note", tip: "Tip", important: "Important", warning: "Warning", caution: "Caution" },
  de: { note: "Hinweis", tip: "Tipp", important: "Wichtig", warning: "Warnung", caution: "Vorsicht" },
  fr: { note: "Note", tip: "Conseil", important: "Important", warning: "Avertissement", caution: "Attention" },
  es: { note: "Nota", tip: "Consejo", important: "Importante", warning: "Advertencia", caution: "Precaución" },
  ar: { note: "ملاحظة", tip: "نصيحة", important: "مهم", warning: "تحذير", caution: "تنبيه" },
};

/** The name of a kind as a title; in English where the reader has no words in the language. */
export function calloutTitle(kind: CalloutKind, inLanguage: string): Inline[] {
  const names = NAMES[new Intl.Locale(inLanguage).language] ?? NAMES["en"];
  return [{ type: "text", text: names?.[kind] ?? kind }];
}
