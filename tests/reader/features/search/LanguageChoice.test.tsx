import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { LanguageChoice } from "#reader/features/search/LanguageChoice.tsx";
import { readSearch } from "#reader/features/search/searchAddress.ts";
import { SearchWordsProvider } from "#reader/i18n/searchWords.ts";
import { wordsIn } from "../../../support/words.ts";

const editions = ["en", "nl", "pt-BR"].map((language) => ({ language, prefix: `/${language}` }));

function show(query: string) {
  const go = vi.fn();
  const { page, search } = wordsIn("en");
  const state = readSearch(new URLSearchParams({ q: query, page: "3" }));
  render(
    <SearchWordsProvider value={{ ...page, ...search }}>
      <LanguageChoice editions={editions} state={state} go={go} />
    </SearchWordsProvider>,
  );
  return { user: userEvent.setup(), go, choice: screen.getByRole("combobox") };
}

it("names each language in itself, and shows which one is chosen", () => {
  const { choice } = show("tides lang:PT-br");
  expect(choice).toHaveValue("pt-br");
  expect(
    screen
      .getAllByRole("option")
      .slice(1)
      .map(({ textContent, lang }) => [lang, textContent]),
  ).toEqual([
    ["en", "English"],
    ["nl", "Nederlands"],
    ["pt-BR", "português (Brasil)"],
  ]);
});

it.each([
  ["tides", "nl", "tides lang:nl"],
  ["lang:en tides", "nl", "tides lang:nl"],
  ["tides lang:en of lang:pt-br", "", "tides of"],
  ["slang:en", "nl", "slang:en lang:nl"],
  ["", "nl", "lang:nl"],
])("writes the choice into the query, which begins anew on the first page: %s, %s", async (query, language, written) => {
  const { user, go, choice } = show(query);
  if (language === "") await user.selectOptions(choice, "");
  else await user.selectOptions(choice, language);
  expect(go).toHaveBeenCalledWith(expect.objectContaining({ query: written, page: 1 }));
});
