import type { SlotWords } from "./en.ts";

export const slotsAr: SlotWords = {
  asks: (hosts) => `جزء من هذه الصفحة يأتي من ${hosts}، وسيعلم هناك أنك تقرؤها. هل يُحمَّل؟`,
  allow: "تحميله هنا وفي الصفحات الأخرى",
  refuse: "عدم تحميله",
  refused: (hosts) => `لا يُحمَّل شيء من ${hosts}.`,
  allowed: (hosts) => `سمحت لهذه الصحيفة بالتحميل من ${hosts}.`,
  withdraw: "إيقاف التحميل",
};
