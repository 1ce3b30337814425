export type Texts = {
  name: string;
  language: string;
  author: string;
  sections: string[];
  topics: string[];
  headlines: string[];
  standfirsts: string[];
  body: string;
};

const body = "The river rose for two days. On the third it fell, and the gates were opened again before dawn.";

export const ENGLISH: Texts = {
  name: "The Harbour Post",
  language: "en",
  author: "Ada Keane",
  sections: ["Town", "Coast", "Harbour", "Schools", "Courts", "Weather", "Transport", "Letters", "Markets", "Gardens"],
  topics: ["Bridges", "Harbours", "Rivers", "Museums", "Weather records", "Railways"],
  headlines: [
    "The river falls, and the gates are opened again",
    "A museum finds its oldest map in a drawer",
    "Ferry to run at night from May",
    "Two schools will share one kitchen",
    "What the harbour earns in winter",
    "Bridge closes for a week so that its bearings can be changed",
    "The lighthouse keeps its lamp",
    "Council counts the trees, street by street",
    "Rain in nine of ten days, the wettest April since 1951",
    "Night trains return to the coast",
    "A court decides who owns the quay",
    "The last printer of sea charts retires at 81",
    "Bakers ask for longer hours",
    "Storm damage costs less than was feared",
    "Old tram found under a barn, and it still rolls",
    "Swimming club opens its pool to all",
    "Fog holds up forty ships",
    "Library lends tools as well as books",
    "The market moves back to its square",
    "Choir sings a piece that was lost for a century",
  ],
  standfirsts: [
    "Engineers had kept them shut for three days, while the water stood a metre above the road.",
    "It shows the coast as it was before the two great floods, with every farm and its owner’s name.",
    "The crossing takes forty minutes. The company will try it for a year and then decide.",
    "Both buildings are too small for one of their own.",
    "Fewer ships call, but those that do stay longer, and pay for the space.",
    "Traffic is led over the old crossing by the mill, which is narrow, and closed to lorries.",
    "A light that turns is easier to see than one that blinks, pilots say.",
    "There are 4,112 of them, more than anyone had thought.",
    "Farmers lost the first sowing, and will lose the second if the fields stay wet until the middle of May.",
    "Three a week at first.",
  ],
  body,
};

export const GERMAN: Texts = {
  name: "Küstennachrichten",
  language: "de",
  author: "Friederike Oberwasserburger",
  sections: ["Verkehrsinfrastruktur", "Wasserwirtschaft", "Gemeindeangelegenheiten", "Sport"],
  topics: ["Hochwasserschutzanlagen", "Straßenbahnbetriebshof", "Naturschutzgebietsverordnung", "Seenotrettung"],
  headlines: [
    "Hochwasserschutzbeauftragte warnen vor Grundwasserabsenkung",
    "Verkehrsinfrastrukturfinanzierungsgesellschaft prüft Brückenneubau",
    "Oosterschelde-Sturmflutsperrwerk zwischen Küstenschutz und Meeresspiegelanstieg",
    "Straßenbahnbetriebshof wird Kulturveranstaltungszentrum",
    "Seenotrettungskreuzer fährt wieder",
    "Grundstücksverkehrsgenehmigungszuständigkeit bleibt umstritten",
    "Bürgermeisterin eröffnet Fahrradschnellwegverbindung",
  ],
  standfirsts: [
    "Die Wasserstandsvorhersagezentrale rechnet mit sinkenden Pegelständen, das Landesbetriebsamt für Küstenschutz mit steigenden Unterhaltungskosten.",
    "Der Gemeinderat stimmt im Mai ab.",
    "Naturschutzverbände und Schifffahrtsverwaltung haben sich auf einen Kompromiss verständigt.",
  ],
  body,
};

export const ARABIC: Texts = {
  name: "بريد الميناء",
  language: "ar",
  author: "ليلى حسن",
  sections: ["العالم", "العلوم", "الثقافة", "الرياضة"],
  topics: ["الأنهار", "الجسور", "المتاحف"],
  headlines: [
    "النهر ينخفض والبوابات تُفتح من جديد",
    "متحف يعثر على أقدم خرائطه في درج",
    "العبارة تبحر ليلاً ابتداءً من مايو",
    "مدرستان تتقاسمان مطبخاً واحداً",
    "إغلاق الجسر أسبوعاً لتبديل دعائمه",
    "المنارة تحتفظ بمصباحها",
  ],
  standfirsts: [
    "أبقاها المهندسون مغلقة ثلاثة أيام بينما كان الماء أعلى من الطريق بمتر.",
    "تُظهر الساحل كما كان قبل الفيضانين الكبيرين.",
    "تستغرق الرحلة أربعين دقيقة.",
  ],
  body,
};
