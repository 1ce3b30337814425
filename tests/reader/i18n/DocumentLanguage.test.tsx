import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { DocumentLanguage } from "#reader/i18n/DocumentLanguage.tsx";
import { EditionProvider } from "#reader/edition/EditionContext.ts";
import { linked } from "../../support/linked.ts";

const shown = (language: string) => {
  const observer = new MutationObserver(() => {});
  observer.observe(document.documentElement, { attributes: true });
  render(
    <EditionProvider value={linked([], { name: "The Paper", language }).edition}>
      <DocumentLanguage />
    </EditionProvider>,
  );
  return observer.takeRecords().map(({ attributeName }) => attributeName);
};

test("a document is said to be in the edition's language, and nothing is said again that it says already", () => {
  expect(shown("ar")).toEqual(["lang", "dir"]);
  expect(document.documentElement.lang).toBe("ar");
  // A browser styles the whole page anew for it.
  expect(shown("ar")).toEqual([]);
});
