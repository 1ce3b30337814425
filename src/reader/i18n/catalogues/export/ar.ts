import { counting } from "../../plurals.ts";
import type { ExportWords } from "./en.ts";

const { counted } = counting("ar");

/** What is said about taking a library along and bringing one in, in Arabic. */
export const exportAr: ExportWords = {
  takeTitle: "مكتبتك لتأخذها معك",
  takeText: "كل ما حفظته وتابعته وقرأته وميّزته ودوّنته. إنه ملكك ولا يحصل عليه أحد غيرك.",
  headings: { saved: "المحفوظ", followed: "ما تتابعه", search: "عمليات البحث المحفوظة", highlight: "المقاطع المميَّزة", read: "السجل" },
  asJson: "كل شيء في ملف يمكن استيراده في مكان آخر (JSON)",
  asHtml: "كل شيء في صفحة للقراءة (HTML)",
  asOpml: "ما تتابعه، لقارئ خلاصات (OPML)",
  bringTitle: "استيراد مكتبة",
  bringText: "لا يضيع شيء مما هنا. وما يوجد في كليهما تبقى نسخته الأحدث.",
  bringFile: "ملف مكتبة (JSON)",
  chooseFile: "اختر ملفاً",
  noFile: "لم يُختر ملف",
  boundTitle: "المقالات المحفوظة مجموعة معاً",
  asBook: "كتاباً إلكترونياً (EPUB)",
  onPaper: "على الورق",
  gathering: "يجري جمع المقالات.",
  bound: "تم.",
  storiesIn: (count) =>
    counted(count, { zero: "لا مقالات", one: "مقال واحد", two: "مقالان", few: "# مقالات", many: "# مقالاً", other: "# مقال" }),
  storiesMissing: (count) =>
    counted(count, {
      one: "تعذّر جلب مقال واحد ولم يُدرَج.",
      two: "تعذّر جلب مقالين ولم يُدرَجا.",
      few: "تعذّر جلب # مقالات ولم تُدرَج.",
      other: "تعذّر جلب # مقالاً ولم تُدرَج.",
    }),
  contents: "المحتويات",
  notALibrary: "هذا الملف ليس مكتبة من Broadsheet أو هو من إصدار أحدث. لم يتغيّر شيء.",
  nothingNew: "لا جديد فيه.",
  cameIn: (count) =>
    counted(count, {
      one: "أُضيف عنصر جديد واحد.",
      two: "أُضيف عنصران جديدان.",
      few: "أُضيفت # عناصر جديدة.",
      many: "أُضيف # عنصراً جديداً.",
      other: "أُضيف # عنصر جديد.",
    }),
  wereHere: (count) =>
    counted(count, {
      one: "عنصر واحد كان هنا من قبل.",
      two: "عنصران كانا هنا من قبل.",
      few: "# عناصر كانت هنا من قبل.",
      many: "# عنصراً كانت هنا من قبل.",
      other: "# عنصر كانت هنا من قبل.",
    }),
  setAside: (count) =>
    counted(count, { one: "نُحّي عنصر واحد جانباً:", two: "نُحّي عنصران جانباً:", few: "نُحّيت # عناصر جانباً:", other: "نُحّي # عنصراً جانباً:" }),
};
