import type { ComponentType, ReactNode } from "react";
import type { Item, ItemList, ItemTeaser, Row } from "#content/collection.ts";
import { InCollectionSchema, listPagePath } from "#content/collection.ts";
import { parse } from "#content/parse.ts";
import type { StaticPage } from "#content/pages/staticPage.ts";
import { loadSheet } from "#loading/hydration/lazyStyles.ts";
import { pageUrl } from "../../edition/address.ts";
import { languageOf } from "../../i18n/languageOf.ts";
import { useWords } from "../../i18n/words.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { PageNav, type PageStop } from "../../ui/PageNav.tsx";
import { Picture } from "../../ui/Picture.tsx";
import { TextLink } from "../../ui/TextLink.tsx";
import { IN_A_LIST } from "../../teasers/TeaserCard.tsx";
import "../../teasers/list.css";
import "../../teasers/teaser.css";
import "../../teasers/teaserRow.css";
import "../../teasers/deskHead.css";
import sheet from "./collection.css?url";

/** Lays out a page of the paper like a story: `above` is what precedes its title, the children what precedes its text. */
type Text = ComponentType<{ page: StaticPage; above?: ReactNode; children?: ReactNode }>;

/** Loads the styles together with the component. */
export async function withSheet(): Promise<typeof Collection> {
  await loadSheet(sheet);
  return Collection;
}

/** A page of a collection: an item, laid out like a story, or a page of the list. The class `collection` marks pages that need the styles. */
function Collection({ page, Text }: { page: StaticPage; Text: Text }) {
  const { name, path, item, list } = parse(InCollectionSchema, page.collection, "collection");
  if (list) return <List page={page} name={name} list={list} />;
  const kicker = (
    <p className="kicker">
      <PageLink to={path} dir="auto">
        {name}
      </PageLink>
    </p>
  );
  return (
    <main className="collection" id="main">
      <Text page={page} above={kicker}>
        {item && <Facts item={item} />}
      </Text>
      {item && <More name={name} path={path} items={item.more} />}
    </main>
  );
}

/** The properties of an item: short ones in a row, lists below. */
function Facts({ item: { rows, byline, calendar } }: { item: Item }) {
  const short = rows.filter(({ items }) => !items);
  const lists = rows.filter(({ items }) => items);
  if (rows.length === 0 && byline === undefined && !calendar) return null;
  return (
    <div className="facts">
      {byline !== undefined && <p className="byline">{byline}</p>}
      {short.length > 0 && (
        <dl>
          {short.map((row, at) => (
            <div key={at} className={row.wide ? "wide" : undefined}>
              <dt>{row.name}</dt>
              <dd>
                <Value row={row} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {calendar && (
        <p>
          <a className="button quiet" href={pageUrl(calendar.url)}>
            {calendar.name}
          </a>
        </p>
      )}
      {lists.map(({ name, items = [] }, place) => (
        <section key={place} className="parts">
          <h2>{name}</h2>
          <ul>
            {items.map((each, at) => (
              <li key={at}>{each}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Value({ row: { name, text, date, url, picture } }: { row: Row }) {
  if (picture) return <Picture picture={picture} alt={name} sizes="12rem" />;
  if (url !== undefined) return <TextLink url={url}>{text}</TextLink>;
  return date === undefined ? <bdi>{text}</bdi> : <time dateTime={date}>{text}</time>;
}

function More({ name, path, items }: { name: string; path: string; items: ItemTeaser[] }) {
  const words = useWords();
  if (items.length === 0) return null;
  return (
    <section className="page strip" aria-labelledby="more-items">
      <header className="desk-head">
        <h2 id="more-items">
          <PageLink to={path} dir="auto">
            {name}
          </PageLink>
        </h2>
      </header>
      <ul role="list" className={`row of-${items.length}`} aria-label={words.allOf(name)}>
        {items.map((item) => (
          // Beside pictures, a text alone leaves a hole.
          <Teaser key={item.path} item={item} as="li" picture={items.length > 2 && items.every(({ image }) => image)} />
        ))}
      </ul>
    </section>
  );
}

function List({ page, name, list }: { page: StaticPage; name: string; list: ItemList }) {
  const words = useWords();
  const { groups, index, parts, calendar } = list;
  return (
    <main className="collection page" id="main">
      <header className="list-head">
        <h1 tabIndex={-1}>
          <bdi>{name}</bdi> {list.page > 1 && <small>{words.page(list.page)}</small>}
        </h1>
        {page.standfirst && <p className="standfirst">{page.standfirst}</p>}
        {(parts.length > 0 || calendar) && (
          <p className="bar">
            {parts.map((part) => (
              <PageLink key={part.url} to={part.url} aria-current={part.isOpen ? "page" : undefined}>
                {part.name}
              </PageLink>
            ))}
            {calendar && <a href={pageUrl(calendar.url)}>{calendar.name}</a>}
          </p>
        )}
        {index.length > 0 && (
          <p className="related">
            {index.map((group) => (
              <PageLink key={group.url} to={group.url} dir="auto">
                {group.name}
              </PageLink>
            ))}
          </p>
        )}
      </header>
      {groups.map(({ id, name: heading, date, items }, at) => (
        <section key={id} className="day" aria-labelledby={heading === undefined ? undefined : id}>
          {heading !== undefined && (
            <h2 className="label" id={id}>
              {date === undefined ? <bdi>{heading}</bdi> : <time dateTime={date}>{heading}</time>}
            </h2>
          )}
          {items.map((item, place) => (
            <Teaser key={item.path} item={item} first={at === 0 && place < 2} />
          ))}
        </section>
      ))}
      <Pages list={list} />
    </main>
  );
}

type TeaserProps = { item: ItemTeaser; as?: "article" | "li"; picture?: boolean; first?: boolean };

function Teaser({ item, as: Card = "article", picture = true, first = false }: TeaserProps) {
  const { path, title, hyphenated, standfirst, line, image } = item;
  return (
    <Card className="teaser brief">
      {picture && image && <Picture picture={image} alt="" sizes={IN_A_LIST} first={first} />}
      <h3 {...languageOf(item)}>
        <PageLink to={path}>{hyphenated ?? title}</PageLink>
      </h3>
      {standfirst && (
        <p className="standfirst" {...languageOf(item)}>
          {standfirst}
        </p>
      )}
      {line.length > 0 && (
        <p className="meta">
          {line.map(({ text, date }, at) =>
            date === undefined ? (
              <bdi key={at}>{text}</bdi>
            ) : (
              <time key={at} dateTime={date}>
                {text}
              </time>
            ),
          )}
        </p>
      )}
    </Card>
  );
}

/** How many numbers the row of pages has on either side of the open one. */
const BESIDE = 2;

function Pages({ list: { page, pages, first } }: { list: ItemList }) {
  const words = useWords();
  if (pages < 2) return null;
  const shown = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (each) => each === 1 || each === pages || Math.abs(each - page) <= BESIDE,
  );
  const stops = shown.flatMap((each, at): PageStop[] => {
    const stop = { name: each, to: listPagePath(first, each), label: words.page(each), isOpen: each === page };
    return each - (shown[at - 1] ?? 0) > 1 ? [{ name: "…" }, stop] : [stop];
  });
  const to = (each: number, name: ReactNode) => (each < 1 || each > pages ? undefined : { to: listPagePath(first, each), name });
  return <PageNav previous={to(page - 1, words.page(page - 1))} next={to(page + 1, words.page(page + 1))} stops={stops} />;
}
