import { type ComponentType, useEffect, useState } from "react";
import { idle } from "../early/idle.ts";

/**
 * A part of the page that shows nothing until something is done with it: its code
 * comes when the page lives and the browser has nothing better to do. Once it is
 * here it is part of every page from the start. Where it does not come, the page
 * goes without, and the next one asks again.
 * @param fetchPart imports the chunk
 */
export function latePart<Props extends object>(fetchPart: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let here: ComponentType<Props> | undefined;
  return function LatePart(props: Props) {
    const [Part, setPart] = useState(() => here);
    useEffect(() => {
      if (Part) return;
      idle()
        .then(fetchPart)
        .then(
          (fetched) => {
            here = fetched;
            setPart(() => fetched);
          },
          () => {},
        );
    }, [Part]);
    return Part && <Part {...props} />;
  };
}
