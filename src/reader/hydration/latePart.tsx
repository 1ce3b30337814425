import { type ComponentType, useEffect, useState } from "react";
import { idle } from "./early/idle.ts";

/** Told where code does not come, with what fetches it once more. */
export type OnMiss = (again: () => Promise<void>) => void;

/**
 * A part of the page that shows nothing until something is done with it: its code
 * comes when the page lives and the browser has nothing better to do. Once it is
 * here it is part of every page from the start. Where it does not come, the page
 * goes without, and the next one asks again.
 * @param fetchPart imports the chunk
 */
export function latePart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>, onMiss?: OnMiss): ComponentType<Props> {
  const usePart = lateCode(fetchPart, onMiss);
  return function LatePart(props: Props) {
    const Part = usePart();
    return Part && <Part {...props} />;
  };
}

/** @returns a hook that answers with such a part once it is here, for who shows something else until then */
export function lateCode<Props extends object>(
  fetchPart: () => Promise<ComponentType<Props>>,
  onMiss?: OnMiss,
): () => ComponentType<Props> | undefined {
  let here: ComponentType<Props> | undefined;
  return function usePart() {
    const [Part, setPart] = useState(() => here);
    useEffect(() => {
      if (Part) return;
      const bring = async () => {
        const fetched = await fetchPart();
        here = fetched;
        setPart(() => fetched);
      };
      idle()
        .then(bring)
        .catch(() => onMiss?.(bring));
    }, [Part]);
    return Part;
  };
}
