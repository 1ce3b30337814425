import { useSuspenseQuery } from "@tanstack/react-query";
import { Outlet, ScrollRestoration } from "react-router";
import { editionQuery } from "../data/queries.ts";
import { Arrival } from "../shell/Arrival.tsx";
import { EditionProvider } from "../shell/EditionContext.ts";
import { Footer } from "../shell/Footer.tsx";
import { Progress } from "../shell/Progress.tsx";
import { SkipLink } from "../shell/SkipLink.tsx";
import { CalendarProvider } from "../words/dates.ts";

/** What surrounds every page. */
export function Layout() {
  const { data: edition } = useSuspenseQuery(editionQuery());
  return (
    <EditionProvider value={edition}>
      <CalendarProvider value={edition}>
        <SkipLink />
        <Progress />
        <Outlet />
        <Footer />
        <Arrival />
        <ScrollRestoration />
      </CalendarProvider>
    </EditionProvider>
  );
}
