import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { App } from "#reader/App.tsx";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { wordsQuery } from "#reader/data/queries.ts";
import { pageRoutes, routes } from "#reader/routes.tsx";
import { en, type Words } from "#reader/words/en.ts";
import { WordsProvider } from "#reader/words/words.ts";
import { anEdition } from "./anArticle.ts";

/** The files a test's edition has: JSON values, or the Response that a server gives instead. */
export type Files = Record<string, unknown>;

/**
 * The whole reader at an address, as a reader would use it. Only `fetch` is
 * faked: it serves `files` below /data/ and answers 404 for the rest.
 * @param words what the reader says, when it is not the edition's own catalogue
 */
export async function renderApp(address: string, files: Files, words?: Words) {
  const served: Files = { "edition.json": anEdition, ...files };
  const asked: string[] = [];
  vi.stubGlobal("fetch", async (input: string) => {
    const file = input.replace(/^\/data\//u, "");
    asked.push(file);
    const answer = served[file];
    if (answer instanceof Response) return answer.clone();
    if (answer instanceof Error) throw answer;
    return answer === undefined ? new Response("Not found", { status: 404 }) : Response.json(answer);
  });
  const client = createQueryClient();
  client.setDefaultOptions({ queries: { ...client.getDefaultOptions().queries, retry: false } });
  if (words) client.setQueryData(wordsQuery(anEdition.language).queryKey, words);
  const router = createMemoryRouter(routes(client, pageRoutes(client)), { initialEntries: [address] });
  render(
    <App client={client}>
      <WordsProvider value={words ?? en}>
        <RouterProvider router={router} />
      </WordsProvider>
    </App>,
  );
  await screen.findByRole("heading", { level: 1 });
  return { user: userEvent.setup(), router, served, asked, go: (to: string) => act(() => router.navigate(to)) };
}
