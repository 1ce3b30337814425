import { QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { library } from "#reader/data/library/library.ts";
import { createQueryClient } from "#reader/data/queryClient.ts";
import { ownKey, keepKey } from "#reader/features/account/sync/deviceKey.ts";
import { newKey, unwrap } from "#reader/features/account/sync/libraryKey.ts";
import { syncState } from "#reader/features/account/sync/syncState.ts";
import { KeyTools } from "#reader/features/account/encryption/KeyTools.tsx";
import { AccountWordsProvider } from "#reader/i18n/accountWords.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";
import { wordsIn } from "../../../../support/words.ts";

anOwnLibrary();

const key = newKey();
const { sync, page, account } = wordsIn("en");
const words = sync.key;

beforeEach(async () => {
  await library().ready;
  const database = await library().database();
  await keepKey(database!, key);
});

/** A passkey as a browser gives it. */
class Passkey {
  readonly id = "cGFzcw";
  readonly #first: BufferSource | undefined;
  constructor(first?: BufferSource) {
    this.#first = first;
  }
  readonly getClientExtensionResults = () => ({ prf: { results: this.#first && { first: this.#first } } });
}

/** @param passkeys those of the account @param found what the device gives when a passkey is asked for */
async function show(passkeys: string[], found: () => Promise<unknown> = async () => null) {
  const sent: [string, Record<string, unknown>][] = [];
  vi.stubGlobal("fetch", async (path: string, { body }: RequestInit = {}) => {
    if (typeof body === "string") sent.push([path, JSON.parse(body)]);
    if (path === "/api/account/passkeys") return Response.json({ passkeys: passkeys.map((id) => ({ id, device: "", createdAt: "" })) });
    return path.includes("sync") ? Response.json({}, { status: 500 }) : Response.json({});
  });
  vi.stubGlobal("PublicKeyCredential", Passkey);
  const get = vi.fn((_asked: CredentialRequestOptions) => found());
  Object.defineProperty(navigator, "credentials", { configurable: true, value: { get } });
  onTestFinished(() => void Reflect.deleteProperty(navigator, "credentials"));
  render(
    <QueryClientProvider client={createQueryClient()}>
      <AccountWordsProvider value={{ ...page, ...account }}>
        <KeyTools words={words} />
      </AccountWordsProvider>
    </QueryClientProvider>,
  );
  const user = userEvent.setup();
  await user.click(await screen.findByText(words.toolsTitle));
  return { user, sent, get };
}

const SECRET = Uint8Array.from({ length: 32 }, (_, at) => at);
const IN_BASE64URL = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8";

test.each([
  ["a buffer", SECRET.buffer],
  ["a part of one", new Uint8Array([9, 9, ...SECRET, 9]).subarray(2, 34)],
])("a passkey opens the key with its own secret, given as %s", async (_name, secret) => {
  const { user, sent, get } = await show(["cGFzcw", "b3RoZXI"], async () => new Passkey(secret));
  await user.click(await screen.findByRole("button", { name: words.addPasskey }));
  expect(await screen.findByText(words.passkeyAdded)).toBeVisible();
  const [[path, slot] = ["", {}]] = sent;
  expect([path, slot["key"], slot["passkey"]]).toEqual(["/api/library/key/passkey", key.id, "cGFzcw"]);
  expect(await unwrap(String(slot["wrapped"]), IN_BASE64URL, "passkey", key.id)).toBe(key.secret);
  const { challenge, allowCredentials = [], userVerification, extensions } = get.mock.calls[0]?.[0].publicKey ?? {};
  expect([challenge?.byteLength, userVerification]).toEqual([32, "required"]);
  expect(allowCredentials.map(({ type, id }) => [type, new TextDecoder().decode(id)])).toEqual([
    ["public-key", "pass"],
    ["public-key", "other"],
  ]);
  expect(new TextDecoder().decode(extensions?.prf?.eval?.first)).toBe("broadsheet library key");
});

test.each([
  ["refuses", () => Promise.reject(new DOMException("No", "NotAllowedError")), account.accountProblem["passkey-unused"]],
  ["gives no passkey", async () => ({}), account.accountProblem["passkey-unused"]],
  ["has a passkey without a secret", async () => new Passkey(), words.problems["passkey-no-prf"]],
])("a device that %s changes nothing, and says so", async (_name, found, text) => {
  const { user, sent } = await show(["cGFzcw"], found);
  await user.click(await screen.findByRole("button", { name: words.addPasskey }));
  await waitFor(() => expect(screen.getByRole("alert")).toHaveTextContent(text ?? "?"));
  expect(sent).toEqual([]);
  expect(screen.queryByText(words.passkeyAdded)).toBeNull();
});

test("without a passkey in the account it says that one is needed first", async () => {
  await show([]);
  expect(screen.getByText(words.passkeyFirst)).toBeVisible();
  expect(screen.queryByRole("button", { name: words.addPasskey })).toBeNull();
});

test("the key is changed once the new phrase is kept, and not if the reader cancels", async () => {
  const { user, sent } = await show([]);
  await user.click(screen.getByRole("button", { name: words.change }));
  await user.click(screen.getByRole("button", { name: words.cancel }));
  expect(screen.getByText(words.toolsTitle)).toHaveFocus();
  expect((await ownKey())?.id).toBe(key.id);
  await user.click(screen.getByText(words.toolsTitle));
  await user.click(screen.getByRole("button", { name: words.change }));
  expect(screen.queryByText(words.toolsTitle)).toBeNull();
  await user.click(screen.getByRole("checkbox", { name: words.kept }));
  await user.click(screen.getByRole("button", { name: words.change }));
  expect(await screen.findByText(words.changed)).toBeInTheDocument();
  expect(sent[0]).toMatchObject(["/api/library/key", { expects: key.id, forget: false }]);
  expect(await ownKey()).toMatchObject({ id: sent[0]?.[1]["id"], earlier: { [key.id]: key.secret } });
  await waitFor(() => expect(syncState()?.trouble).toBe("server-error"));
});
