import { useQuery } from "@tanstack/react-query";
import { type RefObject, useId, useLayoutEffect, useRef } from "react";
import * as v from "valibot";
import { decoded } from "#content/decoded.ts";
import type { ListPage } from "#content/pages/listPage.ts";
import { subjectPath } from "#content/paths.ts";
import { SubjectKindSchema, type SubjectKind } from "#content/teaser.ts";
import { listQuery } from "../../data/queries.ts";
import { FollowButton } from "../../features/library/following/FollowButton.tsx";
import { withLazyStyles } from "#loading/hydration/lazyStyles.ts";
import { languageOf } from "../../i18n/languageOf.ts";
import { partWords } from "../../i18n/partWords.ts";
import { useWords } from "../../i18n/words.ts";
import { useTeaserLibrary } from "../../teasers/teaserLibrary.ts";
import { HeadlineLink } from "../../ui/HeadlineLink.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { keepTabInside } from "../../ui/keepTabInside.ts";
import { PageLink } from "../../ui/PageLink.tsx";
import { GAP, placeBeside } from "../../ui/placeBeside.ts";
import { Status } from "../../ui/Status.tsx";
import { Timestamp } from "../../ui/Timestamp.tsx";
import { useLate } from "../../ui/useLate.ts";
import { type NameRequest, useOpenName } from "./useOpenName.ts";

const { load, use } = partWords("names");

export type NameCardProps = {
  request: NameRequest;
  /** The open story's, which the card does not list. */
  slug: string;
};

/** Loads the card with its words and styles. */
export const loadNameCard = (): Promise<typeof NameCard> => withLazyStyles(load()).then(() => NameCard);

/** A card beside a name that was pressed or pointed at: who or what it is, the latest stories, and a link to all of them. */
function NameCard({ request, slug }: NameCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const [shown, close] = useOpenName(request, card);
  const subject = shown && subjectOf(shown.link);
  if (!shown || !subject) return null;
  return <OpenCard key={`${subject.kind} ${subject.slug}`} card={card} shown={shown} subject={subject} slug={slug} onClose={close} />;
}

type Subject = { kind: SubjectKind; slug: string };

/** The subject that a link leads to, by its address. */
function subjectOf({ pathname }: HTMLAnchorElement): Subject | undefined {
  const [kind, slug] = pathname.split("/").slice(-2);
  return v.is(SubjectKindSchema, kind) && slug ? { kind, slug: decoded(slug) } : undefined;
}

/** On phones, where the card is a sheet, it would cover the toast that tells what "Follow" has done. */
const SHEET = "(width < 48rem)";

type OpenProps = { card: RefObject<HTMLDivElement | null>; shown: NameRequest; subject: Subject; slug: string; onClose: () => void };

function OpenCard({ card, shown, subject, slug, onClose }: OpenProps) {
  const words = useWords();
  const heading = useId();
  const { data: list, isError, refetch } = useQuery(listQuery(subject.kind, subject.slug));
  const name = list?.name ?? shown.link.textContent;
  usePopover(card, shown);
  const closeSheet = () => {
    if (matchMedia(SHEET).matches) card.current?.hidePopover();
  };
  return (
    <div
      ref={card}
      className="name-card"
      popover="auto"
      role="dialog"
      aria-labelledby={heading}
      tabIndex={-1}
      onToggle={({ newState }) => newState === "closed" && onClose()}
    >
      <header className="between">
        <h2 id={heading}>
          <bdi>{name}</bdi>
        </h2>
        <button className="tool" type="button" aria-label={words.close} onClick={() => card.current?.hidePopover()}>
          <Icon name="close" />
        </button>
      </header>
      {list ? (
        <Known list={list} slug={slug} onLeave={onClose} />
      ) : (
        <Awaited name={name} isError={isError} onAgain={() => void refetch()} />
      )}
      <footer className="bar">
        <FollowButton subject={{ ...subject, name }} onToggled={closeSheet} />
        <PageLink className="more-link" to={subjectPath(subject.kind, subject.slug)} onClick={onClose}>
          {list?.count === undefined ? words.allOf(name) : words.showAll(list.count)}
        </PageLink>
      </footer>
    </div>
  );
}

/** Milliseconds of loading before the card says so. */
const LATE_MS = 300;

function Awaited({ name, isError, onAgain }: { name: string; isError: boolean; onAgain: () => void }) {
  const words = useWords();
  const own = use();
  const isLate = useLate(!isError, LATE_MS);
  return (
    <>
      <Status className="hint">{isError ? own.failed : isLate && own.loading(name)}</Status>
      {isError && (
        <p>
          <button className="button quiet" type="button" onClick={onAgain}>
            <Icon name="again" />
            {words.tryAgain}
          </button>
        </p>
      )}
    </>
  );
}

/** How many stories a card has. */
const STORIES = 3;

/** @param onLeave closes the card, so that a reader who comes back finds the story as it was */
function Known({ list, slug, onLeave }: { list: ListPage; slug: string; onLeave: () => void }) {
  const words = useWords();
  const heading = useId();
  const library = useTeaserLibrary();
  const latest = list.days
    .flatMap(({ teasers }) => teasers)
    // Neither the open story nor those that the reader has muted.
    .filter((teaser) => teaser.slug !== slug && !library?.teaser(teaser).replacement)
    .slice(0, STORIES);
  const about = list.description ?? list.profile?.bio?.[0];
  return (
    <>
      {list.profile?.role && <p className="kicker">{list.profile.role}</p>}
      {about && <p className="standfirst">{about}</p>}
      {latest.length > 0 && (
        <section aria-labelledby={heading}>
          <h3 id={heading} className="label">
            {words.latest}
          </h3>
          <ul role="list">
            {latest.map((teaser) => (
              <li key={teaser.slug} {...languageOf(teaser)}>
                <HeadlineLink story={teaser} onClick={onLeave} /> <Timestamp date={teaser.datePublished} style="day" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** What has to stay free at the top of the window, where the masthead is, and at its bottom, in pixels. */
const FREE = { head: 72, foot: 24 };

/**
 * Shows the card under its name. If the name was pressed, the card takes the focus and later
 * returns it to the name; if it was pointed at, the focus stays where it is.
 */
function usePopover(card: RefObject<HTMLDivElement | null>, { link, isPressed }: NameRequest): void {
  useLayoutEffect(() => {
    const popover = card.current;
    if (!popover) return;
    // Focused first, so that the browser returns the focus there.
    if (isPressed) link.focus({ preventScroll: true });
    if (!popover.matches(":popover-open")) popover.showPopover();
    if (isPressed) popover.focus({ preventScroll: true });
    popover.addEventListener("keydown", keepTabInside);
    link.toggleAttribute("data-open", true);
    return () => {
      popover.removeEventListener("keydown", keepTabInside);
      link.toggleAttribute("data-open", false);
    };
  }, [card, link, isPressed]);
  // After every render: a card that has become taller may have to go above the name.
  useLayoutEffect(() => {
    const line = [...link.getClientRects()].at(-1);
    const popover = card.current;
    if (!popover || !line) return;
    const { clientHeight } = document.documentElement;
    const room = Math.max(clientHeight - FREE.foot - line.bottom, line.top - FREE.head) - GAP;
    popover.style.setProperty("--room", `${Math.floor(room)}px`);
    placeBeside(popover, line, GAP, FREE);
  });
}
