import { instantOf } from "../../draft/instantOf.ts";
import { offsetIn } from "../../draft/offsetIn.ts";

/**
 * Where a post was to be found: at its slug, as Ghost has it by default, and
 * under its day, as "Use dates in permalinks" had it, and in the form that old
 * settings name (`permalinks`, such as "/:year/:month/:slug/").
 */
export function oldAddresses(
  slug: string,
  published: string | undefined,
  { settings, timeZone, id }: { settings: Map<string, string>; timeZone: string; id: string },
): string[] {
  const instant = published === undefined ? undefined : instantOf(published, timeZone);
  const day = instant === undefined ? undefined : dayOf(instant, timeZone);
  const parts: Record<string, string | undefined> = { ...day, slug, id };
  const fill = (pattern: string): string[] => {
    const path = pattern.replace(/:(\w+)/gu, (all, name: string) => parts[name] ?? all);
    return /:\w/u.test(path) ? [] : [path];
  };
  const told = settings.get("permalinks") ?? "";
  const forms = ["/:slug/", "/:year/:month/:day/:slug/", ...(told.startsWith("/") ? [told] : [])];
  return [...new Set([...forms.flatMap(fill), ...(settings.get("amp") === "true" ? [`/${slug}/amp/`] : [])])];
}

/** The day that clocks in a time zone show. */
function dayOf(instant: string, timeZone: string): { year: string; month: string; day: string } {
  const utc = Date.parse(instant);
  const [year = "", month = "", day = ""] = new Date(utc + offsetIn(timeZone, utc) * 60_000).toISOString().slice(0, 10).split("-");
  return { year, month, day };
}
