/**
 * Downloads the app's parts for this page, after everything else and without
 * running them. The page names them, since what a page needs is known where it is made; they lie beside its script.
 */
export function preloadChunks(): void {
  const named = document.querySelector<HTMLElement>("[data-chunks]")?.dataset["chunks"];
  for (const name of named?.split(" ") ?? []) {
    const href = import.meta.resolve(`./${name}.js`);
    document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", fetchPriority: "low", href }));
  }
}
