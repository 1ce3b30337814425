import { layersTogether } from "./scripts/layersTogether.ts";
import react from "@vitejs/plugin-react";
import { build, defineConfig, type Plugin } from "vite";

/**
 * Two builds from one source: the reader for browsers (build/app), and the
 * command with the prerenderer for Node (build/node, `--ssr`). The reader's
 * addresses are relative, so that one build serves an edition at any base path.
 */
export default defineConfig(({ isSsrBuild }) => ({
  base: isSsrBuild ? "/" : "./",
  plugins: [react(), layersTogether(), ...(isSsrBuild ? [] : [workers()])],
  publicDir: isSsrBuild ? false : "public",
  build: isSsrBuild
    ? {
        outDir: "build/node",
        target: "node20",
        emptyOutDir: true,
        rollupOptions: { input: { cli: "src/cli/main.ts" } },
      }
    : {
        outDir: "build/app",
        emptyOutDir: true,
        manifest: true,
        cssCodeSplit: false,
        // The first browsers with light-dark(): all themes stand on it, and spelled out for older ones it costs every reader.
        cssTarget: ["chrome123", "firefox120", "safari17.5"],
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        rollupOptions: { output: { codeSplitting: chunks, assetFileNames: "assets/[name]-[hash:5][extname]" } },
      },
}));

/**
 * The app comes in a few parts, each run in a task of its own (see start.ts):
 * React, the router, what several pages share, and each page. What start.ts
 * itself needs stays out of the shared part, which is fetched later.
 */
const chunks = {
  includeDependenciesRecursively: false,
  groups: [
    { name: "react", test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]|reader[\\/]early[\\/]react\.ts/u, priority: 2 },
    {
      name: "router",
      test: /node_modules[\\/](?:react-router|cookie|set-cookie-parser)[\\/]|reader[\\/]early[\\/]router\.ts/u,
      priority: 2,
    },
    { name: "shared", test: isShared, minShareCount: 2, priority: 1 },
  ],
};

function isShared(module: string): boolean {
  const isEarly = /reader[\\/](?:early[\\/]|address\.ts|start\.ts)|data[\\/]earlyFiles\.ts|content[\\/]paths\.ts/u.test(module);
  return !isEarly && /[\\/]src[\\/]|node_modules[\\/](?:valibot|@tanstack)[\\/]/u.test(module);
}

/** The service worker and its kill switch, each a script of its own without imports, as every browser takes it. */
function workers(): Plugin {
  return {
    name: "broadsheet-workers",
    apply: "build",
    async generateBundle() {
      for (const name of ["worker", "retire"]) {
        this.emitFile({ type: "asset", fileName: `${name}.js`, source: await oneScript(`src/worker/${name}.ts`) });
      }
    },
  };
}

async function oneScript(entry: string): Promise<string> {
  const results = await build({
    configFile: false,
    publicDir: false,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: { write: false, lib: { entry, name: "broadsheetWorker", formats: ["iife"] } },
  });
  const [chunk] = [results].flat().flatMap((result) => ("output" in result ? result.output : []));
  if (chunk?.type !== "chunk") throw new Error(`${entry} did not become a script.`);
  return chunk.code;
}
