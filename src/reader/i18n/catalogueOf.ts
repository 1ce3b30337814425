const LANGUAGES = ["ar", "de", "en", "es", "fr"] as const;

type Catalogue = (typeof LANGUAGES)[number];

/**
 * The name of a language's catalogue. All its countries share one; a language that has none gets English.
 * @param language a BCP 47 tag: "de", "de-AT"
 */
export function catalogueOf(language: string): Catalogue {
  const [primary] = language.toLowerCase().split("-");
  return LANGUAGES.find((each) => each === primary) ?? "en";
}

/** What loads a part of the catalogue: each language is a file of its own, so that a reader loads the one that is needed. */
export function catalogueLoader<Words>(files: Record<Catalogue, () => Promise<Words>>): (language: string) => Promise<Words> {
  return (language) => files[catalogueOf(language)]();
}
