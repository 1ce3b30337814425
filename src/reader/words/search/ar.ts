import { counting } from "../counted.ts";
import { isolated } from "../isolated.ts";
import type { SearchWords } from "./en.ts";

const { counted } = counting("ar");
const named = (name: string): string => isolated(name, "rtl");

/** What the search says, in Arabic. */
export const searchAr: SearchWords = {
  searchFor: "البحث عن",
  searchIntro: "كل مقالات هذه الصحيفة كلمةً كلمة. ضع العبارة بين علامتي تنصيص، وضع علامة ناقص قبل الكلمة التي لا تريدها.",
  searchNeedsScript: "يجري البحث في متصفحك ويحتاج إلى جافاسكربت، وهي معطّلة. يمكنك العثور على المقالات بطرق أخرى:",
  searchTitle: (query: string) => `بحث: ${named(query)}`,
  searching: "جارٍ البحث",
  searchFailedTitle: "لم يُحمَّل البحث",
  searchFailedText: "لم يصل جزء من الفهرس. تحقق من الاتصال وحاول مرة أخرى.",
  filters: "عوامل التصفية",
  filtersSet: (count: number) => counted(count, { other: "عوامل التصفية (#)" }),
  removeFilter: "إزالة عامل التصفية",
  removeFilters: "إزالة كل عوامل التصفية",
  foundOf: (found: string, all: string) => `${found} من أصل ${all}`,
  foundAtLeast: (found: string) => `على الأقل ${found}`,
  sortBy: "الترتيب حسب",
  bestMatch: "الأكثر صلة",
  newestFirst: "الأحدث أولاً",
  oldestHits: "الأقدم أولاً",
  didYouMean: "هل تقصد",
  noHits: (query: string) => `لم يُعثر على أي مقال عن «${named(query)}»`,
  noHitsText: "جرّب كلمات أخرى أو أقل.",
  noHitsFilters: "توجد مقالات، لكن لا شيء منها يوافق عوامل التصفية.",
  mutedHits: (count: number) =>
    counted(count, {
      zero: "لا مقالات مكتومة مخفية",
      one: "مقال مكتوم واحد مخفي",
      two: "مقالان مكتومان مخفيان",
      few: "# مقالات مكتومة مخفية",
      many: "# مقالاً مكتوماً مخفياً",
      other: "# مقال مكتوم مخفي",
    }),
  lastSearches: "عمليات البحث الأخيرة",
  clearSearches: "مسح القائمة",
  seeAllFound: (stories: string) => `عرض الكل: ${stories}`,
  saveSearch: "حفظ هذا البحث",
  searchSaved: "حُفظ البحث",
  filtersFailed: "لم تُحمَّل عوامل التصفية.",
  noticeDate: (field: string, value: string) =>
    `${named(`${field}:`)} يحتاج إلى تاريخ مثل ${named("2024-04-22")} أو 2024، و«${named(value)}» ليس تاريخاً.`,
  noticeValue: (field: string) => `${named(`${field}:`)} يحتاج إلى شيء بعد النقطتين.`,
  noticeField: (field: string) => `${named(`${field}:`)} ليس حقل بحث؛ جرى البحث عن الكلمات نفسها.`,
  noticeQuote: "علامة تنصيص لم تُغلق؛ عُدّت العبارة ممتدة إلى النهاية.",
  noticeOr: `تحتاج ${named("OR")} إلى كلمة على كل جانب.`,
  noticeExcludedOr: `لا يمكن أن تكون الكلمة المسبوقة بناقص أحد جانبي ${named("OR")}؛ استُبعدت المقالات التي فيها هذه الكلمة.`,
  noticeTooLong: (most: number) => counted(most, { other: "جرى البحث عن أول الكلمات فقط، وعددها #." }),
  noticeNothing: "لا توجد كلمة للبحث عنها.",
  noticeSubject: (field: string, value: string) => `لا شيء باسم «${named(value)}» في ${named(`${field}:`)}`,
  noticeLanguage: (value: string) => `لا يوجد مقال باللغة «${named(value)}».`,
  noticeWord: (word: string) => `لا يوجد مقال فيه كلمة «${named(word)}».`,
  noticeCorrected: (from: string, to: string) => `لا يوجد مقال فيه «${named(from)}»؛ هذه فيها «${named(to)}».`,
  noticeRelaxed: "ليس في كل المقالات كل هذا؛ في بعضها جزء منه فقط.",
  noticeTooCommon: (phrase: string) => `كلمات «${named(phrase)}» ترد في مقالات كثيرة جداً فلم يُقارن ترتيبها.`,
  noticeNotAll: "الكلمات شائعة جداً فلم تُعدّ كل المقالات.",
  noticeOnDevice: (stories) =>
    counted(stories, {
      one: "لا اتصال. بُحث في المقال الوحيد الموجود على هذا الجهاز فقط.",
      two: "لا اتصال. بُحث في المقالين الموجودين على هذا الجهاز فقط.",
      few: "لا اتصال. بُحث في # مقالات موجودة على هذا الجهاز فقط.",
      many: "لا اتصال. بُحث في # مقالاً موجوداً على هذا الجهاز فقط.",
      other: "لا اتصال. بُحث في # مقال موجود على هذا الجهاز فقط.",
    }),
};
