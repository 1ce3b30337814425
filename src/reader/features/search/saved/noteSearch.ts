import type { QueryClient } from "@tanstack/react-query";
import { providerOf } from "../providerOf.ts";
import { readSearch } from "../searchAddress.ts";
import { searchId } from "../searchId.ts";
import { updateLibrary } from "../../../data/library/library.ts";
import { libraryOf } from "../../../data/library/useLibrary.ts";
import { newestOf } from "./newSince.ts";

/** Records that the reader has seen a search up to its newest story, if the search is saved. */
export async function noteSearch(client: QueryClient, params: string): Promise<void> {
  const search = readSearch(new URLSearchParams(params));
  const id = searchId(search);
  if (!libraryOf("search").has(id)) return;
  const newest = await newestOf(await providerOf(client), search);
  await updateLibrary("search", id, (saved) => (saved && saved.newest !== newest ? { ...saved, newest } : undefined));
}
