import { type QueryClient, useQueryClient } from "@tanstack/react-query";

/** What stories are taken from, for code that knows nothing of queries: see storySource.ts. */
export type StoryCache = QueryClient;

export const useStoryCache: () => StoryCache = useQueryClient;
