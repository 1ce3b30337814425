import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nextStamp } from "#content/library/stamp.ts";
import { library } from "#reader/data/library/library.ts";
import { downloadAccount } from "#reader/features/account/encryption/downloadAccount.ts";
import { keepKey } from "#reader/features/account/sync/deviceKey.ts";
import { newKey, sealerOf } from "#reader/features/account/sync/libraryKey.ts";
import { anOwnLibrary } from "../../../../support/ownLibrary.ts";

anOwnLibrary();

const key = newKey();
const record = (id: string, value: object | null) => ({ kind: "saved", id, stamp: nextStamp(undefined, 1, "desk"), value });
let account: object;
/** What is downloaded: the file, and its name. */
const written: unknown[] = [];

beforeEach(async () => {
  const sealed = async (value: ReturnType<typeof record>, by = key) => ({ ...(await sealerOf(by).seal(value)), key: by.id });
  const plain = { ...record("plain", { slug: "plain" }), key: null };
  const library = [
    await sealed(record("a", { slug: "a" })),
    await sealed(record("gone", null)),
    await sealed(record("x", {}), newKey()),
    plain,
  ];
  account = { email: "ada@example.com", library };
  vi.stubGlobal("fetch", async () => Response.json(account));
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => {
    if (file instanceof Blob) written.push(file);
    return "blob:file";
  });
  vi.spyOn(URL, "revokeObjectURL").mockImplementation(() => {});
  written.length = 0;
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function click(this: HTMLAnchorElement) {
    written.push(this.download);
  });
});
afterEach(() => vi.restoreAllMocks());

async function downloaded() {
  await downloadAccount();
  const [file, name] = written;
  expect(name).toBe("account.json");
  const reader = new FileReader();
  await new Promise((done) => {
    reader.addEventListener("load", done);
    if (file instanceof Blob) reader.readAsText(file);
  });
  return JSON.parse(typeof reader.result === "string" ? reader.result : "");
}

test("the file has the library in plain text, without what was removed, and what cannot be opened as it is", async () => {
  await library().ready;
  const database = await library().database();
  await keepKey(database!, key);
  const file = await downloaded();
  expect(file.email).toBe("ada@example.com");
  expect(file.library).toEqual([
    record("a", { slug: "a" }),
    expect.objectContaining({ value: expect.any(String), key: expect.any(String) }),
    expect.objectContaining({ id: "plain" }),
  ]);
});

test("a device without the key leaves everything as it is", async () => {
  expect(await downloaded()).toEqual(account);
});
