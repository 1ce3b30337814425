// First, so that the order of the cascade layers is known before any component adds to one.
import "../styles/styles.ts";
import { startTransition } from "react";
import { createRoot, hydrateRoot } from "../hydration/early/react.ts";
import { addressOfPage, basenameOf, setAddress } from "../edition/address.ts";
import { App } from "./App.tsx";
import { createQueryClient } from "../data/queryClient.ts";
import { idle } from "../hydration/early/idle.ts";
import { createBrowserRouter, RouterProvider } from "../hydration/early/router.ts";
import { type PageOrigin, pageOrigin } from "../device/pageOrigin.ts";
import { pageRoutes, routes } from "./routes.tsx";
import { nameEntries } from "../navigation/historyEntry.ts";
import { withViewTransitions } from "../navigation/viewTransitions.ts";
import { hydrationMode } from "./hydrationMode.ts";
import { loadParts, allowLazyHydration } from "../hydration/hydrateOnIdle.tsx";
import { WordsProvider } from "../i18n/words.ts";
import { loadCatalogue } from "../i18n/loadCatalogue.ts";

/**
 * Starts the app. The HTML already shows the page, so the app waits
 * until its code and data are here and then hydrates what stands there.
 * Resolves when the app answers events: with true, or with false where the HTML stays as it is.
 * @param opened the path of the page whose HTML this is. Whoever goes back before the app is there is elsewhere by then.
 */
export async function startApp(opened: string): Promise<boolean> {
  const address = addressOfPage(document);
  setAddress(address);
  const client = createQueryClient();
  // For those at work on the paper: when an article has changed, the open page asks for its data again.
  import.meta.hot?.on("broadsheet:content", () => void client.invalidateQueries());
  const pages = pageRoutes(client);
  nameEntries();
  const root = document.getElementById("root");
  if (!root) throw new Error("The page has no element #root to live in.");
  const from = await originOf(document);
  const origin = () => (location.pathname === opened ? from : "standIn");
  allowLazyHydration(root.hasChildNodes() && origin() === "network");
  const router = withViewTransitions(createBrowserRouter(routes(client, pages), { basename: basenameOf(address) }));
  // The page says its edition's language, so the words are fetched beside its JSON. They are all there is to say when that fails.
  const [words] = await Promise.all([loadCatalogue(document.documentElement.lang), settled(router)]);
  allowLazyHydration(false);
  // A page that is there is drawn in one step and not, as in a transition, in several between other work: on a slow phone each costs a frame.
  const app = (
    <App client={client}>
      <WordsProvider value={words}>
        <RouterProvider router={router} useTransitions={false} />
      </WordsProvider>
    </App>
  );
  void idle()
    .then(() => import("./background/startBackgroundTasks.ts"))
    .then(
      ({ startBackgroundTasks }) => startBackgroundTasks(router, pages, basenameOf(address)),
      // Without it the page is a page like any other.
      () => {},
    );
  switch (hydrationMode(router.state, root, origin())) {
    case "hydrate":
      // As a transition it is done in small steps. An event does not wait for them: React finishes what it needs first.
      startTransition(() => void hydrateRoot(root, app));
      return true;
    case "render":
      if (!(await partsHaveCome())) return false;
      // React brings its own, and would leave that of the HTML beside it.
      document.querySelector("head > title")?.remove();
      createRoot(root).render(app);
      return true;
    case "leave":
      for (const dead of root.querySelectorAll(".needs-script")) dead.remove();
      return false;
  }
}

/** A page from the device is as good as one from the network where its data is what it was made of. */
async function originOf(page: Document): Promise<PageOrigin> {
  const origin = pageOrigin(page);
  if (origin !== "device") return origin;
  const isCurrent = await import("../features/offline/isMadeOf.ts").then(
    ({ isMadeOfItsFiles }) => isMadeOfItsFiles(page),
    () => false,
  );
  return isCurrent ? "network" : "device";
}

/** Without them the HTML is the better page. */
async function partsHaveCome(): Promise<boolean> {
  try {
    await loadParts();
    return true;
  } catch {
    return false;
  }
}

/** Resolves when the first page's code and data have arrived, or have failed to. */
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
