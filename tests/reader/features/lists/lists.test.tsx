import { expect, it } from "vitest";
import type { ListPage } from "#content/pages/listPage.ts";
import { LetterList } from "#reader/features/lists/LetterList.tsx";
import { Letters } from "#reader/features/lists/Letters.tsx";
import { listSlug, pageNumber } from "#reader/features/lists/listAddress.ts";
import { ListHead } from "#reader/features/lists/ListHead.tsx";
import { NothingYet } from "#reader/features/lists/NothingYet.tsx";
import { Pager } from "#reader/features/lists/Pager.tsx";
import { Profile } from "#reader/features/lists/Profile.tsx";
import { outlineOfPart } from "../../../support/outlineOf.tsx";

const list: ListPage = { kind: "topic", slug: "snow", name: "Snow", count: 2, fullPages: 0, related: [], days: [] };
const head = (changes: Partial<ListPage>, title = "Snow") =>
  outlineOfPart(
    <ListHead list={{ ...list, ...changes }} title={title} tool={<b>Tool</b>}>
      More
    </ListHead>,
  );

it("the head of a list has its kicker, name, size, tools, words and what is related", () => {
  const related = [
    { kind: "place" as const, slug: "ulm", name: "Ulm" },
    { kind: "topic" as const, slug: "ice", name: "Ice" },
  ];
  expect(head({ description: "White.", related, podcast: true })).toMatchInlineSnapshot(`
    "header.list-head
      p.kicker > a[href=/topics] > "Topics"
      h1[tabindex=-1] > (bdi > "Snow", " ", small > "2 stories")
      div.list-tools
        b > "Tool"
        details
          summary.button.quiet[aria-label=More tools] > "…"
          div.tools-panel > ("More", a.more-link[href=/topic/snow/podcast.xml] > "Podcast")
        small > "2 stories"
      p.standfirst > "White."
      p.related > (b > "Related:", " ", a[dir=auto][href=/place/ulm] > "Ulm", ", ", a[dir=auto][href=/topic/ice] > "Ice")
    "
  `);
  const profile = {
    role: "Editor",
    bio: ["Writes."],
    contact: "mailto:ada@a.example",
    links: [{ name: "Site", url: "https://a.example/" }],
  };
  expect(head({ kind: "author", page: 3, profile }, "A".repeat(33))).toMatchInlineSnapshot(`
    "header.list-head
      p.kicker > "Editor"
      h1.long[tabindex=-1] > (bdi > "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", " ", small > "2 stories", small > "Page 3")
      div.profile
        div
          p[dir=auto] > "Writes."
          p.profile-links > (a[dir=auto][href=mailto:ada@a.example] > "Contact", a[dir=auto][href=https://a.example/] > "Site")
      p.hint > "Pages are numbered from the oldest story, so each always has the same stories."
    "
  `);
});

it("a month leads to its days, on whichever page they are, and to the months around it", () => {
  const days = [{ date: "2024-04-01", page: 1 }, { date: "2024-04-02" }];
  const month = { kind: "month" as const, slug: "2024-04", podcast: true };
  expect(head({ ...month, calendar: { previous: "2024-03", next: "2024-05", days } }, "A".repeat(32))).toMatchInlineSnapshot(`
    "header.list-head
      p.kicker > (a[href=/archive] > "Archive", " /", " ", a[href=/archive/2024] > "2024")
      h1[tabindex=-1] > (bdi > "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", " ", small > "2 stories")
      div.list-tools
        b > "Tool"
        details > (summary.button.quiet[aria-label=More tools] > "…", div.tools-panel > "More")
        small > "2 stories"
      nav.letters.calendar[aria-label=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA]
        ul
          li > a[href=/archive/2024/03] > (" ", time[datetime=2024-03] > "March 2024")
          li > a[href=/archive/2024/04/page/1#day-2024-04-01] > time[datetime=2024-04-01] > "1"
          li > a[href=#day-2024-04-02] > time[datetime=2024-04-02] > "2"
          li > a[href=/archive/2024/05] > (time[datetime=2024-05] > "May 2024", " ")
    "
  `);
  expect(
    head({ ...month, calendar: { days: [] } })
      .match(/nav[^]*/u)?.[0]
      .trim(),
  ).toBe("nav.letters.calendar[aria-label=Snow] > ul");
});

it.each([
  [{ kind: "place" }, 'p.kicker > a[href=/places] > "Places"'],
  [{ kind: "author" }, 'p.kicker > "Author"'],
  [{ kind: "author", authorKind: "desk" }, 'p.kicker > "Desk"'],
  [{ kind: "section" }, ""],
  [{ kind: "thread" }, ""],
  [{ kind: "latest" }, ""],
] as const)("the kicker of %j", (changes, kicker) => {
  expect(/p\.kicker.*/u.exec(head(changes))?.[0] ?? "").toBe(kicker);
});

it("a profile shows what there is", () => {
  const photo = { url: "/pictures/a.jpg", width: 80, height: 80, sources: [] };
  expect(outlineOfPart(<Profile profile={{ photo }} alt="Ada" />)).toMatchInlineSnapshot(`
    "div.profile > (picture > img[width=80][height=80][alt=Ada][decoding=async][loading=lazy][src=/pictures/a.jpg], div)
    "
  `);
  expect(outlineOfPart(<Profile profile={{ role: "Editor" }} alt="Ada" />)).toBe("");
});

it("an index has its letters, with how many names there are and how many more", () => {
  const letters = [
    { letter: "A", slug: "a", names: [{ slug: "ada", name: "Ada", count: 1200 }], more: 3 },
    { letter: "#", slug: "0", names: [{ slug: "1984", name: "1984", count: 1 }], more: 0 },
  ];
  expect(
    outlineOfPart(
      <>
        <Letters letters={letters} />
        {letters.map((group) => (
          <LetterList key={group.slug} kind="topic" group={group} />
        ))}
      </>,
    ),
  ).toMatchInlineSnapshot(`
    "nav.letters[aria-label=Letters] > ul > (li > a[href=#letter-a] > "A", li > a[href=#letter-0] > "0–9")
    section.day.index[aria-labelledby=letter-a]
      h2[id=letter-a] > "A"
      ul.names[role=list]
        li > (a[dir=auto][href=/topic/ada] > "Ada", " ", span > "1,200")
        li > a.more-link[href=/topics/a] > "3 more under A"
    section.day.index[aria-labelledby=letter-0]
      h2[id=letter-0] > "0–9"
      ul.names[role=list] > li > (a[dir=auto][href=/topic/1984] > "1984", " ", span > "1")
    "
  `);
  expect(outlineOfPart(<NothingYet />)).toMatchInlineSnapshot(`
    "p.standfirst > "Nothing is listed here yet. Every published story is on the front page and under Latest."
    p.bar > (a.more-link[href=/] > "Front page", a.more-link[href=/latest] > "Latest")
    "
  `);
});

it("pages lead to their neighbours", () => {
  const pager = (paged: Parameters<typeof Pager>[0]["list"]) =>
    (outlineOfPart(<Pager list={paged} to={(page) => `/${page ?? ""}`} />).match(/rel=\w+|href=[^\]]*|"[^"]+"|aria-current=page/gu) ?? [])
      .join(" ")
      .replaceAll(/href=|"/gu, "");
  expect([
    pager({ count: 5, fullPages: 0 }),
    pager({ count: 70, fullPages: 3 }),
    pager({ page: 4, fullPages: 0 }),
    pager({ page: 4, newer: true, fullPages: 0 }),
    pager({ page: 1, fullPages: 0 }),
  ]).toMatchInlineSnapshot(`
    [
      "",
      "aria-current=page Newest /3 3 /2 2 /1 1 rel=next /3 Older",
      "rel=prev / Newer / Newest aria-current=page 4 /3 3 … /1 1 rel=next /3 Older",
      "rel=prev /5 Newer / Newest /5 5 aria-current=page 4 /3 3 … /1 1 rel=next /3 Older",
      "rel=prev / Newer / Newest aria-current=page 1",
    ]
  `);
});

it("an address names a list and its page", () => {
  expect([listSlug("month", { year: "2024", month: "04" }), listSlug("topic", { slug: "snow" }), listSlug("latest", {})]).toEqual([
    "2024-04",
    "snow",
    "",
  ]);
  expect([pageNumber({}), pageNumber({ page: "3" })]).toEqual([undefined, 3]);
});
