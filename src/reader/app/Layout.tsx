import { useSuspenseQuery } from "@tanstack/react-query";
import { editionQuery, wordsQuery } from "../data/queries.ts";
import { missKeys } from "../hydration/early/keepKeys.ts";
import { ListenDock } from "../features/listen/ListenDock.tsx";
import { DeviceStatus } from "../features/offline/DeviceNotice.tsx";
import { Arrival } from "../navigation/Arrival.tsx";
import { CurrentPage } from "../layout/CurrentPage.tsx";
import { DocumentLanguage } from "../i18n/DocumentLanguage.tsx";
import { Dialogs } from "../layout/Dialogs.tsx";
import { EditionProvider } from "../edition/EditionContext.ts";
import { Footer } from "../layout/Footer.tsx";
import { offerToTryAgain } from "../hydration/inTime.ts";
import { Progress } from "../navigation/Progress.tsx";
import { ScrollMemory } from "../navigation/ScrollMemory.tsx";
import { SkipLink } from "../layout/SkipLink.tsx";
import { Toast } from "../layout/Toast.tsx";
import { latePart } from "../hydration/latePart.tsx";
import { CalendarProvider } from "../i18n/dates.ts";
import { WordsProvider } from "../i18n/words.ts";

const Attendants = latePart(
  () => import("./Attendants.tsx").then((module) => module.Attendants),
  (again) => missKeys(() => offerToTryAgain(again)),
);
const Desk = latePart(() => import("./library/Desk.tsx").then((module) => module.Desk));

/** What surrounds every page. The edition's language decides what the reader says and how it writes dates. */
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
              <Attendants />
              <SkipLink />
              <Progress />
              <CurrentPage />
              <Footer />
              <ListenDock />
              <Desk />
            </Dialogs>
          </Toast>
          <Arrival />
          <DeviceStatus />
          <ScrollMemory />
        </CalendarProvider>
      </WordsProvider>
    </EditionProvider>
  );
}
