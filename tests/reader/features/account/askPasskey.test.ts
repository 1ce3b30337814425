import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { addPasskey, hasPasskeys, signInWithPasskey } from "#reader/features/account/askPasskey.ts";

const sent: [string, unknown][] = [];
const credentials = { get: vi.fn(), create: vi.fn() };
const buffer = new TextEncoder().encode("x").buffer;
const credential = {
  id: "cGFzcw",
  rawId: buffer,
  type: "public-key",
  response: { authenticatorData: buffer, clientDataJSON: buffer, signature: buffer, attestationObject: buffer },
  getClientExtensionResults: () => ({}),
};

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal("PublicKeyCredential", () => {});
  Object.defineProperty(navigator, "credentials", { configurable: true, value: credentials });
  credentials.get.mockResolvedValue(credential);
  credentials.create.mockResolvedValue(credential);
  vi.stubGlobal("fetch", async (path: string, { body }: { body: string }) => {
    sent.push([path, JSON.parse(body)]);
    return Response.json({
      challenge: "YQ",
      rpId: "post.example",
      rp: { name: "The Paper" },
      user: { id: "Yg", name: "", displayName: "" },
      pubKeyCredParams: [],
      extensions: { credProps: true },
    });
  });
});
afterEach(() => void Reflect.deleteProperty(navigator, "credentials"));

it("signs in with the passkey that the device chooses", async () => {
  expect(hasPasskeys()).toBe(true);
  await signInWithPasskey(true);
  expect(sent).toEqual([
    ["/api/passkey/ask", {}],
    ["/api/passkey/sign-in", { answer: expect.objectContaining({ id: "cGFzcw" }), remember: true }],
  ]);
});

it("adds a passkey that can also open the library", async () => {
  await addPasskey();
  expect(credentials.create.mock.calls[0]?.[0].publicKey.extensions).toEqual({ credProps: true, prf: {} });
  expect(sent.map(([path]) => path)).toEqual(["/api/account/passkeys/ask", "/api/account/passkeys/add"]);
  expect(sent[1]?.[1]).toMatchObject({ id: "cGFzcw" });
});

it.each([
  ["InvalidStateError", "passkey-known"],
  ["NotAllowedError", "passkey-unused"],
])("a device that refuses with %s leaves everything as it is", async (name, code) => {
  credentials.create.mockRejectedValue(new DOMException("No", name));
  await expect(addPasskey()).rejects.toMatchObject({ code });
  expect(sent).toHaveLength(1);
});
