import type { Rolldown } from "vite";

type Graph = Parameters<Extract<Rolldown.CodeSplittingGroup["name"], (...args: never[]) => unknown>>[1];

/**
 * The app comes in a few parts, each run in a task of its own (see start.ts):
 * React, the router, the frame of every page with what it is made of, what
 * several kinds of page share, and each page. What only parts that come later
 * share is no load of any page.
 */
export const chunks = {
  includeDependenciesRecursively: false,
  groups: [
    { name: "react", test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]|reader[\\/]early[\\/]react\.ts/u, priority: 3 },
    {
      name: "router",
      test: /node_modules[\\/](?:react-router|cookie|set-cookie-parser)[\\/]|reader[\\/]early[\\/]router\.ts/u,
      priority: 3,
    },
    { name: "data", test: /node_modules[\\/](?:valibot|@tanstack)[\\/]/u, minShareCount: 5, priority: 2 },
    { name: partOf, debugName: "by page", test: isOurs, minShareCount: 2, priority: 1 },
  ],
} satisfies Rolldown.CodeSplittingOptions;

/** What start.ts itself needs is there before any part. */
function isOurs(module: string): boolean {
  return (
    /[\\/]src[\\/]/u.test(module) &&
    !/reader[\\/](?:early[\\/]|address\.ts|start\.ts)|data[\\/](?:earlyFiles|fetchInTime)\.ts|content[\\/]paths\.ts/u.test(module)
  );
}

/** What names a story in a line stands on nearly every page. */
const NAMES_A_STORY = /reader[\\/](?:ui[\\/]HeadlineLink|library[\\/](?:Unmuted|glance))\.tsx?$/u;

function partOf(module: string, graph: Graph): string | null {
  if (reach(/reader[\\/]main\.tsx$/u, module, graph) || NAMES_A_STORY.test(module)) return "frame";
  const isOfLists = reach(/reader[\\/]pages[\\/](?:FrontPage|ListPage)\.tsx$/u, module, graph);
  if (reach(/reader[\\/]pages[\\/]ArticlePage\.tsx$/u, module, graph)) return isOfLists ? "stories" : "story";
  if (reach(/reader[\\/]article[\\/](?:Hero|StoryRest|Strips)\.tsx$/u, module, graph)) return isOfLists ? "teasers" : "reading";
  if (/src[\\/](?:reader|content)[\\/]search[\\/]/u.test(module)) {
    return reach(/reader[\\/](?:pages[\\/]SearchPage|search[\\/]quick[\\/]QuickSearchDialog)\.tsx$/u, module, graph) ? "search" : "query";
  }
  return null;
}

/** Whether a module is imported by that one, directly or by way of others, but never as a part that comes later. */
function reach(from: RegExp, module: string, graph: Graph, seen = new Set<string>()): boolean {
  if (from.test(module)) return true;
  if (seen.has(module)) return false;
  seen.add(module);
  return (graph.getModuleInfo(module)?.importers ?? []).some((importer) => reach(from, importer, graph, seen));
}
