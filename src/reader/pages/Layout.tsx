import { useSuspenseQuery } from "@tanstack/react-query";
import { editionQuery, wordsQuery } from "../data/queries.ts";
import { Shortcuts } from "../keys/Shortcuts.tsx";
import { ListenDock } from "../listen/ListenDock.tsx";
import { FollowSettings } from "../settings/FollowSettings.tsx";
import { Arrival } from "../shell/Arrival.tsx";
import { CurrentPage } from "../shell/CurrentPage.tsx";
import { DocumentLanguage } from "../shell/DocumentLanguage.tsx";
import { Dialogs } from "../shell/Dialogs.tsx";
import { EditionProvider } from "../shell/EditionContext.ts";
import { Footer } from "../shell/Footer.tsx";
import { Morph } from "../shell/Morph.tsx";
import { Progress } from "../shell/Progress.tsx";
import { ScrollMemory } from "../shell/ScrollMemory.tsx";
import { SkipLink } from "../shell/SkipLink.tsx";
import { Toast } from "../shell/Toast.tsx";
import { CalendarProvider } from "../words/dates.ts";
import { WordsProvider } from "../words/words.ts";

/** What surrounds every page. The edition's language decides what the reader says and how it writes dates. */
export function Layout() {
  const { data: edition } = useSuspenseQuery(editionQuery());
  const { data: words } = useSuspenseQuery(wordsQuery(edition.language));
  return (
    <EditionProvider value={edition}>
      <WordsProvider value={words}>
        <CalendarProvider value={edition}>
          <DocumentLanguage />
          <FollowSettings />
          <Toast>
            <Dialogs>
              <Shortcuts />
              <SkipLink />
              <Progress />
              <CurrentPage />
              <Footer />
              <ListenDock />
            </Dialogs>
          </Toast>
          <Arrival />
          <ScrollMemory />
          <Morph />
        </CalendarProvider>
      </WordsProvider>
    </EditionProvider>
  );
}
