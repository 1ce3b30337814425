import { type ComponentType, lazy, memo, Suspense, useMemo, useState } from "react";
import { useHydrated } from "./useHydrated.ts";

/** How far from the window a part is hydrated, in heights of the window: its marks and buttons are drawn before it is seen. */
const AHEAD = 0.5;

let release = () => {};
const released = new Promise<void>((resolve) => (release = resolve));

/** Hydrates all parts, wherever they are: for a reader to whom some must not be shown as they are, not even for a moment. */
export const hydrateAll = (): void => release();

/**
 * A part that may be far down the page, such as a strip: its HTML stays as it is until the reader comes near it, and its links
 * are plain links. It is hydrated earlier only if something in it changes. A page that is rendered has it at once.
 * @param areaOf a selector for its elements in the page; none if it cannot wait
 */
export function hydrateInSight<Props extends object>(
  Part: ComponentType<Props>,
  areaOf: (props: Props) => string | undefined,
): ComponentType<Props> {
  const held = new Set<string>();
  /** React tries again when something changes in a part that is held. It would remove one that is still not there. */
  const firstOf = (area: string | undefined) => {
    if (area === undefined || held.has(area) || !isHere(area)) return Part;
    held.add(area);
    return lazy(() => nearing(area).then(() => ({ default: Part })));
  };
  function Held({ props }: { props: Props }) {
    const isHydrated = useHydrated();
    const [Shown] = useState<ComponentType<Props>>(() => (isHydrated ? Part : firstOf(areaOf(props))));
    return useMemo(() => <Shown {...props} />, [Shown, props]);
  }
  // A new element would be a change too.
  return memo((props: Props) => (
    <Suspense>
      <Held props={props} />
    </Suspense>
  ));
}

/** Whether the page has the part, and no click in it is waiting (replayClicks.ts). Where it is would take a layout to find out. */
const isHere = (area: string): boolean =>
  typeof document !== "undefined" && document.querySelector(area) !== null && !document.querySelector(`:is(${area}) [aria-busy]`);

/** Resolves when one of the elements is near the window, or all parts are hydrated. */
function nearing(area: string): Promise<void> {
  return new Promise((resolve) => {
    void released.then(resolve);
    const observer = new IntersectionObserver(
      (changes) => {
        if (!changes.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        resolve();
      },
      { rootMargin: `${AHEAD * 100}%` },
    );
    for (const element of document.querySelectorAll(area)) observer.observe(element);
  });
}
