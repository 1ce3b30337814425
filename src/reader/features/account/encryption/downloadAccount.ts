import * as v from "valibot";
import { SealedSchema } from "#content/library/sync.ts";
import { readApi } from "../../../data/api.ts";
import { ownKey } from "../sync/deviceKey.ts";
import { sealerOf } from "../sync/libraryKey.ts";

const ExportSchema = v.looseObject({ library: v.array(v.unknown()) });
const SealedHereSchema = v.object({ ...SealedSchema.entries, key: v.string() });

/**
 * Downloads the account as a file, with its library decrypted on this device.
 * Records that it cannot open stay as they are. Removed records are left out.
 * @throws ApiError
 */
export async function downloadAccount(): Promise<void> {
  const account = await readApi("account/export", ExportSchema, new AbortController().signal);
  const key = await ownKey();
  const sealer = key && sealerOf(key);
  const entries = await Promise.all(
    account.library.map(async (entry) => (sealer && v.is(SealedHereSchema, entry) ? ((await sealer.open(entry)) ?? entry) : entry)),
  );
  const kept = entries.filter((entry) => !v.is(v.looseObject({ value: v.null() }), entry));
  const { download } = await import("../../../device/download.ts");
  download("account.json", "application/json", JSON.stringify({ ...account, library: kept }, undefined, 2));
}
