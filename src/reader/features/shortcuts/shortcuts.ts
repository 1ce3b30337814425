import { frontPath, latestPath, savedPath } from "#content/paths.ts";
import type { DialogName } from "../../ui/DialogContext.ts";
import type { Words } from "../../i18n/wordTypes.ts";
import { focusFirst, focusSearchField, followLink, pressButton, saveTeaser } from "./onThePage.ts";
import { takeOffer } from "../../toasts/offers.ts";
import { attempt } from "#loading/hydration/lazyImport.ts";
import { moveTeaser } from "./moveTeaser.ts";
import { copyText } from "../../ui/copyText.ts";

/** The parts of the app that a shortcut can use. */
export type ShortcutContext = {
  go: (path: string) => void;
  open: (name: DialogName) => void;
  say: (text: string) => void;
  words: Words;
};

export type Shortcut = {
  /** The keys to press one after another, such as ["g", "h"]. */
  keys: readonly [string, ...string[]];
  name: (words: Words) => string;
  /** Missing if the browser handles the key by itself. Returns false if it does not apply to this page. */
  run?: (context: ShortcutContext) => boolean | void;
};

/**
 * All keyboard shortcuts; the sheet lists exactly these, in this order. A feature
 * with a button of its own has an entry that clicks it, and the button names the
 * key in `aria-keyshortcuts`.
 */
export const shortcuts: readonly Shortcut[] = [
  { keys: ["j"], name: (words) => words.nextTeaser, run: () => moveTeaser(1) },
  { keys: ["k"], name: (words) => words.previousTeaser, run: () => moveTeaser(-1) },
  { keys: ["Enter"], name: (words) => words.openTeaser },
  { keys: ["]"], name: (words) => words.nextStory, run: () => followLink("next") },
  { keys: ["["], name: (words) => words.previousStory, run: () => followLink("prev") },
  { keys: ["c"], name: (words) => words.copyLink, run: (context) => pressButton("c") || void copyLink(context) },
  { keys: ["s"], name: (words) => words.save, run: () => saveTeaser() || pressButton("s") },
  { keys: ["l"], name: (words) => words.listen, run: () => pressButton("l") },
  { keys: ["p"], name: (words) => words.toPlayer, run: () => focusFirst(".player button, .player a") },
  { keys: ["h"], name: (words) => words.selectSentence, run: markSentence },
  { keys: ["/"], name: (words) => words.search, run: ({ open }) => focusSearchField() || open("search") },
  { keys: ["g", "h"], name: (words) => words.frontPage, run: ({ go }) => go(frontPath) },
  { keys: ["g", "l"], name: (words) => words.latest, run: ({ go }) => go(latestPath) },
  { keys: ["g", "s"], name: (words) => words.saved, run: ({ go }) => go(savedPath) },
  { keys: ["z"], name: (words) => words.undo, run: () => takeOffer("undo") },
  { keys: ["n"], name: (words) => words.toNotice, run: () => focusFirst(".toast button, .alert a, .alert button") },
  { keys: ["m"], name: (words) => words.menu, run: ({ open }) => open("menu") },
  { keys: ["t"], name: (words) => words.readingSettings, run: ({ open }) => open("settings") },
  { keys: ["?"], name: (words) => words.shortcuts, run: ({ open }) => open("shortcuts") },
  { keys: ["Escape"], name: (words) => words.close },
];

/** Selects a sentence of the paragraph that has the focus, to highlight it by the keys alone. */
function markSentence(): boolean {
  const paragraph = document.activeElement?.closest(".prose > *");
  if (!paragraph) return false;
  attempt(() => import("./selectSentence.ts").then(({ selectSentence }) => selectSentence(paragraph)));
  return true;
}

async function copyLink({ say, words }: ShortcutContext): Promise<void> {
  const address = location.href.replace(/#.*$/u, "");
  say((await copyText(address)) ? words.linkCopied : words.linkNotCopied);
}
