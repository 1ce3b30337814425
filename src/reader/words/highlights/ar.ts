import { counting } from "../counted.ts";
import { isolated } from "../isolated.ts";
import type { HighlightWords } from "./en.ts";

const { counted } = counting("ar");
const quoted = (passage: string): string => `«${isolated(passage, "rtl")}»`;

/** What is said about highlights and notes, in Arabic. */
export const highlightsAr: HighlightWords = {
  highlights: "المقاطع المميَّزة",
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
  undo: "تراجع",
  moved: "انتقل",
  movedTitle: "مقاطع مميَّزة انتقلت",
  movedText: "عُدِّل هذا المقال، ولم تعد كلمات هذه المقاطع في مواضعها.",
  nothingHighlighted: "لم تميّز شيئاً بعد. حدّد كلمات في مقال ثم اختر لوناً.",
  highlightsIntro: "ما ميّزته في المقالات، مع ملاحظاتك.",
  count: (count) =>
    counted(count, {
      zero: "لا مقاطع مميَّزة",
      one: "مقطع مميَّز واحد",
      two: "مقطعان مميَّزان",
      few: "# مقاطع مميَّزة",
      many: "# مقطعاً مميَّزاً",
      other: "# مقطع مميَّز",
    }),
  showInStory: (passage) => `عرض في المقال: ${quoted(passage)}`,
  showMore: "عرض المزيد",
};
