import { act, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { createMemoryRouter, RouterProvider } from "react-router";
import { vi } from "vitest";
import { App } from "#reader/App.tsx";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { pageRoutes, routes } from "#reader/routes.tsx";
import { anEdition } from "./anArticle.ts";

/** The files a test's edition has: JSON values, or the Response that a server gives instead. */
export type Files = Record<string, unknown>;

/**
 * The whole reader at an address, as a reader would use it. Only `fetch` is
 * faked: it serves `files` below /data/ and answers 404 for the rest.
 */
export async function renderApp(address: string, files: Files) {
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
  const router = createMemoryRouter(routes(client, pageRoutes(client)), { initialEntries: [address] });
  render(
    <App client={client}>
      <RouterProvider router={router} />
    </App>,
  );
  await screen.findByRole("heading", { level: 1 });
  return { user: userEvent.setup(), router, served, asked, go: (to: string) => act(() => router.navigate(to)) };
}
