import { type ComponentType, lazy, Suspense, useState } from "react";
import { idle } from "./early/idle.ts";
import { replayClicks } from "./early/replayClicks.ts";
import type { OnLoadError } from "./lazyPart.tsx";

/** Each loads the code of a part that the pages so far are made of, and goes when it is here. */
const loaders = new Set<() => Promise<unknown>>();

let isLazy = false;

/** Whether parts of the page that is hydrated may wait for idle. Only its HTML can stand in for them: a page that is rendered anew needs them all. */
export function allowLazyHydration(may: boolean): void {
  isLazy = may;
}

/** @returns what there is to wait for before a page can be made anew */
export function loadParts(): Promise<unknown> | undefined {
  return isLazy || loaders.size === 0 ? undefined : loadAll();
}

/** A part may be made of others, which are known when it is here. */
async function loadAll(): Promise<void> {
  while (loaders.size > 0) await Promise.all([...loaders].map((load) => load()));
}

/**
 * A part of a page that is read and answers little: its HTML stays as it is while
 * the page is hydrated around it, and is hydrated at idle, in a step of its
 * own. Until then its links are links. Should its code never come, it stays so.
 * @param fetchPart imports the chunk
 * @param within a selector of where its buttons are; a click on one is kept and replayed
 * @param onMiss told of such a click where the code does not come
 */
export function hydrateOnIdle<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  within?: string,
  onMiss?: OnLoadError,
): ComponentType<Props> {
  return createPart(fetchPart, (load) => loadOnIdle(load, within, onMiss), true);
}

/**
 * A part that few pages have: no other page loads its code. Until that is here, and
 * where it does not come, what stands in for it is shown, if anything does; of a prerendered page its HTML is.
 * @param fetchPart imports the chunk
 */
export function rarePart<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  StandIn?: ComponentType<Props>,
): ComponentType<Props> {
  const orNever = (load: Load<Props>) => load().catch(() => new Promise<never>(() => {}));
  // What makes pages may meet it on any.
  return createPart(fetchPart, orNever, typeof document === "undefined", StandIn);
}

type Load<Props> = () => Promise<ComponentType<Props>>;

/**
 * @param fetchWhen fetches the part when it is first shown, and resolves when it is to be
 * @param isExpected whether pages that are made anew wait for its code
 */
function createPart<Props extends object>(
  fetchPart: Load<Props>,
  fetchWhen: (load: Load<Props>) => Promise<ComponentType<Props>>,
  isExpected: boolean,
  StandIn?: ComponentType<Props>,
): ComponentType<Props> {
  let here: ComponentType<Props> | undefined;
  const load = async () => {
    here ??= await fetchPart();
    loaders.delete(load);
    return here;
  };
  if (isExpected) loaders.add(load);
  const Lazy = lazy(async () => ({ default: await fetchWhen(load) }));
  const Part = (props: Props) => {
    // What was shown first stays: another kind of component would be another part.
    const [Shown] = useState<ComponentType<Props>>(() => here ?? Lazy);
    return <Shown {...props} />;
  };
  return (props: Props) => (
    <Suspense fallback={StandIn && <StandIn {...props} />}>
      <Part {...props} />
    </Suspense>
  );
}

/** Does not resolve where the code does not come, unless the reader who clicked tries again. Where it has, React hydrates the part at the click, if it has not yet. */
async function loadOnIdle<Part>(load: () => Promise<Part>, within?: string, onMiss?: OnLoadError): Promise<Part> {
  const clicks = within === undefined ? undefined : replayClicks(within);
  await idle();
  const missed = (resolve: (part: Part) => void) => void clicks?.clicked.then(() => onMiss?.(() => load().then(resolve)));
  const part = await load().catch(() => new Promise(missed));
  // First of all whoever waits for this very promise.
  setTimeout(() => clicks?.replay());
  return part;
}
