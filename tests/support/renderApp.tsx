import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { QueryClientProvider } from "@tanstack/react-query";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { accountWordsQuery, searchWordsQuery } from "#reader/data/catalogueQueries.ts";
import { wordsQuery } from "#reader/data/queries.ts";
import { idle } from "#loading/early/idle.ts";
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

/** The files of a test's edition: JSON values, or a Response in place of one; a promise, for a late answer; or an `Answer`. */
export type Files = Record<string, unknown>;

/** The answer to a request, for a stand-in of a server with state. */
export type Answer = (request: RequestInit) => unknown;

const isAnswer = (file: unknown): file is Answer => typeof file === "function";

/**
 * The whole app at an address, as a reader would use it. Only `fetch` is
 * faked: it serves `files` below /data/ and answers 404 for the rest.
 * @param words the interface text, if it is not the edition's own catalogue
 * @param libraryWords the interface text of the library and its export
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
    <QueryClientProvider client={client}>
      <WordsProvider value={words ?? wordsIn("en").page}>
        <RouterProvider router={router} useTransitions={false} />
      </WordsProvider>
    </QueryClientProvider>,
  );
  await screen.findByRole("heading", { level: 1 });
  await settled();
  return { user: userEvent.setup(), router, served, asked, go: (to: string) => act(() => router.navigate(to)) };
}

/** Waits until nothing is loading: neither what the page requests at idle, nor code. */
export async function settled(): Promise<void> {
  await act(async () => {
    await idle();
    await Promise.all([import("#reader/app/background/BackgroundTasks.tsx"), import("#reader/pages/ArticleTasks.tsx")]);
    await idle();
    await vi.dynamicImportSettled();
    await idle();
  });
}
