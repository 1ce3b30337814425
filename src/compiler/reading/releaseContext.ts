import { type MemberSettings, NO_TIER, tierNamed } from "../settings/memberSettings.ts";
import { nearestName } from "../text/nearestName.ts";
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
  const known = values ?? valuesIn(file, once);
  return { values: members && !values ? withTiers(known, members, file, once) : known, tierOf };
}

/** Reports a word that names none of the paper's tiers as such: the story is to be closed, and not to be opened by removing the field. */
function withTiers(values: ReleaseValues, { tiers }: MemberSettings, file: string, once: SourceContext["once"]): ReleaseValues {
  const names = tiers.map(({ name }) => name);
  const unknown: ReleaseValues["unknown"] = (field, value) => {
    if (field !== "access") return values.unknown(field, value);
    // Nobody is to read it, which is no mistake.
    if (NO_TIER.test(value.trim().toLowerCase())) return;
    const meant = nearestName(value, [...names, ...tiers.map(({ id }) => id)]);
    const remedy = `Write a tier of "members" in edition.json (${names.join(", ")}), or "members" for all of them.`;
    once(`no tier ${value}`, {
      severity: "warning",
      file,
      place: field,
      message: `It was kept back, since “${value}” names no tier of the paper’s members (reported once for all files).`,
      remedy: meant === undefined ? remedy : `Did you mean "${meant}"? ${remedy}`,
    });
  };
  return { ...values, unknown };
}
