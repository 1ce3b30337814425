import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { frontFile } from "#content/paths.ts";
import { frontQuery } from "../data/queries.ts";
import type { HomePlace } from "../features/library/home/HomeLoader.tsx";
import { usePaperName } from "../edition/EditionContext.ts";
import { MostRead } from "../features/mostRead/MostRead.tsx";
import { Alert, Breaking } from "../features/notices/Notices.tsx";
import { Masthead } from "../layout/Masthead.tsx";
import { Feature } from "../teasers/Feature.tsx";
import { Latest } from "../teasers/Latest.tsx";
import { Lead } from "../teasers/Lead.tsx";
import { FrontStrip, SectionBlock, withHalves } from "../teasers/SectionBlock.tsx";
import { TeaserRow } from "../teasers/TeaserRow.tsx";
import { hydrateInSight } from "#loading/hydration/hydrateInSight.tsx";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { useIsAsPrerendered } from "#loading/hydration/useHydrated.ts";
import { type Calendar, CalendarProvider, formatDate, useCalendar } from "../i18n/formatDate.ts";
import { useWords } from "../i18n/words.ts";
import { useNewsOffer } from "../features/updates/useNewsOffer.ts";

const FrontListen = lazyPart(() => import("../features/listen/FrontListen.tsx").then((module) => module.FrontListen));
const HomeLoader = lazyPart(() => import("../features/library/home/HomeLoader.tsx").then((module) => module.HomeLoader));

const StripInSight = hydrateInSight(FrontStrip, ({ id }) => `.strip[aria-labelledby="${id}"]`);
const MostReadInSight = hydrateInSight(MostRead, () => ".most-read");
const SectionInSight = hydrateInSight(SectionBlock, ({ section }) => `.blocks > [aria-labelledby="section-${section.slug}"]`);

/** How many of the latest stories are as tall as a lead with a picture. */
const TALL = 4;

/** / */
export function FrontPage() {
  const words = useWords();
  const { data: front } = useSuspenseQuery(frontQuery());
  const calendar = useCalendarOn(front.date);
  useNewsOffer({ file: frontFile });
  const [home, setHome] = useState<HomePlace>();
  const drawn = useRef(false);
  useEffect(() => {
    drawn.current = true;
  }, []);
  const firstSlugs = [...(front.lead ? [front.lead] : []), ...front.also, ...front.latest, ...front.top].map(({ slug }) => slug);
  const name = usePaperName();
  const isAsPrerendered = useIsAsPrerendered(front.date ?? "");
  const date = !isAsPrerendered && front.date && formatDate(front.date, "weekday", calendar);
  return (
    <CalendarProvider value={calendar}>
      <title>{isAsPrerendered ? document.title : date ? words.frontDocumentTitle(name, date) : name}</title>
      <Masthead head="front" alternates={front.alternates} />
      {front.breaking && <Breaking notice={front.breaking} />}
      <main id="main">
        <h1 className="unseen" tabIndex={-1} suppressHydrationWarning>
          {isAsPrerendered ? "" : date ? words.frontTitle(date) : name}
        </h1>
        <p className="page listen-front needs-script">
          <FrontListen front={front} />
        </p>
        <div className={front.latest.length < TALL ? "page top" : "page top of-2"}>
          {front.lead ? (
            <Lead teaser={front.lead} also={front.also} events={front.events} />
          ) : (
            <p className="standfirst">{words.nothingYet}</p>
          )}
          {front.date && front.latest.length > 0 && <Latest stories={front.latest} />}
        </div>
        {home?.place === "lead" && home.part}
        {front.top.length > 0 && (
          <div className="page">
            <h2 className="unseen">{words.topStories}</h2>
            <TeaserRow teasers={front.top} meta="shortDate" />
          </div>
        )}
        {front.longRead && <Feature teaser={front.longRead} />}
        {front.strips?.map((strip, place) => (
          <StripInSight key={strip.name} {...strip} id={`strip-${place + 1}`} />
        ))}
        {front.mostRead && <MostReadInSight {...front.mostRead} />}
        {front.sections.length > 0 && (
          <div className="page blocks">
            {withHalves(front.sections).map((block) => (
              <SectionInSight key={block.section.slug} {...block} />
            ))}
          </div>
        )}
        {home?.place === "end" && home.part}
      </main>
      {front.alert && <Alert alert={front.alert} />}
      <HomeLoader excludedSlugs={firstSlugs} isDrawn={() => drawn.current} onHome={setHome} />
    </CalendarProvider>
  );
}

/** The edition's calendar on the date of the page, whose data may be newer than that of the edition. */
function useCalendarOn(date: string | undefined): Calendar {
  const calendar = useCalendar();
  return useMemo(() => ({ ...calendar, date }), [calendar, date]);
}
