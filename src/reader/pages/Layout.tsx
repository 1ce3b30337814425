import { useSuspenseQuery } from "@tanstack/react-query";
import { editionQuery, wordsQuery } from "../data/queries.ts";
import { missKeys } from "../early/keepKeys.ts";
import { ListenDock } from "../listen/ListenDock.tsx";
import { DeviceStatus } from "../offline/DeviceNotice.tsx";
import { Arrival } from "../shell/Arrival.tsx";
import { CurrentPage } from "../shell/CurrentPage.tsx";
import { DocumentLanguage } from "../shell/DocumentLanguage.tsx";
import { Dialogs } from "../shell/Dialogs.tsx";
import { EditionProvider } from "../shell/EditionContext.ts";
import { Footer } from "../shell/Footer.tsx";
import { offerToTryAgain } from "../shell/inTime.ts";
import { Progress } from "../shell/Progress.tsx";
import { ScrollMemory } from "../shell/ScrollMemory.tsx";
import { SkipLink } from "../shell/SkipLink.tsx";
import { Toast } from "../shell/Toast.tsx";
import { latePart } from "../ui/latePart.tsx";
import { CalendarProvider } from "../words/dates.ts";
import { WordsProvider } from "../words/words.ts";

const Attendants = latePart(
  () => import("../shell/Attendants.tsx").then((module) => module.Attendants),
  (again) => missKeys(() => offerToTryAgain(again)),
);
const Desk = latePart(() => import("../library/desk/Desk.tsx").then((module) => module.Desk));

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
