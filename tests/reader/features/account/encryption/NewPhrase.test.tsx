import { QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, onTestFinished, test, vi } from "vitest";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { syncState } from "#reader/features/account/sync/syncState.ts";
import { KeyPanel } from "#reader/features/account/encryption/KeyPanel.tsx";
import { NewPhrase } from "#reader/features/account/encryption/NewPhrase.tsx";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { wordsIn } from "../../../../support/words.ts";

anOwnLibrary();

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

/** Shows the panel of an account that has a key, which this device has not, or none. @returns the keys that are sent */
function openPanel(key: object | null) {
  const sent: object[] = [];
  vi.stubGlobal("fetch", async (path: string, { body }: RequestInit = {}) => {
    if (path === "/api/library/key" && typeof body === "string") sent.push(JSON.parse(body));
    return Response.json({ account: "a", key });
  });
  const onDone = vi.fn();
  render(
    <QueryClientProvider client={createQueryClient()}>
      <KeyPanel words={words} anyAccount onDone={onDone} onCancel={() => {}} />
    </QueryClientProvider>,
  );
  const done = () =>
    vi.waitFor(() => {
      expect(onDone).toHaveBeenCalled();
      // The sync that follows has ended too: it finds no library in the account.
      expect(syncState()?.trouble).toBe("server-error");
    });
  return { user: userEvent.setup(), sent, done };
}

test.each([
  ["no passkey opens the key, none is asked for", [], 0],
  ["a passkey opens the key, it can be used in place of the phrase", [{ id: "p".repeat(22), wrapped: "x".repeat(64) }], 1],
])("where %s", async (_name, passkeys, buttons) => {
  openPanel({ id: "k".repeat(22), phrase: "x".repeat(64), earlier: "x".repeat(64), passkeys });
  await screen.findByRole("button", { name: words.anew });
  expect(screen.queryAllByRole("button", { name: words.withPasskey })).toHaveLength(buttons);
});

test("starting over deletes what only the lost key opens, and a first key deletes nothing", async () => {
  const held = { id: "k".repeat(22), phrase: "x".repeat(64), earlier: "x".repeat(64), passkeys: [] };
  const lost = openPanel(held);
  await lost.user.click(await screen.findByRole("button", { name: words.anew }));
  await lost.user.click(screen.getByRole("checkbox", { name: words.kept }));
  await lost.user.click(screen.getByRole("button", { name: words.anew }));
  await lost.done();
  expect(lost.sent).toMatchObject([{ expects: held.id, forget: true }]);
  cleanup();
  const first = openPanel(null);
  await first.user.click(await screen.findByRole("checkbox", { name: words.kept }));
  await first.user.click(screen.getByRole("button", { name: words.switchOn }));
  await first.done();
  expect(first.sent).toMatchObject([{ expects: null, forget: false }]);
});
