/**
 * Sets the page in its own fonts when all of them are here: each that came by
 * itself would have the browser lay out the whole page once more. Who has chosen a
 * typeface waits for no others.
 */
export async function loadFonts(): Promise<void> {
  const faces = document.querySelector("style");
  if (faces?.media !== "not all") return;
  const named = document.querySelector<HTMLElement>("[data-fonts]")?.dataset["fonts"]?.split(" ") ?? [];
  if (!document.documentElement.dataset["font"]) await Promise.all(named.map(fetched));
  faces.media = "";
}

/** Resolves when a font is on the device, or does not come. */
function fetched(name: string): Promise<void> {
  return new Promise((resolve) => {
    const href = import.meta.resolve(`./${name}.woff2`);
    const link = Object.assign(document.createElement("link"), { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    link.addEventListener("load", () => resolve());
    link.addEventListener("error", () => resolve());
    document.head.append(link);
  });
}
