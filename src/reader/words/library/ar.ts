import { counting } from "../counted.ts";
import { isolated } from "../isolated.ts";
import type { LibraryWords } from "./en.ts";

const { counted } = counting("ar");
const named = (name: string): string => isolated(name, "rtl");

/** What is said about the reader's library, in Arabic. */
export const libraryAr: LibraryWords = {
  yourPages: "صفحاتك",
  withCount: (name, count) => `${name} (${count})`,
  libraryNeedsScript: "ما يخصك محفوظ في متصفحك، وعرضه يحتاج إلى JavaScript وهو معطَّل. أما القراءة فلا تحتاج إليه.",
  nothingSaved: "لا شيء محفوظ بعد. زر «حفظ» بجانب أي مقال يُبقيه هنا مع صوره، للقراءة من دون اتصال أيضاً.",
  allOffline: (stories) => `كل شيء على هذا الجهاز ويمكن قراءته من دون اتصال: ${stories}.`,
  someOffline: (here, all) => `يمكن قراءة ${here} من ${all} من المقالات من دون اتصال.`,
  keepOffline: "الاحتفاظ للقراءة من دون اتصال",
  removeWhenRead: "الإزالة بعد القراءة",
  savedAt: (date) => `حُفظ في ${date}`,
  savedToday: "حُفظ اليوم",
  readSoFar: "ما قُرئ حتى الآن",
  minutesLeft: (count) =>
    counted(count, {
      zero: "بقي أقل من دقيقة",
      one: "بقيت دقيقة",
      two: "بقيت دقيقتان",
      few: "بقيت # دقائق",
      many: "بقيت # دقيقة",
      other: "بقيت # دقيقة",
    }),
  wasRead: "قُرئ",
  remove: "إزالة",
  removeOf: (name) => `إزالة «${named(name)}»`,
  removed: (name) => `أُزيل: ${named(name)}`,
  undo: "تراجع",
  nowSaved: "حُفظ على هذا الجهاز",
  listenToAll: "استمع إلى الكل",
  showMore: "عرض المزيد",
  continueReading: "تابع القراءة",
  stoppedAt: (paragraph, count) => `توقفت عند الفقرة ${paragraph} من ${count}.`,
  goOn: "متابعة",
  nothingFollowed: "لا تتابع شيئاً بعد. زر «متابعة» في صفحة موضوع أو قسم أو كاتب أو مكان يجلب مقالاته الجديدة إلى هنا.",
  newCount: (count) =>
    counted(count, { zero: "لا جديد", one: "جديد واحد", two: "جديدان", few: "# جديدة", many: "# جديداً", other: "# جديد" }),
  newCountMore: (count) => counted(count, { few: "أكثر من # جديدة", many: "أكثر من # جديداً", other: "أكثر من # جديد" }),
  newSinceVisit: "الجديد منذ زيارتك الأخيرة",
  savedSearches: "عمليات البحث المحفوظة",
  nothingNewSince: "لا جديد منذ زيارتك الأخيرة.",
  earlierStories: "قبل ذلك",
  followed: "ما تتابعه",
  stopFollowing: "إلغاء المتابعة",
  nowFollowed: (name) => `أنت تتابع ${named(name)}`,
  noLonger: (name) => `لم تعد تتابع ${named(name)}`,
  nowMuted: (name) => `أُخفيت المقالات عن ${named(name)}`,
  noLongerMuted: (name) => `عادت المقالات عن ${named(name)} إلى الظهور`,
  hiddenStory: (name) => `مخفي: ${named(name)}`,
  mutedIntro: "المقالات عنها مخفية في القوائم وفي الصفحة الأولى وفي البحث، ويمكن إظهارها هناك.",
  unmute: "إظهار من جديد",
  nothingHighlighted: "لم تميّز شيئاً بعد. حدّد كلمات في مقال ثم اختر لوناً.",
  passageMoved: "لم تعد هذه الكلمات في المقال، أو لم تعد في موضعها.",
  historyIntro: "المقالات التي فتحتها. تبقى على هذا الجهاز ما لم تُبقِ مكتبتك متطابقة مع حساب.",
  keepHistory: "الاحتفاظ بسجل",
  historyPaused: "السجل متوقف مؤقتاً. لن يُدوَّن ما تفتحه الآن.",
  nothingRead: "لم تفتح أي مقال بعد، أو مُسح السجل.",
  clearHistory: "مسح السجل",
  historyCleared: "مُسح السجل",
  trouble: {
    denied: "هذا المتصفح لا يحتفظ بشيء لهذه الصفحة، كما في بعض النوافذ الخاصة. ما تحفظه يبقى حتى تغلقها.",
    full: "لم تبق مساحة على هذا الجهاز. ما تغيّره الآن يبقى حتى تغلق الصفحة؛ أزل شيئاً ليُحفظ من جديد.",
    lost: "أزال المتصفح ما كان يحتفظ به لهذه الصفحة. ما تراه هنا يبقى حتى تغلقها؛ أعد تحميل الصفحة لتبدأ من جديد.",
  },
};
