import { counting } from "../../plurals.ts";
import type { OfflineWords } from "./en.ts";

const { counted, size } = counting("ar");

/** What is said about reading without a connection, about new versions and new stories, in Arabic. */
export const offlineAr: OfflineWords = {
  size,
  onThisDevice: "على هذا الجهاز",
  offlineTitle: "أنت غير متصل. هذا ما يوجد على هذا الجهاز",
  offlineText: "ما يظهر هنا يُفتح من دون اتصال. أما الباقي فيُحمَّل تلقائياً عند عودة الاتصال.",
  onDeviceText: "ما يظهر هنا يُفتح من دون اتصال: مقالات فتحتها أو احتفظت بها، وأخرى جُلبت مسبقاً.",
  nothingOnDevice: "لا شيء هنا بعد. ستبقى المقالات التي تفتحها متاحة للقراءة من دون اتصال.",
  onDeviceNeedsScript: "لا يمكن معرفة ما على هذا الجهاز إلا بجافاسكربت، وهي معطّلة. هذه الصفحات تُقرأ من دونها:",
  fromDevice: (time) => `لا يوجد اتصال. يُعرض ما هو محفوظ على هذا الجهاز منذ ${time}.`,
  fromDeviceSlow: (time) => `الخادم لا يستجيب. يُعرض ما هو محفوظ على هذا الجهاز منذ ${time}.`,
  storiesOnDevice: "مقالات",
  listsOnDevice: "صفحات",
  keptByYou: "ما احتفظت به",
  spaceUsed: (size) => `المساحة المستخدمة على هذا الجهاز: ${size}.`,
  removeAll: "إزالة الكل",
  keepEdition: "احتفظ بالعدد كله للقراءة دون اتصال",
  keepStories: "احتفظ بهذه المقالات للقراءة دون اتصال",
  keepIntro: "عندئذ يمكن قراءتها من دون اتصال، مع صورها.",
  keepSize: (stories, size) => `${stories}، نحو ${size}`,
  keepRoom: (size) => `المساحة المتاحة على هذا الجهاز: ${size}.`,
  keepNewest: (stories) => `لا تتسع المساحة لها كلها. سيُحتفظ بالأحدث: ${stories}.`,
  keepStart: "احتفظ بها على هذا الجهاز",
  keepResume: "متابعة",
  keepOf: (done, all) => `${done} من ${all} من المقالات`,
  keepEditionIntro:
    "يمكن عندئذٍ قراءة جميع المقالات مع صورها دون اتصال، وفتح الصفحة الأولى وكل القوائم والمواضيع والأماكن والكتّاب والأرشيف. ويجري البحث في المقالات.",
  keepEditionDone: "جميع المقالات والقوائم والفهارس والأرشيف موجودة على هذا الجهاز.",
  keepBegun: "يجري تنزيل المقالات.",
  keepDone: "كل شيء محفوظ على هذا الجهاز.",
  keepFailed: "لم يصل كل شيء. تحقق من الاتصال وحاول مرة أخرى.",
  keepRemove: "أزلها من هذا الجهاز",
  updateReady: "نسخة جديدة من القارئ جاهزة",
  reload: "إعادة التحميل",
  newStories: (count) =>
    counted(count, {
      zero: "لا مقالات جديدة",
      one: "مقال جديد واحد",
      two: "مقالان جديدان",
      few: "# مقالات جديدة",
      many: "# مقالاً جديداً",
      other: "# مقال جديد",
    }),
  newStoriesAtLeast: (count) =>
    counted(count, { few: "أكثر من # مقالات جديدة", many: "أكثر من # مقالاً جديداً", other: "أكثر من # مقال جديد" }),
  storyUpdated: "حُدِّث هذا المقال",
  show: "عرض",
  changedSince: (date) => `تغيّر هذا المقال منذ أن قرأته في ${date}.`,
  showChanges: "اعرض ما تغيّر",
  hideChanges: "أخفِ ما تغيّر",
  whatChanged: "ما الذي تغيّر",
  searchOffline: "أنت غير متصل، وهذا الجزء من الفهرس ليس على هذا الجهاز.",
};
