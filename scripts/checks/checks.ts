import { type Check, e2e, full, server, shown } from "./check.ts";
import { CONTENT_CHECKS } from "./contentChecks.ts";

/** The checks of reliability and security: each promise, and the tests that verify it. */
export const CHECKS: Check[] = [
  ...CONTENT_CHECKS,

  // Delivery and offline
  { number: 19, sentence: "JavaScript off: every story whole", suite: [e2e("withoutScripts"), e2e("wholeEdition")] },
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
    suite: [server("accounts/accounts", /forgotten password/u), server("safety", /6\.4\.3/u)],
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
    suite: [server("safety", /6\.2\.1|6\.2\.4/u), server("accounts/passwords")],
  },
  {
    number: 37,
    sentence: "Tampering with the sign-in by X is refused",
    suite: [server("accounts/twitter")],
    full: [full("accounts", /tampered/u)],
  },
  { number: 38, sentence: "No change of state across sites, and none by GET", suite: [server("safety", /3\.5\.1|3\.5\.3/u)] },
  { number: 39, sentence: "After sign-out nothing of the reader is left on the device", suite: [e2e("sync", /leaves nothing/u)] },

  // Speed
  {
    number: 40,
    sentence: "On a phone: largest paint within 2.5 s and shift within 0.1 in three of four pages",
    full: [full("phone", /largest paint/u)],
  },
  { number: 65, sentence: "On a phone: a press is answered within 100 ms, 98 of 100 times", full: [full("phone", /press/u)] },
  { number: 66, sentence: "Beside Eleventy, no figure is worse by a fifth than the one recorded", full: [full("peers")] },
  { number: 64, sentence: "A line changed in a component costs a returning reader one script, at most 60 kB", full: [full("appUpdate")] },

  {
    number: 63,
    sentence: "A front page of any content: nothing empty, broken or over the edge at four widths",
    full: [full("frontPages")],
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
    suite: [server("accounts/takeover"), server("accounts/confirming"), server("interleavings")],
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
    suite: [shown("compiler/keptFiles", /parsed|settings file/u), shown("compiler/reading/kept/releaseInHead")],
  },
  {
    number: 57,
    sentence: "A build that would remove most of a paper stops, and the site stays whole",
    suite: [shown("compiler/refuseRemovals")],
  },
  // Letters
  {
    number: 67,
    sentence: "Each of 10,000 addresses gets a letter once, through three kills of the sender and two at once",
    suite: [server("newsletter/sendIssue"), server("newsletter/newsletterRoutes")],
    full: [full("newsletter")],
  },
  {
    number: 68,
    sentence: "Nothing of the closed part of a members' story is in any file of a site, in any field of it",
    suite: [shown("compiler/features/members/closeStories", /publishes nothing|keeps|does not begin/u)],
  },
];
