/** The tests of a check: a file below `tests/`, and a pattern for their full names if not all of its tests count. */
export type ShownBy = { file: string; named?: RegExp };

export type Check = {
  number: number;
  sentence: string;
  /** Tests in the suite that `npm test` runs. */
  suite?: ShownBy[];
  /** Tests with full counts, in `tests/checks`. They take minutes each, and so run only on demand. */
  full?: ShownBy[];
};

const e2e = (name: string, named?: RegExp): ShownBy => shown(`e2e/${name}`, named);
const server = (name: string, named?: RegExp): ShownBy => shown(`server/${name}`, named);
const full = (name: string, named?: RegExp): ShownBy => shown(`checks/${name}`, named);

function shown(name: string, named?: RegExp): ShownBy {
  return { file: `tests/${name}.test.ts`, ...(named && { named }) };
}

/** The checks of reliability and security: each promise, and the tests that verify it. */
export const CHECKS: Check[] = [
  // Content and compiler
  {
    number: 1,
    sentence: "No injection payload executes in Chromium",
    suite: [e2e("hostile", /payload|runs/u)],
    full: [full("corpora", /payload/u)],
  },
  {
    number: 2,
    sentence: "Nor through title, byline, caption, tag, slug or URL",
    suite: [shown("compiler/sources/hostileFields"), e2e("hostile", /any field/u)],
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
    suite: [shown("compiler/sources/ninjs/ninjsArchive", /the standard's own (?:test )?suite/u)],
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
      shown("compiler/sources/restrictedParts"),
    ],
  },
  {
    number: 11,
    sentence: "External entities and entity bombs are refused",
    suite: [shown("compiler/sources/fuzz", /refuses/u)],
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
    sentence: "A wrong byte ends in a result or a structured error",
    suite: [shown("compiler/sources/fuzz", /byte/u)],
    full: [full("builds", /wrong bytes/u)],
  },
  {
    number: 15,
    sentence: "A build that is killed at any moment leaves the old site or the new one, whole",
    suite: [e2e("command", /killed/u), shown("cli/stage/standIn", /killed|link/u), shown("cli/stage/stagedSite", /killed|asked to end/u)],
    full: [full("builds", /killed/u)],
  },
  {
    number: 16,
    sentence: "A full disk or a read-only target: non-zero exit, and the old site serves",
    suite: [shown("cli/stage/stagedSite", /fails|nothing came/u)],
    full: [full("builds", /full|cannot be written/u)],
  },
  { number: 17, sentence: "Two builds are byte-identical", suite: [e2e("command", /same bytes/u)] },
  { number: 18, sentence: "What is read is published or skipped with a reason", suite: [shown("compiler/compile")] },

  // Delivery and offline
  { number: 19, sentence: "JavaScript off: every story whole", suite: [e2e("withoutScripts")] },
  {
    number: 20,
    sentence: "No inline script outside the policy's hashes, no report of the policy on the journeys",
    suite: [e2e("pageHeaders", /inline|script in it/u), e2e("everyPage"), e2e("moving")],
  },
  {
    number: 21,
    sentence: "A deployment with a tab open: no blank page, one reload, place and input kept",
    suite: [e2e("offline", /lets an open tab go on/u), e2e("faults", /code is missing/u), e2e("keeping", /finish what they write/u)],
    full: [full("deployments", /deployments/u)],
  },
  { number: 22, sentence: "A missing asset answers 404, never HTML that says 200", suite: [e2e("notFound", /file that is missing/u)] },
  { number: 23, sentence: "A worker never activates on part of its files", suite: [e2e("offline", /part of it is missing/u)] },
  {
    number: 24,
    sentence: "The kill switch clears everything in one visit",
    suite: [e2e("offline", /taken back for good/u)],
    full: [full("deployments", /kill switch/u)],
  },
  {
    number: 25,
    sentence: "Data that is cut off: an error with Try again, and the copy on the device kept",
    suite: [e2e("faults", /data fails/u), e2e("offline", /half a file/u)],
    full: [full("reading", /cut off/u)],
  },
  {
    number: 26,
    sentence: "500, a slow line, a reset, a captive portal: a visible state",
    suite: [e2e("faults")],
    full: [full("reading", /bad answers/u)],
  },
  {
    number: 27,
    sentence: "Saved stories open without a connection: all of them",
    suite: [e2e("offline", /topic that the reader saves/u), e2e("keeping", /whole edition/u)],
    full: [full("reading", /were saved/u)],
  },
  {
    number: 28,
    sentence: "Storage is full: reading goes on, and the reader is told",
    suite: [e2e("keeping", /not room/u), shown("reader/data/library/libraryStore", /quota|room|full/iu)],
  },
  {
    number: 29,
    sentence: "Any storage that throws: no uncaught error",
    suite: [e2e("noStorage")],
  },
  {
    number: 30,
    sentence: "A record that cannot be read is set aside, and the app opens",
    suite: [e2e("library", /set aside|keeps nothing/u)],
  },
  { number: 31, sentence: "Fifty tabs that write together lose nothing", full: [full("reading", /fifty/u)] },

  // Accounts (OWASP ASVS 5)
  {
    number: 32,
    sentence: "Cookies are __Host-, HttpOnly and SameSite; tokens have 128 bits or more",
    suite: [server("safety", /3\.3\.1|7\.2\.3/u)],
  },
  {
    number: 33,
    sentence: "The token changes at sign-in, and is refused after sign-out",
    suite: [server("safety", /7\.2\.3|7\.2\.4|7\.4\.1/u)],
  },
  {
    number: 34,
    sentence: "A link for a new password works once, for ten minutes, and signs nobody in",
    suite: [server("accounts", /forgotten password/u), server("safety", /6\.4\.3/u)],
  },
  {
    number: 35,
    sentence: "Known and unknown accounts are not told apart",
    suite: [server("safety", /6\.3\.8/u)],
    full: [full("accounts", /samples/u)],
  },
  {
    number: 36,
    sentence: "Passwords of 8 to 128 characters; the 3,000 most common refused",
    suite: [server("safety", /6\.2\.1|6\.2\.4/u), server("passwords")],
  },
  {
    number: 37,
    sentence: "Tampering with the sign-in by X is refused",
    suite: [server("twitter")],
    full: [full("accounts", /tampered/u)],
  },
  { number: 38, sentence: "No change of state across sites, and none by GET", suite: [server("safety", /3\.5\.1|3\.5\.3/u)] },
  { number: 39, sentence: "After sign-out nothing of the reader is left on the device", suite: [e2e("sync", /leaves nothing/u)] },

  // Speed
  {
    number: 40,
    sentence: "On a phone: largest paint within 2.5 s and shift within 0.1 in three of four pages",
    full: [full("phone")],
  },

  // From outside
  { number: 41, sentence: "A sentinel in withheld stories and their pictures is in no output", suite: [e2e("keptBack")] },
  { number: 42, sentence: "The packed package runs every command in an empty folder", full: [full("package")] },
  {
    number: 43,
    sentence: "nginx, Apache, Caddy and broadsheet serve answer alike, with the files that the build writes",
    suite: [e2e("hosts")],
  },
  { number: 44, sentence: "Rotation, resizing, zoom and text size keep the paragraph in the window", suite: [e2e("turning")] },
  { number: 45, sentence: "After every button the focus is not lost to the body", suite: [e2e("focus")], full: [full("focus")] },
  { number: 46, sentence: "verify names the first story that was tampered with", suite: [shown("cli/verify")] },
  { number: 47, sentence: "Slots add exactly the origins that were set", suite: [shown("prerender/slots", /policy/u)] },
  {
    number: 48,
    sentence: "The database holds no plaintext of what is encrypted",
    suite: [shown("library/encryption", /tells the server neither|takes in what was synced before/u)],
  },
  {
    number: 49,
    sentence: "No hostile request ends the server or keeps a file open",
    suite: [server("attack", /hostile/u), shown("cli/serving/siteHandler", /goes on/u), shown("cli/serving/siteFiles", /reader goes/u)],
    full: [full("attack")],
  },
  {
    number: 50,
    sentence: "Nobody takes over, keeps or locks the account of another",
    suite: [server("takeover"), server("confirming"), server("interleavings")],
    full: [full("interleavings")],
  },
  {
    number: 51,
    sentence: "One account at every limit keeps nobody waiting, and the server small",
    suite: [server("heavy")],
    full: [full("heavyAccount")],
  },
  {
    number: 52,
    sentence: "Twenty connections of 1,500 pipelined requests each leave at most five descriptors open",
    suite: [server("attack", /pipelined/u), shown("cli/serving/siteFiles", /wait in a connection/u)],
  },
  {
    number: 53,
    sentence: "SIGTERM: what was asked is answered, what stalls is closed, all within 10 s",
    suite: [server("attack", /asked to end/u)],
  },
  {
    number: 54,
    sentence: "Attempts are counted before a body is read; 2 MB of nested JSON cost no more than a refusal",
    suite: [server("request"), server("attack", /nested JSON/u)],
  },
  {
    number: 55,
    sentence: "Any story of up to 4 MB is read within 8 s, or refused by a sentence",
    suite: [shown("compiler/growth"), shown("compiler/limits")],
    full: [full("longStories")],
  },

  // Builds of a live paper
  {
    number: 56,
    sentence: "A file that breaks takes no published story down, and keeps no withheld one public",
    suite: [shown("compiler/keptFiles", /parsed|settings file/u), shown("compiler/sources/releaseInHead")],
  },
  {
    number: 57,
    sentence: "A build that would remove most of a paper stops, and the site stays whole",
    suite: [shown("compiler/keptFiles", /remove most/u)],
  },
];
