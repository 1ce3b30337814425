/** The conformance terms of VPAT 2.5. */
export type Conformance = "Supports" | "Partially Supports" | "Does Not Support" | "Not Applicable" | "Not Evaluated";

/** A success criterion of WCAG or a clause of EN 301 549, and how far Broadsheet meets it. */
export type Criterion = {
  /** As in `1.4.3`. */
  number: string;
  name: string;
  /** Only of a success criterion. */
  level?: "A" | "AA";
  conformance: Conformance;
  /** Full sentences: how it is met, what is missing, or why it does not apply. */
  remark: string;
  tests?: readonly Test[];
};

/** A test that shows a criterion: its file, and its title as it is written there. */
export type Test = { file: string; title: string };

const test = (name: string, title: string): Test => ({ file: `tests/${name}`, title });

/** The tests that show criteria. Those of `pages` to `account` run axe and the checks of `tests/support/accessibility`. */
export const TESTS = {
  pages: test(
    "e2e/accessibility.test.ts",
    "there is no barrier on a page of the kind %s: by day and by night, in colours of the system, magnified, and by touch",
  ),
  parts: test("e2e/everyPart.test.ts", "there is no barrier on a %s"),
  library: test("e2e/library.test.ts", "there is no barrier on the pages of a library, by day and by night, on a phone"),
  account: test("e2e/account.test.ts", "has no barrier in any of its states, %i pixels wide"),
  dialogs: test("e2e/readingSettings.test.ts", "holds the focus while it is open, gives it back, and has nothing that axe finds"),
  planted: test(
    "e2e/plantedDefects.test.ts",
    "the checks find nothing on a sound page, and every one of two dozen slips that are planted in it",
  ),
  tab: test(
    "e2e/keyboard.test.ts",
    "Tab reaches everything on a %s, shows where it is, and hides nothing under the head, the foot or a toast",
  ),
  tabParts: test(
    "e2e/everyPart.test.ts",
    "there is no barrier on a %s, Tab goes through it both ways, and what its controls say is what is seen",
  ),
  tabPages: test(
    "e2e/controls.test.ts",
    "there is no barrier on a page of the kind %s, Tab goes through it both ways, and what its controls say is what is seen",
  ),
  keysAlone: test("e2e/keyboard.test.ts", "the paper can be read by keyboard alone, and says each page once"),
  keysOff: test(
    "e2e/keyboard.test.ts",
    "Tab alone reaches the links to paragraphs and the bookmarks of %s where the reader has switched the other keys off",
  ),
  focus: test("e2e/focus.test.ts", "no button leaves the focus on the body, and no region comes with its words"),
  withoutScripts: test("e2e/withoutScripts.test.ts", "a %s can be read, opens, and offers nothing that only a script can do"),
  hydration: test("e2e/everyPage.test.ts", "a %s is whole, and says the same before and after the app has taken it over"),
  titles: test("e2e/moving.test.ts", "says the title of each page once"),
  map: test("e2e/map.test.ts", "a map reads without JavaScript, and says to those who do not see it what it shows"),
  pictureLinks: test(
    "reader/features/article/lightbox/PictureViewer.test.tsx",
    "is a link that is named by what it shows, and counts from the lead image on",
  ),
  table: test("reader/features/article/Blocks.test.tsx", "names a table by its caption or its columns, and marks its headings"),
  headings: test("compiler/body/blocks.test.ts", "headings start at level 2, end at 4 and get ids that are never the same"),
  transcript: test("e2e/recordings.test.ts", "has its words, of which that is marked which is said, and a press on one plays it"),
  notFetched: test("e2e/recordings.test.ts", "is not fetched before it is played, goes on while pages change, and where it was left"),
  captions: test(
    "reader/recordings/RecordingFigure.test.tsx",
    "shows a film in the browser's own player, with its captions, and a file that not every browser plays",
  ),
  captionsMissing: test("compiler/body/recordingElement.test.ts", "a film without captions is told"),
  turning: test("e2e/turning.test.ts", "the line that is read stays in view while it is turned or resized: %f down"),
  accountForms: test("reader/features/account/views.test.tsx", "each way into the account has its whole form"),
  accountFaults: test("reader/features/account/views.test.tsx", "nothing is sent without a password, and each field says what it lacks"),
  palettes: test("compiler/features/theme/palettes.test.ts", "is enough in every pair of the reader's own theme %s"),
  themeColors: test(
    "compiler/features/theme/palettes.test.ts",
    "that cannot be read are refused by pair, values and the nearest that can, and that theme stays as it is",
  ),
  ownStyles: test(
    "compiler/features/theme/readTheme.test.ts",
    "is warned of rules of its style sheet that shut readers out, as of colours of its theme",
  ),
  largeText: test("e2e/largeText.test.ts", "no story scrolls sideways"),
  largeDialogs: test("e2e/largeText.test.ts", "every choice of a dialog is inside it, and no word of it is cut off"),
  paragraphLinks: test("e2e/storyTools.test.ts", "give each paragraph a link that j reaches and Tab passes by, and mark it on arrival"),
  footnotes: test("e2e/storyTools.test.ts", "show a footnote beside its number, and give the place back"),
  toasts: test("reader/layout/Toast.test.tsx", "is taken by its button or by Ctrl+Z, and dismissed by its other button"),
  livePause: test("reader/features/article/live/LivePosts.test.tsx", "offers nothing that comes once it is paused"),
  lessMotion: test("e2e/pageChange.test.ts", "pages change at once for readers who want less motion"),
  search: test("e2e/search.test.ts", "finds from any page while the reader types, leads to the passage, and is there again on Back"),
  menu: test("reader/layout/menu/Menu.test.tsx", "leads to the sections, the trending topics, and through the whole edition"),
  swipe: test(
    "e2e/fittingParts.test.ts",
    "the arrows stand beside the picture or below it, large enough for a thumb, and a swipe turns too",
  ),
  magnify: test("e2e/pictures.test.ts", "can be magnified to its own size and moved about by the keyboard, and then be wiped to the next"),
  documentLanguage: test(
    "reader/i18n/DocumentLanguage.test.tsx",
    "a document is said to be in the edition's language, and nothing is said again that it says already",
  ),
  passageLanguage: test(
    "reader/i18n/languages.test.tsx",
    "a passage in another language keeps it in every line of every block of a story in %s",
  ),
  headlineLanguage: test("e2e/library.test.ts", "lists of the library name the language of each headline, also without its story"),
  settings: test("e2e/readingSettings.test.ts", "show each change on the page, outlive a reload, and reach another tab at once"),
  forcedColors: test("e2e/readingSettings.test.ts", "show a headline that was read no stronger than the others"),
  masthead: test("reader/layout/Masthead.test.tsx", "the head of the front page has everything"),
  foot: test("reader/layout/layout.test.tsx", "the foot has what the paper sets"),
  catalogue: test("reader/i18n/literalText.test.ts", "writes no text of its own in any component"),
  deletion: test("e2e/account.test.ts", "is signed in to from any page, which it leads back to, and is deleted with a word of that"),
  passkey: test("e2e/account.test.ts", "is signed in to with a passkey, which is added, used and removed"),
  searchResult: test("reader/features/search/ResultBar.test.tsx", "announces what came of a search, and that it takes long"),
  twice: test("e2e/plantedDefects.test.ts", "the count of announcements sees a page that is said twice, and one that is not said"),
} satisfies Record<string, Test>;
