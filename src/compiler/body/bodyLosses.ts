import { placesInOne, type Problem } from "../draft/problem.ts";
import type { BodyContext } from "./bodyContext.ts";
import type { Element } from "./dom.ts";

/** What is reported about one element: see Problem. */
export type Loss = Pick<Problem, "message" | "remedy" | "nearest"> & { severity?: Problem["severity"] };

/** What is lost in one body. Losses with the same message are reported once, with all their lines. */
export type Losses = {
  add: (element: Element, loss: Loss) => void;
  reportAll: () => void;
  /** The texts of elements that were left out. */
  texts: string[];
};

export function lossesIn({ file, place, report }: BodyContext): Losses {
  const kinds = new Map<string, { loss: Loss; places: string[] }>();
  return {
    texts: [],
    add: (element, loss) => {
      const line = element.sourceCodeLocation?.startLine;
      const kind = kinds.get(loss.message) ?? { loss, places: [] };
      if (line !== undefined) kind.places.push(place(line));
      kinds.set(loss.message, kind);
    },
    reportAll: () => {
      for (const { loss, places } of kinds.values()) {
        const where = placesInOne(places);
        report({ severity: "warning", ...loss, file, ...(where !== undefined && { place: where }) });
      }
    },
  };
}
