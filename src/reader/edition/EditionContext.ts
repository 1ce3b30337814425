import { createContext, useContext } from "react";
import type { Edition } from "#content/edition/edition.ts";

const EditionContext = createContext<Edition | undefined>(undefined);

export const EditionProvider = EditionContext.Provider;

/** The edition this page belongs to. Undefined only if even that could not be loaded. */
export function useEdition(): Edition | undefined {
  return useContext(EditionContext);
}

/** The language of the interface: the edition's, or English if that could not be loaded. */
export function useEditionLanguage(): string {
  return useEdition()?.language ?? "en";
}

/** The paper's name. If nothing could be loaded, it comes from the page's link to its OpenSearch description. */
export function usePaperName(): string {
  return useEdition()?.name ?? document.querySelector<HTMLLinkElement>("link[rel=search]")?.title ?? "";
}
