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

function everyBlock({ headline, standfirst, text: words, topic }: Said): object[] {
  const paragraph = { type: "paragraph", children: [text(words)] };
  const cell = (content: string, more = {}) => ({ children: [text(content)], ...more });
  return [
    paragraph,
    {
      type: "paragraph",
      children: [
        { type: "strong", children: [text(topic)] },
        text(" · "),
        { type: "link", url: "/", children: [text(standfirst)] },
        text(" "),
        { type: "mark", children: [text(topic)] },
        text(" "),
        { type: "emphasis", children: [text(topic)] },
        text(" "),
        { type: "noteRef", note: "1" },
      ],
    },
    { type: "heading", level: 2, id: "two", children: [text(headline)] },
    paragraph,
    { type: "pullQuote", text: standfirst },
    paragraph,
    { type: "list", ordered: false, items: [[paragraph], [paragraph]] },
    { type: "list", ordered: true, items: [[paragraph], [paragraph]] },
    { type: "heading", level: 3, id: "three", children: [text(topic)] },
    { type: "quote", children: [paragraph], attribution: [text(topic)] },
    { type: "figure", image: picture(standfirst) },
    { type: "gallery", images: [picture(topic), picture(headline)] },
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
    { type: "definitions", entries: [{ terms: [[text(topic)]], definitions: [[paragraph]] }] },
    { type: "details", summary: [text(topic)], children: [paragraph] },
    { type: "callout", children: [paragraph] },
    { type: "callout", kind: "note", children: [paragraph] },
    { type: "callout", kind: "warning", children: [paragraph] },
    { type: "list", ordered: false, items: [true, false].map((checked) => [task(checked, topic)]) },
    { type: "code", text: "const tide = level(now);", language: "js" },
    { type: "divider" },
    {
      type: "embed",
      provider: "YouTube",
      url: "https://www.youtube.com/watch?v=jNQXAC9IVRw",
      title: topic,
      frame: "https://www.youtube-nocookie.com/embed/jNQXAC9IVRw",
    },
    { type: "correction", date: "2026-01-21T06:00:00Z", children: [text(standfirst)] },
    { type: "note", id: "1", children: [paragraph] },
  ];
}
