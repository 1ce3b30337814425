import { type ComponentType, useEffect, useState } from "react";
import { idle } from "./early/idle.ts";

/** Told where code does not come, with what fetches it once more. */
export type OnLoadError = (again: () => Promise<void>) => void;

/**
 * A part of the page that shows nothing until something is done with it: its code
 * comes when the page is hydrated and the browser is idle. Once it is
 * here it is part of every page from the start. Where it does not come, the page
 * goes without, and the next one asks again.
 * @param fetchPart imports the chunk
 */
export function lazyPart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>, onMiss?: OnLoadError): ComponentType<Props> {
  const usePart = lazyCode(fetchPart, onMiss);
  return function LazyPart(props: Props) {
    const Part = usePart();
    return Part && <Part {...props} />;
  };
}

/** @returns a hook that answers with such a part once it is here, for a component that shows something else until then */
export function lazyCode<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  onMiss?: OnLoadError,
): () => ComponentType<Props> | undefined {
  let here: ComponentType<Props> | undefined;
  return function usePart() {
    const [Part, setPart] = useState(() => here);
    useEffect(() => {
      if (Part) return;
      const load = async () => {
        const fetched = await fetchPart();
        here = fetched;
        setPart(() => fetched);
      };
      idle()
        .then(load)
        .catch(() => onMiss?.(load));
    }, [Part]);
    return Part;
  };
}
