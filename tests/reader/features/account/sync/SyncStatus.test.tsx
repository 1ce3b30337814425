import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { MemoryRouter } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { changeLibrary, library } from "#reader/data/library/library.ts";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { keepKey } from "#reader/features/account/sync/deviceKey.ts";
import { NEW, NO_ROOM, note, TOO_LARGE, unsentRecords } from "#reader/features/account/sync/ledger.ts";
import { newKey } from "#reader/features/account/sync/libraryKey.ts";
import { SyncStatus } from "#reader/features/account/sync/SyncStatus.tsx";
import { noteSync, type SyncState } from "#reader/features/account/sync/syncState.ts";
import { WordsProvider } from "#reader/i18n/words.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { wordsIn } from "../../../../support/words.ts";

anOwnLibrary();
afterEach(() => noteSync(undefined));

const AT = Date.parse("2024-04-22T07:10:00Z");
const LAST = "Last synced: 22 April 2024, 07:10";
const NOT_SYNCED = "Your library is not synced.";

/** @returns the status as text, and its box */
async function show(state: SyncState) {
  noteSync(state);
  render(
    <QueryClientProvider client={createQueryClient()}>
      <WordsProvider value={wordsIn("en").page}>
        <MemoryRouter>
          <SyncStatus />
        </MemoryRouter>
      </WordsProvider>
    </QueryClientProvider>,
  );
  const box = await waitFor(() => {
    const found = screen.getByRole("status").firstElementChild;
    if (!found) throw new Error("It says nothing yet.");
    return found;
  });
  return { box, text: Array.from(box.querySelectorAll("p"), ({ textContent }) => textContent).filter(Boolean) };
}

test.each<[string, SyncState, string[], string]>([
  ["begins", {}, ["Your library is being synced."], "hint"],
  ["is in step", { at: AT }, [LAST], "hint"],
  [
    "has no connection",
    { at: AT, trouble: "connection" },
    [`${NOT_SYNCED} There is no connection to the server. Syncing resumes automatically.`, LAST],
    "correction",
  ],
  [
    "meets an error that it does not know",
    { trouble: "new-error" },
    [`${NOT_SYNCED} The server reported an error. Syncing will be retried automatically, and your changes are safe on this device.`],
    "correction",
  ],
  [
    "could not open an entry",
    { at: AT, unopened: 1 },
    ["1 entry in your account could not be decrypted. It stays there unchanged.", LAST],
    "correction",
  ],
  [
    "could not read what is newer",
    { at: AT, newer: 2 },
    [
      "Your account holds entries that only a newer version of this app can read. They appear here once it is updated: reload the page.",
      LAST,
    ],
    "correction",
  ],
])("a sync that %s says so", async (_name, state, expected, look) => {
  const { box, text } = await show(state);
  expect(text).toEqual(expected);
  expect(box).toHaveClass(look);
  expect(within(screen.getByRole("status")).queryAllByRole("button")).toHaveLength(look === "hint" ? 0 : 1);
  expect(screen.queryByRole("link")).toBeNull();
});

test.each(["key-needed", "key-changed"])("a device without the key leads to the account, and does not try again: %s", async (trouble) => {
  await show({ trouble });
  expect(screen.getByRole("link", { name: "Go to your account" })).toHaveAttribute("href", "/account");
  expect(screen.queryByRole("button")).toBeNull();
});

test("what is only on this device is counted, and sent again when the reader tries again", async () => {
  for (const slug of ["a", "b", "c"]) await changeLibrary("saved", slug, { slug, headline: slug, savedAt: 1 });
  const database = await library().database();
  await keepKey(database!, newKey());
  const [one, two, three] = await unsentRecords(database!, NEW);
  await note(database!, [
    [one!, TOO_LARGE],
    [two!, NO_ROOM],
    [three!, NO_ROOM],
  ]);
  const { box, text } = await show({ at: AT });
  expect(text).toEqual([
    "1 entry is too large for the server. It stays on this device only.",
    "Your account has no room for 2 more entries. They stay on this device only.",
    LAST,
  ]);
  expect(box).toHaveClass("correction");
  let answer: (response: Response) => void = () => {};
  const fetched = vi.fn(() => new Promise<Response>((done) => (answer = done)));
  vi.stubGlobal("fetch", fetched);
  const again = screen.getByRole("button", { name: "Try again" });
  await userEvent.click(again);
  await waitFor(() => expect(fetched).toHaveBeenCalled());
  expect(await unsentRecords(database!, NEW)).toHaveLength(3);
  expect(again).toHaveAttribute("aria-disabled", "true");
  answer(Response.json({}, { status: 500 }));
  await waitFor(() => expect(screen.getByRole("button", { name: "Try again" })).toHaveAttribute("aria-disabled", "false"));
});

test("changes that wait are counted while nothing can be sent", async () => {
  for (const slug of ["a", "b"]) await changeLibrary("saved", slug, { slug, headline: slug, savedAt: 1 });
  const { text } = await show({ at: AT, trouble: "signed-out" });
  expect(text).toEqual([
    `${NOT_SYNCED} You are signed out. Syncing resumes when you sign in again.`,
    "2 changes are waiting to be sent.",
    LAST,
  ]);
});
