import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { App } from "#reader/app/App.tsx";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { accountWordsQuery, searchWordsQuery } from "#reader/data/catalogueQueries.ts";
import { wordsQuery } from "#reader/data/queries.ts";
import { idle } from "#reader/hydration/early/idle.ts";
import { libraryWordsQuery, exportWordsQuery } from "#reader/data/libraryWords.ts";
import { pageRoutes, routes } from "#reader/app/routes.tsx";
import { withViewTransitions } from "#reader/navigation/viewTransitions.ts";
import type { EveryAccountWord } from "#reader/i18n/accountWords.ts";
import type { LibraryWords } from "#reader/i18n/wordTypes.ts";
import type { EverySearchWord } from "#reader/i18n/searchWords.ts";
import type { ExportWords } from "#reader/i18n/wordTypes.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { anEdition } from "./anArticle.ts";
import { wordsIn } from "./words.ts";

/** The files a test's edition has: JSON values, or the Response that a server gives instead; or a promise of one, for what is late; or an `Answer`. */
export type Files = Record<string, unknown>;

/** What a server that remembers what it was told answers to a request. */
export type Answer = (request: RequestInit) => unknown;

const isAnswer = (file: unknown): file is Answer => typeof file === "function";

/**
 * The whole reader at an address, as a reader would use it. Only `fetch` is
 * faked: it serves `files` below /data/ and answers 404 for the rest.
 * @param words what the reader says, when it is not the edition's own catalogue
 * @param libraryWords and what it says about the library, and about taking it along
 */
export async function renderApp(
  address: string,
  files: Files,
  words?: EveryAccountWord & EverySearchWord,
  libraryWords?: LibraryWords & ExportWords,
) {
  const served: Files = { "edition.json": anEdition, ...files };
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: string, request: RequestInit = {}) => {
    const file = input.replace(/^\/data\//u, "");
    asked.push(file);
    const found = served[file];
    const answer = await (isAnswer(found) ? found(request) : found);
    if (answer instanceof Response) return answer.clone();
    if (answer instanceof Error) throw answer;
    return answer === undefined ? new Response("Not found", { status: 404 }) : Response.json(answer);
  });
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  if (words) {
    const parts = [wordsQuery, searchWordsQuery, accountWordsQuery].map((query) => query(anEdition.language).queryKey);
    for (const queryKey of parts) client.setQueryData(queryKey, words);
  }
  if (libraryWords) {
    const parts = [libraryWordsQuery, exportWordsQuery].map((query) => query(anEdition.language).queryKey);
    for (const queryKey of parts) client.setQueryData(queryKey, libraryWords);
  }
  const router = withViewTransitions(createMemoryRouter(routes(client, pageRoutes(client)), { initialEntries: [address] }));
  render(
    <App client={client}>
      <WordsProvider value={words ?? wordsIn("en").page}>
        <RouterProvider router={router} useTransitions={false} />
      </WordsProvider>
    </App>,
  );
  await screen.findByRole("heading", { level: 1 });
  await settled();
  return { user: userEvent.setup(), router, served, asked, go: (to: string) => act(() => router.navigate(to)) };
}

/** Waits until nothing is left to come: neither what the page asks for when it is idle, nor the code that is on its way. */
export async function settled(): Promise<void> {
  await act(async () => {
    await idle();
    await Promise.all([import("#reader/app/background/BackgroundTasks.tsx"), import("#reader/pages/ArticleTasks.tsx")]);
    await idle();
    await vi.dynamicImportSettled();
    await idle();
  });
}
