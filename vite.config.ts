import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/**
 * Two builds from one source: the reader for browsers (build/app), and the
 * command with the prerenderer for Node (build/node, `--ssr`). The reader's
 * addresses are relative, so that one build serves an edition at any base path.
 */
export default defineConfig(({ isSsrBuild }) => ({
  base: isSsrBuild ? "/" : "./",
  plugins: [react()],
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
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
}));
