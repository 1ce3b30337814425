import type { Plugin } from "vite";

/** Declarations of components and contexts, which the bundler keeps even where nobody uses them: it cannot know that the call does nothing else. */
const CALL = /^(var \w+ = )(\w+\.(?:forwardRef|memo|createContext)\()/gmu;

/** The names under which developer tools show them. Each is a use, and so keeps its component too. */
const NAME = /^\w+\.displayName = "\w+";$/gmu;

/** Of the two builds in its package this one is without the router's warnings to developers. No export leads to it. */
const BUILD = /(node_modules[\\/]react-router[\\/]dist[\\/])development([\\/]index\.mjs)$/u;

/** Leaves out what the app does not use of its router: forms, links that prefetch, warnings. */
export function leanRouter(): Plugin {
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
      handler: (code) => ({ code: code.replace(CALL, "$1/* @__PURE__ */ $2").replace(NAME, ""), map: null }),
    },
  };
}
