import type { ListKind } from "#content/pages/listPage.ts";

type Params = { [name: string]: string | undefined };

/** The slug of the list that an address names. A month's is "2024-04"; the latest stories have none. */
export function listSlug(kind: ListKind, params: Params): string {
  return kind === "month" ? `${params["year"]}-${params["month"]}` : (params["slug"] ?? "");
}

/** The number of the page that an address names, or undefined for the newest. */
export function pageNumber(params: Params): number | undefined {
  return params["page"] === undefined ? undefined : Number(params["page"]);
}
