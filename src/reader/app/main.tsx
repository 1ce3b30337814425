// First, so that the order of the cascade layers is known before any component adds to one.
import "../styles/styles.ts";
import { startTransition } from "react";
import { createRoot, hydrateRoot } from "#loading/early/react.ts";
import { addressOfPage, basenameOf, setAddress } from "../edition/address.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { createQueryClient } from "../data/queryClient.ts";
import { idle } from "#loading/early/idle.ts";
import { createBrowserRouter, RouterProvider } from "#loading/early/router.ts";
import { type PageOrigin, pageOrigin } from "../device/pageOrigin.ts";
import { pageRoutes, routes } from "./routes.tsx";
import { nameEntries } from "../navigation/historyEntry.ts";
import { withViewTransitions } from "../navigation/viewTransitions.ts";
import { hydrationMode } from "./hydrationMode.ts";
import { loadParts, allowLazyHydration } from "#loading/hydration/hydrateOnIdle.tsx";
import { WordsProvider } from "../i18n/words.ts";
import { loadCatalogue } from "../i18n/loadCatalogue.ts";

/**
 * Starts the app. The HTML already shows the page, so the app waits
 * until its code and data have loaded and then hydrates that HTML.
 * @param opened the path of the page that the HTML was made for; a reader who goes back before the app starts is at another
 * @returns true once the app answers events, false if the HTML stays as it is
 */
export async function startApp(opened: string): Promise<boolean> {
  const address = addressOfPage(document);
  setAddress(address);
  const client = createQueryClient();
  // In development: when an article changes, the open page fetches its data again.
  import.meta.hot?.on("broadsheet:content", () => void client.invalidateQueries());
  const pages = pageRoutes(client);
  nameEntries();
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no #root element.");
  const from = await originOf(document);
  const origin = () => (location.pathname === opened ? from : "offlinePage");
  allowLazyHydration(root.hasChildNodes() && origin() === "network");
  const router = withViewTransitions(createBrowserRouter(routes(client, pages), { basename: basenameOf(address) }));
  // The page names its edition's language, so the words are fetched in parallel with its JSON. The error page needs them if that fails.
  const [words] = await Promise.all([loadCatalogue(document.documentElement.lang), settled(router)]);
  allowLazyHydration(false);
  // Once loaded, a page is rendered in one step. A transition would use several, and on a slow phone each costs a frame.
  const app = (
    <QueryClientProvider client={client}>
      <WordsProvider value={words}>
        <RouterProvider router={router} useTransitions={false} />
      </WordsProvider>
    </QueryClientProvider>
  );
  void idle()
    .then(() => import("./background/startBackgroundTasks.ts"))
    .then(
      ({ startBackgroundTasks }) => startBackgroundTasks(client, router, pages, basenameOf(address)),
      // The page works without them.
      () => {},
    );
  // A reader who goes back during hydration makes React render the other page anew. That is no error, but React puts its title before that of the HTML.
  const onRecoverableError = (error: unknown): void =>
    location.pathname === opened ? reportError(error) : document.querySelectorAll("head > title")[1]?.remove();
  switch (hydrationMode(router.state, root, origin())) {
    case "hydrate":
      // A transition hydrates in small steps. An event does not wait for all of them: React hydrates its target first.
      startTransition(() => void hydrateRoot(root, app, { onRecoverableError }));
      return true;
    case "render":
      if (!(await partsLoaded())) return false;
      // React renders its own title and would leave this one beside it.
      document.querySelector("head > title")?.remove();
      createRoot(root).render(app);
      return true;
    case "leave":
      for (const dead of root.querySelectorAll(".needs-script")) dead.remove();
      return false;
  }
}

/** A page from the device counts as one from the network if it was made of the same data that was loaded for it. */
async function originOf(page: Document): Promise<PageOrigin> {
  const origin = pageOrigin(page);
  if (origin !== "device") return origin;
  const isCurrent = await import("../features/offline/isHtmlCurrent.ts").then(
    ({ isHtmlCurrent }) => isHtmlCurrent(page),
    () => false,
  );
  return isCurrent ? "network" : "device";
}

/** False if a part of the page did not load: then the HTML is the better page. */
async function partsLoaded(): Promise<boolean> {
  try {
    await loadParts();
    return true;
  } catch {
    return false;
  }
}

/** Resolves when the first page's code and data have loaded, or failed to. */
function settled(router: ReturnType<typeof createBrowserRouter>): Promise<void> {
  return new Promise((resolve) => {
    if (router.state.initialized) return resolve();
    const stop = router.subscribe((state) => {
      if (!state.initialized) return;
      stop();
      resolve();
    });
  });
}
