import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, onTestFinished, test } from "vitest";
import { NewPhrase } from "#reader/features/account/encryption/NewPhrase.tsx";
import { wordsIn } from "../../../../support/words.ts";

const words = wordsIn("en").sync.key;

function show() {
  const user = userEvent.setup();
  render(<NewPhrase words={words} submit={words.change} make={async () => {}} onCancel={() => {}} />);
  return { user, phrase: screen.getAllByRole("listitem").map(({ textContent }) => textContent) };
}

test("a new phrase is copied as twelve words in a line", async () => {
  const { user, phrase } = show();
  await user.click(screen.getByRole("button", { name: words.copy }));
  expect(await screen.findByText(words.copied)).toBeVisible();
  expect(phrase).toHaveLength(12);
  expect(await navigator.clipboard.readText()).toBe(phrase.join(" "));
});

test("in a browser without a clipboard, it says that the phrase was not copied", async () => {
  const { user } = show();
  Object.defineProperty(navigator, "clipboard", { configurable: true, value: undefined });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "clipboard"));
  await user.click(screen.getByRole("button", { name: words.copy }));
  expect(await screen.findByText(words.notCopied)).toBeVisible();
});
