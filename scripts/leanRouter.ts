import type { Plugin } from "vite";
import { type Change, leaveOut } from "./leaveOut.ts";

/** Declarations of components and contexts, which the bundler keeps even where nobody uses them: it cannot know that the call does nothing else. */
const CALL = /^(var \w+ = )(\w+\.(?:forwardRef|memo|createContext)\()/gmu;

/** The names under which developer tools show them. Each is a use, and so keeps its component too. */
const NAME = /^\w+\.displayName = "\w+";$/gmu;

/** Of the two builds in its package this one is without the router's warnings to developers. No export leads to it. */
const BUILD = /(node_modules[\\/]react-router[\\/]dist[\\/])development([\\/]index\.mjs)$/u;

/** Of all files of that build this one has the router. */
const ROUTER = "function createRouter(init)";

/** What nobody gives to this router: data that its own server made, routes that come later, another way to load. */
const NOT_GIVEN = [
  "opts?.hydrationData || parseHydrationData()",
  "init.hydrationData",
  "init.patchRoutesOnNavigation",
  "init.instrumentations",
  "init.getContext",
  "init.dataStrategy",
];

/** Conditions that never hold. */
const NEVER = [
  // Forms of this app speak to its server by themselves: the router submits nothing.
  "isSubmissionNavigation(opts)",
  "isMutationMethod(state.navigation.formMethod)",
  "isMutationMethod(opts.submission.formMethod)",
  "isMutationMethod(submission.formMethod)",
  "isMutationMethod(request.method)",
  "opts && opts.pendingError",
  // Loaders fill the query library's cache: none answers with a response or sends elsewhere.
  "isResponse(result)",
  "isDataWithResponseInit(result)",
  "isRedirectDataStrategyResult(result)",
  // All routes are known, and so is what they are made of; what can go wrong by itself is that there is none.
  "fogOfWar.active && fogOfWar.matches",
  "lazyHandlerPromise || lazyRoutePromise",
  "status === 400",
  "status === 403",
  "status === 405",
  // Nothing is drawn before the first page is there, from components of a server, or at an address that is not the reader's.
  "dataRouterState.renderFallback",
  "this.context",
  "locationArg && renderedMatches",
  "opts?.mask",
];

/** What is called for developers, for fetchers, for the place in a page and for transitions of views: the last two are the app's own. */
const NOT_CALLED = [
  "  warning(",
  "  warnOnce(",
  "  warningOnce(",
  "state.fetchers.forEach((fetcher, key) => {\n      if (fetcher.state",
  "newState.fetchers.forEach(",
  "deletedFetchers.forEach(",
  "  mountedFetchers.forEach(",
  "  unmountedFetchers.forEach(",
  "fetchersQueuedForDeletion.forEach(",
  "fetchLoadMatches.forEach(",
  "revalidatingFetchers.forEach(",
  "revalidatingFetchers.filter((f) =>",
  "markFetchRedirectsDone(",
  "abortStaleFetchLoads(",
  "saveScrollPosition(",
  "shouldBlockNavigation(",
  "getDataStrategyMatchLazyPromises(",
  "React3.useEffect(() => {\n    if (vtContext.isTransitioning &&",
  "React3.useEffect(() => {\n    if (!vtContext.isTransitioning &&",
  "React3.useEffect(() => {\n    if (renderDfd && pendingState && router.window)",
  "React3.useEffect(() => {\n    if (renderDfd && pendingState && state.location",
];

/** What stands in place of what it says. Methods that are not given away are left out with all that only they call. */
const INSTEAD: Change[] = [
  ["    fetch: fetch2,\n", ""],
  ["    getFetcher,\n    resetFetcher,\n    deleteFetcher: queueFetcherForDeletion,\n", ""],
  ["    getBlocker,\n    deleteBlocker,\n    patchRoutes,\n    _internalFetchControllers: fetchControllers,\n", ""],
  ["    dispose,\n", ""],
  ["    enableScrollRestoration,\n", ""],
  ["    _internalSetRoutes,\n", ""],
  ["    fetcherKey,\n    runClientMiddleware\n", "    fetcherKey\n"],
  ["|| defaultDataStrategyWithMiddleware", "|| defaultDataStrategy"],
  ["new RouterContextProvider()", "void 0"],
  ["if (isFogOfWar)", "if (false)"],
  ["if (!isFogOfWar)", "if (true)"],
  ["if (fogOfWar.active)", "if (false)"],
  ["if (redirect2)", "if (false)"],
  ["if (locationArg)", "if (false)"],
  ["if (!viewTransitionOpts || !isViewTransitionAvailable)", "if (true)"],
  ["match.route.errorElement || defaultErrorElement", "match.route.errorElement"],
  ["isDataRoute ? useNavigateStable() : useNavigateUnstable()", "useNavigateStable()"],
];

/** Leaves out what the app does not use of its router: forms, fetchers, blockers, routes that come later, links that prefetch, warnings. */
export function leanRouter(): Plugin {
  let isLean = false;
  return {
    name: "broadsheet-lean-router",
    apply: "build",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (source !== "react-router") return null;
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      return found && { ...found, id: found.id.replace(BUILD, "$1production$2") };
    },
    transform: {
      filter: { id: /node_modules[\\/]react-router[\\/]dist[\\/]production[\\/]/u },
      handler(code) {
        const hasRouter = code.includes(ROUTER);
        isLean ||= hasRouter;
        return { code: (hasRouter ? lean(code) : code).replace(CALL, "$1/* @__PURE__ */ $2").replace(NAME, ""), map: null };
      },
    },
    buildEnd(error) {
      if (!error && !isLean)
        throw new Error(`No file of React Router that was built has "${ROUTER}", so scripts/leanRouter.ts leaves nothing out.`);
    },
  };
}

/** The router's code with conditions that never hold here written as such. */
export function lean(router: string): string {
  const changes = [
    ...NOT_GIVEN.map((code): Change => [code, "(void 0)"]),
    ...NEVER.map((code): Change => [code, "false"]),
    ...NOT_CALLED.map((code): Change => [code, `false && ${code}`]),
    ...INSTEAD,
  ];
  return leaveOut("React Router", router, changes, "scripts/leanRouter.ts");
}
