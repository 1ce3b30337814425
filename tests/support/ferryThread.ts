/** Stories of one thread, f0 to f3, and others of none, o0 to o7. */
const PARTS = [
  "The Harwick ferry struck Gullstone reef at night",
  "Divers reach the Harwick ferry below Gullstone reef",
  "Inquiry into the Harwick ferry hears of Gullstone buoys",
  "Harwick ferry raised from Gullstone reef by two cranes",
];
const OTHERS = [
  "Potatoes sprout",
  "Choirs rehearse",
  "Kites soar",
  "Bakers strike",
  "Glaciers melt",
  "Printers merge",
  "Wolves howl",
  "Clocks stop",
];

/** The text after the beginning of a story, by which stories are compared. */
const REST = "Nothing more was known in the evening, and the harbour stayed closed. ".repeat(20);

type Words = { headline?: string | undefined; date?: string; rest?: string };

/** The n-th part of the story of the ferry. */
export const ferryPart = (n: number, { headline = PARTS[n], date = `2024-04-0${n + 1}`, rest = "" }: Words = {}): string =>
  `---\nheadline: ${headline}\ndatePublished: ${date}\ntopics: [Harwick ferry]\nplaces: [Gullstone]\n---\nCaptain Mary Oduya of the Harwick ferry told of Gullstone reef${n > 0 ? `, as [before](f${n - 1}.md)` : ""}.\n\n${REST}\n\n${rest}\n`;

const DUTCH = ["De veerboot strandt op het rif", "Duikers bij de veerboot", "Onderzoek naar de veerboot", "De veerboot geborgen"];

/** The n-th part in Dutch, g0 to g3: another thread, of another edition. */
export const dutchPart = (n: number, rest = ""): string =>
  `---\nheadline: ${DUTCH[n]} van Gullstone\ndatePublished: 2024-04-0${n + 1}\nlang: nl\ntopics: [Veerboot]\nplaces: [Gullstone]\n---\nKapitein Mary Oduya van de veerboot vertelde over het rif van Gullstone${n > 0 ? `, als [eerder](g${n - 1}.md)` : ""}.\n\n${"Meer was er niet bekend, en de haven bleef dicht. ".repeat(25)}\n\n${rest}\n`;

export const dutchFiles: Record<string, string> = Object.fromEntries(DUTCH.map((_, n) => [`articles/nl/g${n}.md`, dutchPart(n)]));

const other = (n: number): string =>
  `---\nheadline: ${OTHERS[n]}\ndatePublished: 2024-03-0${n + 1}\ntopics: [${OTHERS[n]}]\n---\n${OTHERS[n]}.\n`;

/** A story of which the build is unsure whether it is of the thread of the ferry. */
export const perhapsFerry =
  "---\nheadline: Light for Gullstone reef at Harwick harbour\ndatePublished: 2024-06-01\n---\nA lantern, a mast and a cable to the shore cost half a million; fishermen may say where.\n";

/** The headline of each part. */
export const ferryHeadlines: readonly string[] = PARTS;

export const ferryFiles: Record<string, string> = {
  ...Object.fromEntries(OTHERS.map((_, n) => [`articles/o${n}.md`, other(n)])),
  ...Object.fromEntries(PARTS.map((_, n) => [`articles/f${n}.md`, ferryPart(n)])),
};
