import type { QueryClient } from "@tanstack/react-query";
import { providerOf } from "../../search/providerOf.ts";
import { readSearch } from "../../search/searchAddress.ts";
import { searchId } from "../../search/searchId.ts";
import { updateLibrary } from "../store/library.ts";
import { libraryOf } from "../store/useLibrary.ts";
import { newestOf } from "./newSince.ts";

/** Notes that the reader has seen a saved search up to its newest story. Nothing happens for one that is not saved. */
export async function noteSearch(client: QueryClient, params: string): Promise<void> {
  const search = readSearch(new URLSearchParams(params));
  const id = searchId(search);
  if (!libraryOf("search").has(id)) return;
  const newest = await newestOf(await providerOf(client), search);
  await updateLibrary("search", id, (saved) => (saved && saved.newest !== newest ? { ...saved, newest } : undefined));
}
