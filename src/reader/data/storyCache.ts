import { type QueryClient, useQueryClient } from "@tanstack/react-query";

/** The cache that stories come from, for code that knows nothing of queries: see storySource.ts. */
export type StoryCache = QueryClient;

export const useStoryCache: () => StoryCache = useQueryClient;
