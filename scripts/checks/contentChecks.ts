import { type Check, e2e, full, shown } from "./check.ts";

/** The checks of content and compiler: see checks.ts. */
export const CONTENT_CHECKS: Check[] = [
  {
    number: 1,
    sentence: "No injection payload executes in Chromium",
    suite: [e2e("hostile", /payload|runs/u)],
    full: [full("corpora", /payload/u)],
  },
  {
    number: 2,
    sentence: "Nor through title, byline, caption, tag, slug or URL",
    suite: [shown("compiler/formats/hostileFields"), e2e("hostile", /any field/u)],
    full: [full("corpora", /payload/u)],
  },
  { number: 3, sentence: "Bodies pass the browser's own sanitiser unchanged", suite: [e2e("sanitiser")] },
  { number: 4, sentence: "Cleaning twice equals cleaning once", suite: [shown("compiler/body/twice")] },
  { number: 5, sentence: "No javascript: or data:text/html address in any output", suite: [e2e("hostile", /address that runs/u)] },
  {
    number: 6,
    sentence: "Saved pages: F1 of at least 0.95 on the article benchmark, and each page published or named",
    full: [full("corpora", /saved pages/u)],
  },
  {
    number: 7,
    sentence: "The ninjs suite of the IPTC is judged as it should be",
    suite: [shown("compiler/formats/ninjs/ninjsArchive", /the standard's own (?:test )?suite/u)],
  },
  { number: 8, sentence: "Feeds: no crash; title, date and link as in the reference", full: [full("corpora", /feeds/u)] },
  { number: 9, sentence: "No source email, IP, hash or key in the output", suite: [shown("compiler/importing/ghostSecrets")] },
  {
    number: 10,
    sentence: "Nothing draft, private, protected, future or withheld is published",
    suite: [shown("compiler/draft/release/keptBack"), shown("compiler/draft/release/imported")],
  },
  {
    number: 62,
    sentence: "No unknown value publishes a story, and no restricted part of a text is in a site",
    suite: [
      shown("compiler/importing/withheld/withheld"),
      shown("compiler/importing/publicValues"),
      shown("compiler/reading/restrictedParts"),
    ],
  },
  {
    number: 11,
    sentence: "External entities and entity bombs are refused",
    suite: [shown("compiler/formats/fuzz", /refuses/u)],
  },
  {
    number: 12,
    sentence: "Archives that unpack outside the target are refused",
    suite: [shown("compiler/importing/localInput", /zip/u)],
  },
  {
    number: 13,
    sentence: "No request during an import unless allowed, and never to a private address",
    suite: [shown("compiler/importing/downloadPictures"), shown("compiler/importing/requests")],
  },
  {
    number: 14,
    sentence: "Wrong bytes end in a result or a structured error, within 3 s",
    suite: [shown("compiler/formats/fuzz", /byte|once failed/u)],
    full: [full("fuzz")],
  },
  {
    number: 15,
    sentence: "A build that is killed at any moment leaves the old site or the new one, whole",
    suite: [
      e2e("command", /killed/u),
      shown("cli/stage/changeBehindStandbyCopy", /killed|link/u),
      shown("cli/stage/stagedSite", /killed|asked to end/u),
    ],
    full: [full("builds", /killed/u)],
  },
  {
    number: 16,
    sentence: "A full disk or a read-only target: non-zero exit, and the old site serves",
    suite: [shown("cli/stage/stagedSite", /fails|nothing came/u)],
    full: [full("builds", /full|cannot be written/u)],
  },
  {
    number: 58,
    sentence: "Builds into one folder take turns",
    suite: [shown("cli/stage/siteLease"), e2e("command", /waits for another/u)],
  },
  {
    number: 59,
    sentence: "A fault of the disk, permissions or limits is a sentence with its path, and the site stays",
    suite: [shown("cli/terminal/systemTrouble"), e2e("command", /ends with a sentence|out/u)],
  },
  { number: 60, sentence: "A rollback brings back no story that is withheld by now", suite: [shown("cli/rollback")] },
  {
    number: 61,
    sentence: "A new paper commits no secrets, and check warns of them",
    suite: [shown("cli/secrets"), { file: "packages/create-broadsheet/tests/createPaper.test.ts", named: /nothing secret/u }],
  },
  { number: 17, sentence: "Two builds are byte-identical", suite: [e2e("command", /same bytes/u)] },
  { number: 18, sentence: "What is read is published or skipped with a reason", suite: [shown("compiler/compile")] },
];
