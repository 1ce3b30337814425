import { type ComponentType, useEffect, useState } from "react";
import { idle } from "../early/idle.ts";

/** Called if code does not load, with a function that tries again. */
export type OnLoadError = (retry: () => Promise<void>) => void;

/**
 * A part of the page that shows nothing until it is used: its code is loaded when
 * the page is hydrated and the browser is idle. From then on it is part of every
 * page from the start. If it does not load, the page does without it, and the next
 * one tries again.
 * @param fetchPart imports the chunk
 */
export function lazyPart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>, onMiss?: OnLoadError): ComponentType<Props> {
  const usePart = lazyCode(fetchPart, onMiss);
  return function LazyPart(props: Props) {
    const Part = usePart();
    return Part && <Part {...props} />;
  };
}

/** @returns a hook that returns such a part once it has loaded, for a component that shows something else until then */
export function lazyCode<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  onMiss?: OnLoadError,
): () => ComponentType<Props> | undefined {
  let loaded: ComponentType<Props> | undefined;
  return function usePart() {
    const [Part, setPart] = useState(() => loaded);
    useEffect(() => {
      if (Part) return;
      const load = async () => {
        const fetched = await fetchPart();
        loaded = fetched;
        setPart(() => fetched);
      };
      idle()
        .then(load)
        .catch(() => onMiss?.(load));
    }, [Part]);
    return Part;
  };
}
