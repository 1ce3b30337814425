import { ARABIC, ENGLISH, GERMAN, type Texts } from "./frontTexts.ts";

type Shape = "landscape" | "portrait" | "panorama";
type Fields = {
  section?: string;
  topics?: string[];
  picture?: Shape | "none";
  standfirst?: string | false;
  headline?: string;
  date?: string;
} & Record<string, unknown>;

/** A small paper, as the files of its content folder. `muted` is a topic that its reader has muted. */
type FrontPaper = { files: Record<string, string>; muted?: string };

const SIZES: Record<Shape, [width: number, height: number]> = { landscape: [1200, 750], portrait: [750, 1200], panorama: [1800, 600] };
const COLORS = ["#24506e", "#8a3b2a", "#3f6b3a", "#6b4f8a", "#8a6d1f"];
const SECTIONS = ["World", "Science", "Culture", "Sport"];

/** Papers with what makes a front page hard to lay out, by what that is. */
export const FRONT_PAPERS: Record<string, FrontPaper> = {
  "lead without picture": paper({ stories: 26, each: (n) => (n === 0 ? { picture: "none" } : {}), front: { lead: "s0" } }),
  "no pictures": paper({ stories: 26, each: () => ({ picture: "none" }) }),
  "three stories": paper({ stories: 3 }),
  "one story": paper({ stories: 1, each: () => ({ picture: "none" }) }),
  "thirty sections": paper({ stories: 90, sections: Array.from({ length: 30 }, (_, n) => `${ENGLISH.sections[n % 10]} ${n + 1}`) }),
  "long German words": paper({ stories: 26, texts: GERMAN, sections: GERMAN.sections }),
  "no standfirsts": paper({ stories: 26, each: () => ({ standfirst: false }) }),
  "earlier years": paper({ stories: 26, each: (n) => ({ date: `${2024 - n}-12-2${n % 9}` }) }),
  "muted topic": { ...paper({ stories: 26, each: (n) => (n % 4 === 0 ? { topics: ["Harbours"] } : {}) }), muted: "harbours" },
  "breaking news": paper({
    stories: 26,
    front: {
      breaking: {
        text: "The barrier at the river mouth closes tonight, for the first time since it was built",
        link: "/article/s1",
        until: "2099-01-01T00:00",
      },
      alert: { text: "The printed paper comes a day later next week.", link: "/article/s2" },
    },
  }),
  "live lead": paper({
    stories: 26,
    each: (n) => (n === 0 ? { type: "liveBlog", urgency: 1, genre: "Live" } : {}),
    more: Object.fromEntries(
      ENGLISH.headlines
        .slice(0, 5)
        .map((headline, n) => [`articles/s0/posts/p${n}.md`, markdown({ headline, date: `2024-04-22T1${n}:30:00Z`, key: true })]),
    ),
  }),
  "right to left": paper({ stories: 26, texts: ARABIC, sections: ARABIC.sections }),
  "no sections": paper({ stories: 26, sections: [] }),
  portraits: paper({ stories: 26, each: () => ({ picture: "portrait" }) }),
  "long headlines": paper({
    stories: 26,
    each: (n) => ({ headline: `${ENGLISH.headlines[n % 20]}, ${ENGLISH.standfirsts[n % 10]}`, genre: "Background and analysis" }),
  }),
  "set by an editor": paper({
    stories: 40,
    each: (n) => ({ picture: n % 3 === 0 ? "panorama" : "none", ...(n === 9 && { genre: "Long read" }) }),
    front: {
      strips: [
        { topic: "Bridges", title: "Bridges" },
        { title: "Of the week", stories: ["s20", "s21", "s22", "s23", "s24"] },
      ],
      sections: SECTIONS.map((section, n) => ({ section, layout: ["feature", "grid", "headlines", "row"][n] })),
    },
  }),
};

type Plan = {
  stories: number;
  sections?: string[];
  texts?: Texts;
  /** The fields of the n-th story, the newest first. */
  each?: (n: number) => Fields;
  front?: object;
  more?: Record<string, string>;
};

function paper({ stories, sections = SECTIONS, texts = ENGLISH, each = () => ({}), front, more = {} }: Plan): FrontPaper {
  const story = (n: number): [string, string] => {
    const {
      picture = n % 3 === 2 ? "none" : "landscape",
      standfirst = texts.standfirsts[n % texts.standfirsts.length],
      ...fields
    } = each(n);
    const date = new Date(Date.UTC(2024, 3, 22, 18 - 5 * n, 10)).toISOString();
    const section = sections[n % sections.length];
    return [
      `articles/s${n}.md`,
      markdown({
        headline: texts.headlines[n % texts.headlines.length],
        ...(standfirst !== false && { standfirst }),
        date,
        authors: [texts.author],
        topics: [texts.topics[n % texts.topics.length]],
        ...(section !== undefined && { section }),
        ...(picture !== "none" && { image: { file: `../pictures/${picture}-${n % COLORS.length}.svg`, alt: "" } }),
        ...fields,
      }),
    ];
  };
  const { language, name } = texts;
  const edition = { name, language, timeZone: "UTC", sections: sections.map((each) => ({ name: each })), threads: false };
  return {
    files: {
      "edition.json": JSON.stringify(edition),
      ...(front && { "front.json": JSON.stringify(front) }),
      ...drawings(),
      ...Object.fromEntries(Array.from({ length: stories }, (_, n) => story(n))),
      ...more,
    },
  };
}

function markdown(fields: Record<string, unknown>): string {
  return `---\n${JSON.stringify(fields)}\n---\n\n${ENGLISH.body}\n`;
}

function drawings(): Record<string, string> {
  const all = Object.entries(SIZES).flatMap(([shape, [width, height]]) =>
    COLORS.map((color, n) => {
      const parts = `<rect width="${width}" height="${height}" fill="${color}"/><circle cx="${width / 2}" cy="${height / 2}" r="${height / 4}" fill="#f2e6c9"/>`;
      return [`pictures/${shape}-${n}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}">${parts}</svg>`];
    }),
  );
  return Object.fromEntries(all);
}
