/** What is said about parts of a page that come from elsewhere, in English. */
export const slotsEn = {
  asks: (hosts: string) => `Part of this page comes from ${hosts}, which would learn that you read it. Load it?`,
  allow: "Load it, here and on other pages",
  refuse: "Do not load it",
  refused: (hosts: string) => `Nothing is loaded from ${hosts}.`,
  allowed: (hosts: string) => `You let this paper load from ${hosts}.`,
  withdraw: "Stop loading it",
};

export type SlotWords = typeof slotsEn;
