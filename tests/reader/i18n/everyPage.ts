import type { Article } from "#content/article.ts";
import type { Block } from "#content/blocks/block.ts";
import type { Inline } from "#content/blocks/inline.ts";
import { anArticle, anArticlePage, anEdition } from "../../support/anArticle.ts";
import { type Entry, storyWords, versionsPage } from "#content/version.ts";
import { withVersion, withWithdrawal } from "#compiler/features/record/entries.ts";
import type { Files } from "../../support/renderApp.tsx";

/** An edition in Greek, with everything in it that a page can show. Latin letters stand in slugs and addresses alone. */
const text = (words: string): Inline[] => [{ type: "text", text: words }];
const ref = (slug: string, name: string) => ({ slug, name });
const athens = ref("athens", "Αθήνα");
const sea = ref("sea", "Θάλασσα");
const picture = { url: "/pictures/x.svg", width: 1200, height: 750, sources: [] };
const image = { ...picture, alt: "Σχέδιο", caption: text("Λεζάντα"), credit: "Ζωγράφος" };
const link = { slug: "ship", headline: "Το πλοίο", datePublished: "2024-04-21T07:10:00Z" };
const teaser = {
  ...link,
  standfirst: "Περίληψη",
  kicker: { ...athens, kind: "place" },
  genre: "Ανάλυση",
  byline: "Συντάκτης",
  dateline: "Πάτρα",
  readingMinutes: 2,
  image: picture,
};
const another = { ...teaser, slug: "storm", headline: "Η καταιγίδα" };

const embed = { type: "embed", provider: "Κανάλι", url: "https://example.org/x" } as const;
const body: Block[] = [
  { type: "paragraph", children: [...text("Κείμενο"), { type: "noteRef", note: "1" }] },
  { type: "heading", level: 2, id: "part", children: text("Μέρος") },
  { type: "gallery", images: [image, { ...image, url: "/pictures/y.svg" }] },
  { type: "table", head: [], rows: [[{ children: text("Κελί") }]] },
  { ...embed, frame: "https://example.org/frame" },
  { ...embed, title: "Τίτλος" },
  { type: "correction", children: text("Διόρθωση") },
  { type: "unknown", name: "blink", text: "Άγνωστο" },
  { type: "note", id: "1", children: [{ type: "paragraph", children: text("Σημείωση") }] },
];

/** The story that all of it is about. */
export const greekArticle: Article = anArticle({
  slug: "voyager-1",
  headline: "Επικεφαλίδα",
  standfirst: "Περίληψη",
  body,
  image,
  section: sea,
  genre: "Ανάλυση",
  dateline: "Πάτρα",
  dateModified: "2024-04-23T09:30:00Z",
  authors: [
    { ...ref("a", "Άννα"), kind: "person" },
    { ...ref("b", "Βασίλης"), kind: "person" },
  ],
  topics: [sea],
  places: [athens],
  corrections: [{ date: "2024-04-23T00:00:00Z", children: text("Διόρθωση") }],
  citations: [{ title: "Πηγή", url: "https://example.org/" }],
});
const stories = Array.from({ length: 6 }, (_, place) => ({ ...link, slug: `s${place}` }));
const articlePage = anArticlePage({
  article: greekArticle,
  changes: 2,
  moreAbout: { topics: [sea, athens], teasers: [{ ...teaser, kicker: undefined }] },
  related: { teasers: [{ ...teaser, kicker: undefined }] },
  moreFrom: [
    { place: athens, total: 6, stories },
    { place: sea, total: 140, isRounded: true, stories: stories.slice(0, 4) },
  ],
  series: { ...sea, part: 2, of: 3 },
  previous: link,
  next: link,
});

const elsewhere = [{ name: "Αλλού", url: "https://example.org/" }];
const profile = { role: "Συντάκτρια", photo: picture, bio: ["Βιογραφικό"], links: elsewhere, contact: "/about" };
const ownPage = {
  path: "/about",
  title: "Σχετικά",
  standfirst: "Περίληψη",
  type: "AboutPage",
  contents: true,
  image,
  body,
  above: [{ name: "Πάνω", url: "/above" }],
  inLanguage: "en",
  direction: "ltr",
};

const greekPost = {
  type: "post",
  id: "x",
  date: "2024-04-22T07:10:00Z",
  headline: "Τίτλος",
  authors: [{ name: "Άννα", slug: "a" }, { name: "Βασίλης" }],
  children: [{ type: "paragraph", children: text("Κείμενο") }],
};
const ofStory = { slug: "voyager-1", headline: "Επικεφαλίδα", inLanguage: "en", direction: "ltr" };

const list = (kind: string, slug: string, changes = {}) => ({
  kind,
  slug,
  name: "Θάλασσα",
  description: "Περιγραφή",
  related: [{ ...athens, kind: "place" }],
  days: [{ date: "2024-04-22", teasers: [teaser, another] }],
  ...changes,
});
const newest = { count: 148, fullPages: 7 };
const old = { page: 4, newer: true };
const index = (kind: string, changes = {}) => ({
  kind,
  letters: ["Α", "#"].map((letter, place) => ({ letter, slug: `l${place}`, names: [{ ...sea, count: 3 }], more: 7 })),
  ...changes,
});
const years = [{ year: "2024", count: 12, lead: link, months: [{ month: "2024-04", count: 12, lead: teaser }] }];

const clock = (time: string) => ({ now: Date.parse(`2024-04-22T${time}:00Z`), foldMinutes: 15 });
const said: [time: string, article: Article][] = [
  ["07:15", { ...greekArticle, corrections: [] }],
  ["07:20", { ...greekArticle, corrections: [], standfirst: "Άλλη περίληψη" }],
  ["09:00", greekArticle],
  ["10:00", { ...greekArticle, headline: "Άλλη επικεφαλίδα", datePublished: "2024-04-21T07:10:00Z", authors: [] }],
  ["11:00", greekArticle],
  ["12:00", { ...greekArticle, standfirst: "Τέλος" }],
];
const versions = said.reduce<Entry[]>((entries, [time, article]) => withVersion(entries, storyWords(article), clock(time)), []);
const withdrawn = withWithdrawal(versions, { version: versions[4]?.hash ?? "", reason: "Δικαστήριο" }, clock("13:00").now);
const corrections = [
  {
    slug: "voyager-1",
    headline: "Επικεφαλίδα",
    inLanguage: "en",
    direction: "ltr",
    number: 1,
    ...greekArticle.corrections[0],
    changes: true,
  },
];

/** The file of every page kind, by the address at which it is shown. */
export const greekFiles: Files = {
  "edition.json": {
    ...anEdition,
    accounts: true,
    name: "Εφημερίδα",
    tagline: "Δείγμα",
    sections: [sea],
    trending: [athens],
    pages: [{ name: "Σχετικά", url: "/about" }],
    staff: true,
    navigation: [
      { name: "Θάλασσα", url: "/section/sea" },
      { name: "Αλλού", items: [{ name: "/latest", url: "/latest" }] },
    ],
    footer: { social: elsewhere, text: "Κείμενο" },
    breadcrumbs: true,
  },
  "front.json": {
    date: "2024-04-22",
    lead: teaser,
    also: [{ ...link, slug: "also" }],
    latest: [link],
    top: [teaser, another],
    longRead: teaser,
    strips: [{ name: "Θάλασσα", path: "/series/sea", description: "Περιγραφή", teasers: [teaser] }],
    breaking: { text: "Τώρα" },
    alert: { text: "Κείμενο", id: "1" },
    sections: [{ section: sea, teasers: [teaser] }],
  },
  "article/voyager-1.json": articlePage,
  "article/voyager-1/page/4.json": { story: ofStory, page: 4, newer: true, posts: [greekPost] },
  "article/voyager-1/post/x.json": { story: ofStory, posts: [greekPost] },
  "article/voyager-1/versions.json": { ...versionsPage(greekArticle, []), entries: withdrawn },
  "corrections.json": { count: 21, fullPages: 1, corrections },
  "corrections/page/1.json": { page: 1, newer: true, corrections },
  "topic/sea.json": list("topic", "sea", newest),
  "topic/sea/page/4.json": list("topic", "sea", old),
  "section/sea.json": list("section", "sea", newest),
  "section/sea/page/4.json": list("section", "sea", old),
  "author/sea.json": list("author", "sea", { ...newest, authorKind: "desk", profile }),
  "author/sea/page/4.json": list("author", "sea", { ...old, authorKind: "person" }),
  "place/sea.json": list("place", "sea", newest),
  "place/sea/page/4.json": list("place", "sea", old),
  "thread/sea.json": list("thread", "sea", newest),
  "thread/sea/page/4.json": list("thread", "sea", old),
  "latest.json": list("latest", "", newest),
  "latest/page/4.json": list("latest", "", old),
  "archive/2024/04.json": list("month", "2024-04", { ...newest, calendar: { previous: "2024-03", days: [{ date: "2024-04-22" }] } }),
  "archive/2024/04/page/4.json": list("month", "2024-04", old),
  "series/sea.json": { ...sea, description: "Περιγραφή", teasers: [teaser, another] },
  "staff.json": { groups: [{ people: [{ name: "Άννα", ...profile }] }, { desk: { ...sea, ...profile }, people: [] }] },
  "about.json": ownPage,
  "topics.json": index("topic"),
  "topics/l0.json": index("topic", { letter: "Α" }),
  "places.json": index("place"),
  "places/l0.json": index("place", { letter: "Α" }),
  "archive.json": { years },
  "archive/2024.json": { year: "2024", previous: "2023", years },
};
