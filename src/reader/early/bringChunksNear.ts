/**
 * Downloads the app's parts for this page, after everything else and without
 * running them. The page names them, since what a page needs is known where it is made.
 */
export function bringChunksNear(): void {
  const named = document.querySelector<HTMLScriptElement>("script[data-chunks]")?.dataset["chunks"] ?? "";
  for (const href of named.split(" ").filter(Boolean)) {
    const link = document.createElement("link");
    link.rel = "modulepreload";
    link.fetchPriority = "low";
    link.href = href;
    document.head.append(link);
  }
}
