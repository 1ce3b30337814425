import { QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import { MemoryRouter } from "react-router";
import type { Edition } from "#content/edition/edition.ts";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { EditionProvider } from "#reader/edition/EditionContext.ts";
import { CalendarProvider } from "#reader/i18n/formatDate.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { type TeaserLibrary, teaserLibrary } from "#reader/teasers/teaserLibrary.ts";
import { anEdition } from "./anArticle.ts";
import { wordsIn } from "./words.ts";

/** @property edition null where not even that could be loaded */
type Around = { edition?: Edition | null; library?: TeaserLibrary; path?: string };

/** Renders part of a page alone, in a paper. @returns its outline */
export function outlineOfPart(part: ReactNode, { edition = anEdition, library, path = "/" }: Around = {}): string {
  teaserLibrary.set(library);
  const { container, unmount } = render(
    <QueryClientProvider client={createQueryClient()}>
      <WordsProvider value={wordsIn("en").page}>
        <EditionProvider value={edition ?? undefined}>
          <CalendarProvider value={edition ?? { language: "en", timeZone: "UTC" }}>
            <MemoryRouter initialEntries={[path]}>{part}</MemoryRouter>
          </CalendarProvider>
        </EditionProvider>
      </WordsProvider>
    </QueryClientProvider>,
  );
  const lines = outlineOf(container);
  unmount();
  teaserLibrary.set(undefined);
  return lines;
}

/** The most letters of an element and all within it on one line. */
const WIDTH = 120;

/** All elements within one, with their attributes and texts; those within them below, indented, or behind where there is room. Icons are left out. */
export function outlineOf(parent: ParentNode): string {
  return linesOf(parent)
    .map((line) => `${line}\n`)
    .join("");
}

function linesOf(parent: ParentNode): string[] {
  return [...parent.childNodes].flatMap((node) => {
    if (!(node instanceof Element)) return node.textContent ? [JSON.stringify(node.textContent)] : [];
    if (node.matches("svg")) return [];
    const lines = linesOf(node);
    if (lines.length === 0) return [named(node)];
    const inOne = `${named(node)} > ${lines.length === 1 ? lines[0] : `(${lines.join(", ")})`}`;
    const fits = lines.length === 1 || (inOne.length <= WIDTH && !lines.some((line) => line.startsWith(" ")));
    return fits ? [inOne] : [named(node), ...lines.map((line) => `  ${line}`)];
  });
}

/** An element as a selector would name it. What React numbers differs from run to run. */
function named(element: Element): string {
  const attributes = [...element.attributes].filter(({ name }) => name !== "class");
  const shown = attributes.map(({ name, value }) => (value === "" ? `[${name}]` : `[${name}=${value.replaceAll(/_r_\w+_/gu, "…")}]`));
  return [element.localName, ...[...element.classList].map((name) => `.${name}`), ...shown].join("");
}
