import { isolated } from "../../isolated.ts";
import type { HighlightWords } from "./en.ts";

const quoted = (passage: string): string => `«${isolated(passage, "rtl")}»`;

/** What is said about highlights and notes, in Arabic. */
export const highlightsAr: HighlightWords = {
  highlightPassage: "تمييز هذا المقطع",
  highlightIn: { yellow: "تمييز بالأصفر", green: "تمييز بالأخضر", blue: "تمييز بالأزرق" },
  colour: "اللون",
  colours: { yellow: "أصفر", green: "أخضر", blue: "أزرق" },
  addNote: "إضافة ملاحظة",
  note: "ملاحظة",
  highlighted: "تم التمييز",
  tooLong: "هذا المقطع أطول من أن يُميَّز.",
  highlightOf: (passage) => `مقطع مميَّز: ${quoted(passage)}`,
  highlightWithNote: (passage) => `مقطع مميَّز مع ملاحظة: ${quoted(passage)}`,
  remove: "إزالة",
  removeOf: (passage) => `إزالة تمييز المقطع ${quoted(passage)}`,
  removed: "أُزيل التمييز",
  movedTitle: "مقاطع مميَّزة انتقلت",
  movedText: "عُدِّل هذا المقال، ولم تعد كلمات هذه المقاطع في مواضعها.",
};
