import { expect, it } from "vitest";
import type { StoryLink, Teaser } from "#content/teaser.ts";
import { Feature } from "#reader/teasers/Feature.tsx";
import { Latest } from "#reader/teasers/Latest.tsx";
import { Lead } from "#reader/teasers/Lead.tsx";
import { FrontStrip, SectionBlock, withHalves } from "#reader/teasers/SectionBlock.tsx";
import { TagChips } from "#reader/teasers/TagChips.tsx";
import { TeaserCard } from "#reader/teasers/TeaserCard.tsx";
import { TeaserMeta } from "#reader/teasers/TeaserMeta.tsx";
import type { TeaserLibrary } from "#reader/teasers/teaserLibrary.ts";
import { TeaserRow } from "#reader/teasers/TeaserRow.tsx";
import { outlineOfPart } from "../../support/outlineOf.tsx";

const story = (slug: string): StoryLink => ({ slug, headline: `Story ${slug}`, datePublished: "2024-04-21T07:10:00Z" });
const teaser = (slug: string, more: Partial<Teaser> = {}): Teaser => ({ ...story(slug), readingMinutes: 3, ...more });
const source = (width: number) => ({ url: `/pictures/a-${width}.avif`, width, type: "image/avif" });
const image = { url: "/pictures/a.jpg", width: 800, height: 500, sources: [source(400), source(800)], alt: "A" };
const science = { slug: "science", name: "Science" };
const full = teaser("a", {
  image,
  genre: "Analysis",
  kicker: { ...science, kind: "section" },
  standfirst: "In short.",
  byline: "Ada",
  dateline: "Ulm",
  inLanguage: "de",
});

/** "seen" was read, "muted" is muted. */
const library: TeaserLibrary = {
  has: () => false,
  teaser: ({ slug }) => ({ seen: slug === "seen", save: <b>Save</b>, ...(slug === "muted" && { replacement: <i>{slug}</i> }) }),
};

it("the first story shows all that it has, its newest events and up to three related stories", () => {
  const events = [
    { id: "p-2", headline: "Second", date: "2024-04-22T08:00:00Z" },
    { id: "p-1", headline: "First", date: "2024-04-21T08:00:00Z" },
  ];
  const also = [story("b"), story("muted")];
  expect(outlineOfPart(<Lead teaser={full} also={also} events={events} />, { library })).toMatchInlineSnapshot(`
    "article.teaser.lead
      p.kicker > (bdi.genre > "Analysis", " / ", a[dir=auto][href=/section/science] > "Science")
      h2[lang=de] > a[href=/article/a] > "Story a"
      picture
        source[type=image/avif][srcset=/pictures/a-400.avif 400w, /pictures/a-800.avif 800w][sizes=(width < 48rem) 80vw, (width < 56rem) 94vw, (width < 64rem) 60vw, 36rem]
        img[width=800][height=500][alt][decoding=async][fetchpriority=high][src=/pictures/a.jpg]
      p.standfirst[lang=de] > "In short."
      p.meta > (bdi > "Ada", time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min", b > "Save")
      ol.also.events[role=list]
        li > (time[datetime=2024-04-22T08:00:00Z] > "08:00", a[href=/article/a/post/p-2] > "Second")
        li > (time[datetime=2024-04-21T08:00:00Z] > "21 Apr", a[href=/article/a/post/p-1] > "First")
      ul.also[role=list] > (li > a[href=/article/b] > "Story b", li > i > "muted")
    "
  `);
  expect(outlineOfPart(<Lead teaser={teaser("seen")} also={[]} events={undefined} />, { library })).toMatchInlineSnapshot(`
    "article.teaser.lead
      h2 > a[href=/article/seen] > "Story seen"
      p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min", span.read-mark > "Read", b > "Save")
    "
  `);
  expect(outlineOfPart(<Lead teaser={teaser("muted")} also={also} events={[]} />, { library })).toMatchInlineSnapshot(`
    "i > "muted"
    "
  `);
});

it("the long read shows all that it has", () => {
  expect(outlineOfPart(<Feature teaser={full} />, { library })).toMatchInlineSnapshot(`
    "section.band[aria-labelledby=feature]
      div.page.feature
        picture
          source[type=image/avif][srcset=/pictures/a-400.avif 400w, /pictures/a-800.avif 800w][sizes=(width < 48rem) 80vw, (width < 56rem) 94vw, min(48vw, 39rem)]
          img[width=800][height=500][alt][decoding=async][loading=lazy][src=/pictures/a.jpg]
        div.words
          p.kicker > (bdi.genre > "Analysis", " / ", a[dir=auto][href=/section/science] > "Science")
          h2[id=feature][lang=de] > a[href=/article/a] > "Story a"
          p.standfirst[lang=de] > "In short."
          p.meta > (bdi > "Ada", time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min", b > "Save")
    "
  `);
  expect(outlineOfPart(<Feature teaser={teaser("b")} />)).toMatchInlineSnapshot(`
    "section.band[aria-labelledby=feature]
      div.page.feature
        div.words
          h2[id=feature] > a[href=/article/b] > "Story b"
          p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min")
    "
  `);
  expect(outlineOfPart(<Feature teaser={teaser("muted")} />, { library })).toMatchInlineSnapshot(`
    "div.page > i > "muted"
    "
  `);
});

it("the latest stories show the time of today's, the day of the others, and what is read or muted", () => {
  const stories = [{ ...story("a"), datePublished: "2024-04-22T07:10:00Z", inLanguage: "de" }, story("seen"), story("muted")];
  expect(outlineOfPart(<Latest stories={stories} />, { library })).toMatchInlineSnapshot(`
    "aside.latest[aria-labelledby=latest]
      h2[id=latest] > "Latest"
      ol.times[role=list]
        li > (time[datetime=2024-04-22T07:10:00Z] > "07:10", a[lang=de][href=/article/a] > "Story a", " ")
        li
          time[datetime=2024-04-21T07:10:00Z] > "21 Apr"
          a[href=/article/seen] > "Story seen"
          " "
          span.read-mark > "Read"
        li > (time[datetime=2024-04-21T07:10:00Z] > "21 Apr", i > "muted")
        li > a.more-link[href=/latest] > "All the latest"
    "
  `);
});

it("a teaser shows what its place has room for", () => {
  expect(outlineOfPart(<TeaserCard teaser={full} />)).toMatchInlineSnapshot(`
    "article.teaser
      picture
        source[type=image/avif][srcset=/pictures/a-400.avif 400w, /pictures/a-800.avif 800w][sizes=(width < 28rem) 9rem, (width < 48rem) 15rem, (51rem <= width < 56rem) or (width >= 67rem) 16rem, 10rem]
        img[width=800][height=500][alt][decoding=async][loading=lazy][src=/pictures/a.jpg]
      p.kicker > (bdi.genre > "Analysis", " / ", a[dir=auto][href=/section/science] > "Science")
      h3[lang=de] > a[href=/article/a] > "Story a"
      p.standfirst[lang=de] > "In short."
      p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April 2024", "3 min")
    "
  `);
  expect(outlineOfPart(<TeaserCard teaser={full} shape="small" heading="h2" meta="place" picture={false} />, { library }))
    .toMatchInlineSnapshot(`
    "article.teaser.small
      p.kicker > (bdi.genre > "Analysis", " / ", a[dir=auto][href=/section/science] > "Science")
      h2[lang=de] > a[href=/article/a] > "Story a"
      p.meta > (bdi[lang=de] > "Ulm", "3 min", b > "Save")
    "
  `);
  expect(outlineOfPart(<TeaserCard teaser={teaser("seen", { genre: "Analysis" })} first />, { library })).toMatchInlineSnapshot(`
    "article.teaser.seen
      p.kicker > bdi.genre > "Analysis"
      h3 > a[href=/article/seen] > "Story seen"
      p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April 2024", "3 min", span.read-mark > "Read", b > "Save")
    "
  `);
  expect(outlineOfPart(<TeaserCard teaser={teaser("seen", { kicker: { ...science, kind: "topic" } })}>{"-"}</TeaserCard>, { library }))
    .toMatchInlineSnapshot(`
      "article.teaser > (a.kicker[dir=auto][href=/topic/science] > "Science", h3 > a[href=/article/seen] > "Story seen", "-")
      "
    `);
});

it("the teaser of an advertisement says in bold before all else who has paid", () => {
  const { sponsor, genre } = { sponsor: "Paid for by Acme", genre: "Satire" };
  expect(outlineOfPart(<TeaserCard teaser={teaser("ad", { sponsor, genre })} />)).toContain(
    'p.kicker > bdi.genre > strong > "Paid for by Acme / Satire"',
  );
});

it("the last line of a teaser says who, where, when and how long, as its place has room", () => {
  const styles = ["date", "shortDate", "byline", "place", "author"] as const;
  const shown = [{ byline: "Ada", dateline: "Ulm", inLanguage: "de" }, { byline: "Ada" }, {}].map((changes) =>
    styles.map((style) => outlineOfPart(<TeaserMeta teaser={teaser("a", changes)} style={style} />)).join(""),
  );
  expect(shown.join("\n")).toMatchInlineSnapshot(`
    "p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April 2024", "3 min")
    p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min")
    p.meta > (bdi > "Ada", time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min")
    p.meta > (bdi[lang=de] > "Ulm", "3 min")
    p.meta > (bdi > "Ada", "3 min")

    p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April 2024", "3 min")
    p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min")
    p.meta > (bdi > "Ada", time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min")
    p.meta > (bdi > "Ada", "3 min")
    p.meta > (bdi > "Ada", "3 min")

    p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April 2024", "3 min")
    p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min")
    p.meta > (time[datetime=2024-04-21T07:10:00Z] > "21 April", "3 min")
    p.meta > "3 min"
    p.meta > "3 min"
    "
  `);
});

const teasersOf = (slugs: string) =>
  slugs.split(" ").map((slug, place) => teaser(slug === "P" ? `p${place}` : slug, slug === "P" ? { image } : {}));

/** The lists in an outline: their classes; of each teaser its shape, its name and how wide its picture is at most; and what is muted. */
const rowsIn = (outline: string) =>
  (outline.match(/ul[.\w-]*|(?<=\.teaser)[.\w]+|(?<=article\/)\w+|\d+rem(?=\)?\])|"muted"/gu) ?? []).join(" ");

it.each([
  ["a", "ul.row.of-1 .brief a"],
  ["b c P", "ul.row.of-3.led .beside 25rem p2 .brief b .brief c"],
  ["b c P d", "ul.row.of-4.led .beside 25rem p2 .brief b .small c .small d"],
  ["P P P", "ul.row.of-3 .brief 25rem p0 .brief 25rem p1 .brief 25rem p2"],
  ["P P P P", "ul.row.of-4 .brief 18rem p0 .brief 18rem p1 .brief 18rem p2 .brief 18rem p3"],
  ["P P", "ul.row.of-2.led .beside 25rem p0 .brief p1"],
  ["P muted b c", 'ul.row.of-3.led .beside 25rem p0 .brief b .brief c "muted"'],
  ["muted", '"muted"'],
])("a row of teasers, P with a picture: %s", (slugs, shown) => {
  expect(rowsIn(outlineOfPart(<TeaserRow teasers={teasersOf(slugs)} />, { library }))).toBe(shown);
});

it.each([
  ["row", "a b", "ul.row.of-2 .brief a .brief b"],
  ["grid", "a b c d", "ul.row.of-3 .brief a .brief b .brief c ul.row.of-1 .brief d"],
  ["headlines", "a b", "ul.row.of-2 .small a .small b"],
  ["headlines", "a b c d e", "ul.row.of-3 .small a .small b .small c .small d .small e"],
  ["headlines", "a b c d e f g muted h", 'ul.row.of-4 .small a .small b .small c .small d .small e .small f .small g .small h "muted"'],
  ["headlines", "muted", '"muted"'],
  ["feature", "a P b", "ul.row.of-1.led .beside 25rem p1 ul.row.of-2 .small a .small b"],
  ["feature", "a b", "ul.row.of-1 .brief a ul.row.of-1 .small b"],
  ["feature", "a", "ul.row.of-1 .brief a"],
] as const)("a section laid out as %s: %s", (layout, slugs, shown) => {
  expect(
    rowsIn(outlineOfPart(<SectionBlock section={science} layout={layout} teasers={teasersOf(slugs)} half={false} />, { library })),
  ).toBe(shown);
});

it("a section and a strip link to their pages, if they have one", () => {
  expect(outlineOfPart(<SectionBlock section={science} teasers={[]} half />)).toMatchInlineSnapshot(`
    "section.half[aria-labelledby=section-science]
      header.desk-head
        h2[id=section-science] > a[dir=auto][href=/section/science] > "Science"
        a.more-link[href=/section/science] > "All of Science"
    "
  `);
  expect(outlineOfPart(<FrontStrip id="s" name="Science" path="/topic/science" description="Why." teasers={[]} />)).toMatchInlineSnapshot(`
    "section.page.strip[aria-labelledby=s]
      header.desk-head
        h2[id=s] > a[dir=auto][href=/topic/science] > "Science"
        a.more-link[href=/topic/science] > "All of Science"
      p.strip-words > "Why."
    "
  `);
  expect(outlineOfPart(<FrontStrip id="s" name="Chosen" teasers={teasersOf("a b c d e")} />).match(/ul\S*/gu)).toEqual([
    "ul.row.of-3[role=list]",
    "ul.row.of-2[role=list]",
  ]);
  expect(outlineOfPart(<FrontStrip id="s" name="Chosen" teasers={teasersOf("a b c d")} />).match(/ul\S*/gu)).toEqual([
    "ul.row.of-4[role=list]",
  ]);
});

it("two consecutive sections with one story each share a row", () => {
  const halves = (...counts: number[]) =>
    withHalves(counts.map((count) => ({ section: science, teasers: teasersOf("a b").slice(0, count) }))).map(({ half }) => half);
  expect(halves(1, 1, 1)).toEqual([true, true, false]);
  expect(halves(1, 2, 1)).toEqual([false, false, false]);
  expect(halves(2, 1, 1, 1, 1)).toEqual([false, true, true, true, true]);
});

it("topics are links in a labelled row", () => {
  const tags = [
    { ...science, kind: "topic" as const },
    { slug: "ulm", name: "Ulm", kind: "place" as const },
  ];
  expect(outlineOfPart(<TagChips label="Topics" tags={tags} />)).toMatchInlineSnapshot(`
    "ul.chips[role=list][aria-label=Topics]
      li > a.chip[dir=auto][href=/topic/science] > "Science"
      li > a.chip[dir=auto][href=/place/ulm] > "Ulm"
    "
  `);
  expect(outlineOfPart(<TagChips label="Topics" tags={[]} />).trim()).toBe("");
});
