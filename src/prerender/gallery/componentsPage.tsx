import { QueryClient } from "@tanstack/react-query";
import { renderToString } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router";
import type { Edition } from "#content/edition/edition.ts";
import type { WordFiles } from "#content/words/wordFiles.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { setAddress } from "#reader/edition/address.ts";
import { EditionProvider } from "#reader/edition/EditionContext.ts";
import { CalendarProvider } from "#reader/i18n/formatDate.ts";
import { loadCatalogue } from "#reader/i18n/loadCatalogue.ts";
import type { Words } from "#reader/i18n/wordTypes.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { Choice } from "#reader/ui/Choice.tsx";
import { Icon, type IconName } from "#reader/ui/Icon.tsx";
import { TagChips } from "#reader/teasers/TagChips.tsx";
import type { PaperSite } from "../createDocument.ts";
import type { RenderedPage } from "../renderPage.tsx";
import { setWordsOf } from "../runWords.ts";

/** One page with the components that pages show only in some state or after an action, for the theme gallery. */
export async function componentsPage(edition: Edition, site: PaperSite, said: WordFiles): Promise<RenderedPage> {
  setAddress(site);
  setWordsOf(said);
  const words = await loadCatalogue(edition.language);
  const handler = createStaticHandler([{ path: "*", element: <Components words={words} edition={edition} /> }]);
  const context = await handler.query(new Request("http://gallery.invalid/"));
  if (context instanceof Response) throw new Error("The page of components leads elsewhere.");
  const page = renderToString(
    <QueryClientProvider client={new QueryClient()}>
      <WordsProvider value={words}>
        <EditionProvider value={edition}>
          <CalendarProvider value={edition}>
            <StaticRouterProvider router={createStaticRouter(handler.dataRoutes, context)} context={context} hydrate={false} />
          </CalendarProvider>
        </EditionProvider>
      </WordsProvider>
    </QueryClientProvider>,
  );
  return { pictures: "", head: `<title>${edition.name}</title>`, page };
}

const ICONS: IconName[] = ["menu", "search", "text", "save", "listen", "share", "person", "download", "pen", "play", "close"];

function Components({ words, edition }: { words: Words; edition: Edition }) {
  const sections = edition.sections.map((section) => ({ ...section, kind: "section" as const }));
  return (
    <main id="main" className="page">
      <h1>{edition.name}</h1>
      <p className="standfirst">{edition.tagline}</p>
      <p className="bar">
        <button className="button">{words.save}</button>
        <button className="button quiet">{words.share}</button>
        <button className="button quiet" aria-pressed="true">
          {words.saved}
        </button>
        <button className="button" disabled>
          {words.save}
        </button>
      </p>
      <p className="bar">
        {ICONS.map((name) => (
          <span key={name} className="tool">
            <Icon name={name} />
          </span>
        ))}
      </p>
      <p>
        <a href="#main">{words.published}</a> <mark>{words.search}</mark> <kbd>S</kbd>
      </p>
      <TagChips label={words.sections} tags={sections} />
      <Fields words={words} />
      <p className="notice">
        <Icon name="offline" /> {words.loading}
      </p>
      <Raised words={words} />
    </main>
  );
}

function Fields({ words }: { words: Words }) {
  const options = (["light", "sepia", "dark"] as const).map((value) => ({ value, label: value, theme: value }));
  return (
    <>
      <p className="field">
        <label htmlFor="field">{words.search}</label>
        <input id="field" type="search" defaultValue={words.latest} />
      </p>
      <p className="field">
        <label htmlFor="wrong">{words.search}</label>
        <input id="wrong" type="text" aria-invalid="true" defaultValue="?" />
        <span className="error">{words.loading}</span>
      </p>
      <Choice legend={words.readingSettings} value="light" options={options} onChoose={() => {}} />
    </>
  );
}

/** Components above the page: a panel and a toast. */
function Raised({ words }: { words: Words }) {
  return (
    <>
      <dialog open className="panel">
        <header className="between">
          <h2>{words.readingSettings}</h2>
        </header>
        <p>{words.made}</p>
      </dialog>
      <div className="toast offer">
        <span>{words.saved}</span>
        <button type="button" className="take">
          {words.save}
        </button>
      </div>
    </>
  );
}
