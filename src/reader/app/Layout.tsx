import { useSuspenseQuery } from "@tanstack/react-query";
import { editionQuery, wordsQuery } from "../data/queries.ts";
import { shortcutsFailed } from "#loading/early/replayKeys.ts";
import { ListenDock } from "../features/listen/ListenDock.tsx";
import { DeviceStatus } from "../features/offline/DeviceNotice.tsx";
import { RouteFocus } from "../navigation/RouteFocus.tsx";
import { CurrentPage } from "../layout/CurrentPage.tsx";
import { DocumentLanguage } from "../i18n/DocumentLanguage.tsx";
import { Dialogs } from "../layout/Dialogs.tsx";
import { EditionProvider } from "../edition/EditionContext.ts";
import { Footer } from "../layout/Footer.tsx";
import { offerRetry } from "#loading/hydration/lazyImport.ts";
import { Progress } from "../navigation/Progress.tsx";
import { ScrollRestoration } from "../navigation/ScrollRestoration.tsx";
import { SkipLink } from "../layout/SkipLink.tsx";
import { slotOf } from "../slots/slotOf.ts";
import { Toast } from "../layout/Toast.tsx";
import { hydrateInSight } from "#loading/hydration/hydrateInSight.tsx";
import { lazyPart } from "#loading/hydration/lazyPart.tsx";
import { CalendarProvider } from "../i18n/formatDate.ts";
import { WordsProvider } from "../i18n/words.ts";

const BackgroundTasks = lazyPart(
  () => import("./background/BackgroundTasks.tsx").then((module) => module.BackgroundTasks),
  (retry) => shortcutsFailed(() => offerRetry(retry)),
);
const LibraryTasks = lazyPart(() => import("./background/LibraryTasks.tsx").then((module) => module.LibraryTasks));

/** A slot that asks for consent is needed on every page. */
const FooterInSight = hydrateInSight(Footer, () => (slotOf("head")?.consent || slotOf("footer")?.consent ? undefined : ".foot"));

/** Everything around a page. The edition's language decides the words of the interface and the format of dates. */
export function Layout() {
  const { data: edition } = useSuspenseQuery(editionQuery());
  const { data: words } = useSuspenseQuery(wordsQuery(edition.language));
  return (
    <EditionProvider value={edition}>
      <WordsProvider value={words}>
        <CalendarProvider value={edition}>
          <DocumentLanguage />
          <Toast>
            <Dialogs>
              <BackgroundTasks />
              <SkipLink />
              <Progress />
              <CurrentPage />
              <FooterInSight />
              <ListenDock />
              <LibraryTasks />
            </Dialogs>
          </Toast>
          <RouteFocus />
          <DeviceStatus />
          <ScrollRestoration />
        </CalendarProvider>
      </WordsProvider>
    </EditionProvider>
  );
}
