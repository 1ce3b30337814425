import type { BlockType } from "#content/blocks/block.ts";

const ENGLISH = {
  headline: "A quiet bridge opens before the city wakes",
  standfirst: "It took four winters. The first to cross was a baker on her way to work.",
  text: "The bridge opened at six, without speeches. By eight the tide had turned, and with it the traffic on both banks of the river.",
  topic: "Bridges",
  author: "Ada Keane",
};

/** The texts of specimens in other languages. */
const SAID: Record<string, typeof ENGLISH> = {
  de: {
    headline: "Eine stille Brücke öffnet, bevor die Stadt erwacht",
    standfirst: "Vier Winter hat es gedauert. Als Erste überquerte sie eine Bäckerin auf dem Weg zur Arbeit.",
    text: "Die Brücke wurde um sechs freigegeben, ohne Reden. Um acht kenterte die Tide, und mit ihr wendete sich der Verkehr an beiden Ufern.",
    topic: "Brücken",
    author: "Ada Keane",
  },
  fr: {
    headline: "Un pont discret ouvre avant le réveil de la ville",
    standfirst: "Il a fallu quatre hivers. La première à le franchir fut une boulangère qui allait travailler.",
    text: "Le pont a ouvert à six heures, sans discours. À huit heures la marée tournait, et avec elle la circulation sur les deux rives.",
    topic: "Ponts",
    author: "Ada Keane",
  },
  es: {
    headline: "Un puente discreto abre antes de que despierte la ciudad",
    standfirst: "Hicieron falta cuatro inviernos. La primera en cruzarlo fue una panadera camino del trabajo.",
    text: "El puente abrió a las seis, sin discursos. A las ocho cambió la marea, y con ella el tráfico en ambas orillas del río.",
    topic: "Puentes",
    author: "Ada Keane",
  },
  ar: {
    headline: "جسر هادئ يُفتح قبل أن تستيقظ المدينة",
    standfirst: "استغرق أربعة شتاءات، وكانت أول من عبره خبّازة في طريقها إلى عملها.",
    text: "فُتح الجسر في السادسة بلا خُطب. وفي الثامنة انقلب المدّ، وانقلبت معه حركة السير على ضفتي النهر.",
    topic: "الجسور",
    author: "ليلى منصور",
  },
};

const text = (words: string) => ({ type: "text", text: words });

/** The slug of the story that has every block. */
export const SPECIMEN = "specimen";

/** How many stories fill a front page and a list. */
const COUNT = 12;

/**
 * Stories that show every block, and fill lists and the front page.
 * @param sections of the paper, by name or slug
 * @returns article JSON by the names of files
 */
export function specimens(language: string, sections: string[]): Map<string, object> {
  const said = SAID[language.split("-")[0] ?? ""] ?? ENGLISH;
  const stories = Array.from({ length: COUNT }, (_, at) => {
    const slug = at === 0 ? SPECIMEN : `${SPECIMEN}-${at + 1}`;
    const story = {
      slug,
      headline: at === 0 ? said.headline : `${said.headline} (${at + 1})`,
      standfirst: said.standfirst,
      datePublished: new Date(Date.UTC(2026, 0, 20 - at, 6)).toISOString(),
      authors: [said.author],
      topics: [said.topic],
      inLanguage: language,
      ...(sections.length > 0 && { section: sections[at % sections.length] }),
      ...(at % 3 === 0 && { image: picture(said.standfirst) }),
      body: at === 0 ? everyBlock(said) : [1, 2, 3].map(() => ({ type: "paragraph", children: [text(said.text)] })),
    };
    return [`${slug}.json`, story] as const;
  });
  return new Map(stories);
}

const task = (checked: boolean, words: string) => ({ type: "paragraph", children: [{ type: "checkbox", checked }, text(words)] });

const picture = (alt: string) => ({ file: "../pictures/specimen.svg", alt, caption: alt, credit: "—" });

/** A drawing in greys, so that only the paper's own colours stand out. */
export const PICTURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 540" width="960" height="540"><path d="M0 0h960v540H0z" fill="#b9bdc2"/><path d="M0 360q240-180 480 0t480 0v180H0z" fill="#7d838b"/><circle cx="740" cy="140" r="60" fill="#e6e7e9"/></svg>';

type Said = (typeof SAID)["en"];

/** Everything that a story can show, in the order of `SPECIMENS`. */
function everyBlock(said: Said): object[] {
  return Object.values(SPECIMENS).flatMap((specimen) => specimen(said));
}

const paragraph = ({ text: words }: Said) => ({ type: "paragraph", children: [text(words)] });

const cell = (content: string, more = {}) => ({ children: [text(content)], ...more });

/** Specimens of each type of block that needs neither a live blog, a recording nor a paper's code, in the forms that people write. */
const SPECIMENS: Record<Exclude<BlockType, "audio" | "video" | "post" | "custom" | "unknown">, (said: Said) => object[]> = {
  paragraph: (said) => [
    paragraph(said),
    {
      type: "paragraph",
      children: [
        { type: "strong", children: [text(said.topic)] },
        text(" · "),
        { type: "link", url: "/", children: [text(said.standfirst)] },
        text(" "),
        { type: "mark", children: [text(said.topic)] },
        text(" "),
        { type: "emphasis", children: [text(said.topic)] },
        text(" "),
        { type: "noteRef", note: "1" },
      ],
    },
  ],
  heading: (said) => [
    { type: "heading", level: 2, id: "two", children: [text(said.headline)] },
    paragraph(said),
    { type: "heading", level: 3, id: "three", children: [text(said.topic)] },
  ],
  pullQuote: (said) => [paragraph(said), { type: "pullQuote", text: said.standfirst }, paragraph(said)],
  list: (said) => [
    { type: "list", ordered: false, items: [[paragraph(said)], [paragraph(said)]] },
    { type: "list", ordered: true, items: [[paragraph(said)], [paragraph(said)]] },
    { type: "list", ordered: false, items: [true, false].map((checked) => [task(checked, said.topic)]) },
  ],
  quote: (said) => [{ type: "quote", children: [paragraph(said)], attribution: [text(said.topic)] }],
  figure: ({ standfirst }) => [{ type: "figure", image: picture(standfirst) }],
  gallery: ({ topic, headline }) => [{ type: "gallery", images: [picture(topic), picture(headline)] }],
  table: ({ topic }) => [
    {
      type: "table",
      caption: [text(topic)],
      head: [[cell(topic), cell("1"), cell("2")]],
      rows: [1, 2, 3].map((row) => [
        cell(topic, { heading: true }),
        cell(`${row * 12}`, { align: "end" }),
        cell(`${row * 7}`, { align: "end" }),
      ]),
    },
  ],
  chart: ({ topic, standfirst }) => [
    {
      type: "chart",
      kind: "bar",
      title: topic,
      alt: standfirst,
      data: [
        ["", topic],
        ["2024", 12],
        ["2025", 19],
        ["2026", 7],
      ],
    },
  ],
  formula: () => [{ type: "formula", tex: "h(t) = \\tfrac{a}{2} \\cos(2 \\pi t)" }],
  definitions: (said) => [{ type: "definitions", entries: [{ terms: [[text(said.topic)]], definitions: [[paragraph(said)]] }] }],
  details: (said) => [{ type: "details", summary: [text(said.topic)], children: [paragraph(said)] }],
  callout: (said) => [{}, { kind: "note" }, { kind: "warning" }].map((kind) => ({ type: "callout", ...kind, children: [paragraph(said)] })),
  code: () => [{ type: "code", text: "const tide = level(now);", language: "js" }],
  quiz: ({ headline, topic, author, text: words }) => [
    {
      type: "quiz",
      title: headline,
      questions: [
        { question: headline, image: picture(headline), answers: [topic, author, words], right: 2, explanation: words },
        { question: topic, answers: [headline, author], right: [1, 2] },
      ],
    },
  ],
  divider: () => [{ type: "divider" }],
  embed: ({ topic }) => [
    {
      type: "embed",
      provider: "YouTube",
      url: "https://www.youtube.com/watch?v=jNQXAC9IVRw",
      title: topic,
      frame: "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw",
    },
  ],
  correction: ({ standfirst }) => [{ type: "correction", date: "2026-01-21T06:00:00Z", children: [text(standfirst)] }],
  note: (said) => [{ type: "note", id: "1", children: [paragraph(said)] }],
};
