import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import type { Edition } from "#content/edition/edition.ts";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { EditionProvider } from "#reader/edition/EditionContext.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { type TeaserLibrary, TeaserLibraryContext } from "#reader/teasers/teaserLibrary.ts";
import { anEdition } from "./anArticle.ts";
import { wordsIn } from "./words.ts";

/** @property edition null where not even that could be loaded */
type Around = { edition?: Edition | null; library?: TeaserLibrary; path?: string };

/** Renders part of a page alone, in a paper. @returns its outline */
export function outlineOfPart(part: ReactNode, { edition = anEdition, library, path = "/" }: Around = {}): string {
  const { container, unmount } = render(
    <QueryClientProvider client={createQueryClient()}>
      <TeaserLibraryContext value={library}>
        <WordsProvider value={wordsIn("en").page}>
          <EditionProvider value={edition ?? undefined}>
            <MemoryRouter initialEntries={[path]}>{part}</MemoryRouter>
          </EditionProvider>
        </WordsProvider>
      </TeaserLibraryContext>
    </QueryClientProvider>,
  );
  const lines = outlineOf(container);
  unmount();
  return lines;
}

/** All elements within one, a line each, with their attributes and texts; an only child is behind its parent. Pictures of icons are left out. */
export function outlineOf(parent: ParentNode): string {
  return `\n${linesOf(parent).join("\n")}\n`;
}

function linesOf(parent: ParentNode): string[] {
  return [...parent.childNodes].flatMap((node) => {
    if (!(node instanceof Element)) return node.textContent === "" ? [] : [JSON.stringify(node.textContent)];
    if (node.matches("svg")) return [];
    const [first = "", ...others] = linesOf(node);
    if (others.length === 0) return [[named(node), first].filter(Boolean).join(" > ")];
    return [named(node), ...[first, ...others].map((line) => `  ${line}`)];
  });
}

/** An element as a selector would name it. What React numbers differs from run to run. */
function named(element: Element): string {
  const attributes = [...element.attributes].filter(({ name }) => name !== "class");
  const shown = attributes.map(({ name, value }) => (value === "" ? `[${name}]` : `[${name}=${value.replaceAll(/_r_\w+_/gu, "…")}]`));
  return [element.localName, ...[...element.classList].map((name) => `.${name}`), ...shown].join("");
}
