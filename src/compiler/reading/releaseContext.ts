import { tierNamed } from "../settings/memberSettings.ts";
import type { FindTier } from "../draft/release/release.ts";
import { type ReleaseValues, valuesIn } from "../draft/release/releaseValues.ts";
import type { SourceContext } from "./source.ts";

/**
 * What is known about the values of release fields in a file, and which of them name a tier of the paper's members. In the archive of an
 * import the same word may mean other readers, so its stories stay kept back.
 */
export function releaseContext(
  file: string,
  { settings: { members }, values, once }: Pick<SourceContext, "settings" | "values" | "once">,
): { values: ReleaseValues; tierOf: FindTier | undefined } {
  const tierOf = members && !values ? (value: unknown) => tierNamed(members, value) : undefined;
  return { values: values ?? valuesIn(file, once), tierOf };
}
