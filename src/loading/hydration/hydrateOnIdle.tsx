import { type ComponentType, lazy, Suspense, useState } from "react";
import { idle } from "../early/idle.ts";
import { replayClicks } from "../early/replayClicks.ts";
import type { OnLoadError } from "./lazyPart.tsx";

/** The loaders of the parts that pages are known to consist of. A loader is removed once its code is here. */
const loaders = new Set<() => Promise<unknown>>();

let isLazy = false;

/** Sets whether parts may be hydrated at idle. That takes prerendered HTML: a page that is rendered needs all its parts at once. */
export function allowLazyHydration(isAllowed: boolean): void {
  isLazy = isAllowed;
}

/** @returns what to wait for before a page can be rendered, if anything */
export function loadParts(): Promise<unknown> | undefined {
  return isLazy || loaders.size === 0 ? undefined : loadAll();
}

/** A part may contain others, which are known only when its code is here. */
async function loadAll(): Promise<void> {
  while (loaders.size > 0) await Promise.all([...loaders].map((load) => load()));
}

/**
 * A part of a page with little interaction: its HTML stays as it is while the page
 * around it is hydrated, and is hydrated at idle, in a step of its own. Until then,
 * and if its code never loads, its links are plain links.
 * @param fetchPart imports the chunk
 * @param within a selector for the area with its buttons; a click on one is kept and replayed
 * @param onMiss called for such a click if the code does not load
 */
export function hydrateOnIdle<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  within?: string,
  onMiss?: OnLoadError,
): ComponentType<Props> {
  return createPart(fetchPart, (load) => loadOnIdle(load, within, onMiss), true);
}

/**
 * A part that few pages have: no other page loads its code. Until the code is here, and if
 * it never loads, a prerendered page keeps the part's HTML, and any other shows `StandIn`, if given.
 * @param fetchPart imports the chunk
 */
export function rarePart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  StandIn?: ComponentType<Props>,
): ComponentType<Props> {
  const orNever = (load: Load<Props>) => load().catch(() => new Promise<never>(() => {}));
  // The prerenderer may need it for any page.
  return createPart(fetchPart, orNever, typeof document === "undefined", StandIn);
}

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * @param fetchWhen fetches the part when it is first rendered, and resolves when it is time to show it
 * @param isExpected whether pages that are rendered wait for its code
 */
function createPart<Props extends object>(
  fetchPart: Load<Props>,
  fetchWhen: (load: Load<Props>) => Promise<ComponentType<Props>>,
  isExpected: boolean,
  StandIn?: ComponentType<Props>,
): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined;
  const load = async () => {
    loaded ??= await fetchPart();
    loaders.delete(load);
    return loaded;
  };
  if (isExpected) loaders.add(load);
  const Lazy = lazy(async () => ({ default: await fetchWhen(load) }));
  const Part = (props: Props) => {
    // The first choice stays: React would mount another type of component as a new part.
    const [Shown] = useState<ComponentType<Props>>(() => loaded ?? Lazy);
    return <Shown {...props} />;
  };
  return (props: Props) => (
    <Suspense fallback={StandIn && <StandIn {...props} />}>
      <Part {...props} />
    </Suspense>
  );
}

/**
 * Never resolves if the code does not load, unless a reader who has clicked tries again.
 * Once it has loaded, the replayed click makes React hydrate the part, if it has not yet.
 */
async function loadOnIdle<Part>(load: () => Promise<Part>, within?: string, onMiss?: OnLoadError): Promise<Part> {
  const clicks = within === undefined ? undefined : replayClicks(within);
  await idle();
  const missed = (resolve: (part: Part) => void) => void clicks?.clicked.then(() => onMiss?.(() => load().then(resolve)));
  const part = await load().catch(() => new Promise(missed));
  // After whoever awaits this very promise.
  setTimeout(() => clicks?.replay());
  return part;
}
