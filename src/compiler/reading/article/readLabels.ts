import { type Kind, KindSchema } from "#content/labels.ts";
import { nearestName } from "../../text/nearestName.ts";
import { isMissing, scalarText } from "../../text/jsonRecord.ts";
import type { ArticleContext } from "./articleContext.ts";

/** The kind of a story: "Press release" is as good as "press-release". A misspelt one is taken for the kind that it resembles. */
export function readKind(value: unknown, { warn }: ArticleContext): Kind | undefined {
  if (isMissing(value)) return undefined;
  const written = scalarText(value).trim();
  const named = written.replace(/([a-z])([A-Z])/gu, "$1-$2").replace(/[\s_]+/gu, "-");
  const known = KindSchema.options.find((kind) => kind === named.toLowerCase());
  if (known) return known;
  const nearest = nearestName(named, KindSchema.options);
  const kind = KindSchema.options.find((each) => each === nearest);
  const remedy = `The kinds are ${KindSchema.options.join(", ")}; write any other label as genre.`;
  warn("kind", `kind is "${written}", which is none; it was ${kind ? "taken for the nearest" : "left out"}.`, "warning", remedy, nearest);
  return kind;
}
