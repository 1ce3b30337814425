import { counted } from "../text/counted.ts";
import { nearestName } from "../text/nearestName.ts";
import type { Problem } from "../draft/problem.ts";
import { wordOf } from "../draft/release/fieldReaders.ts";
import { folded } from "../draft/release/releaseFields.ts";
import type { ReleaseValues } from "../draft/release/releaseValues.ts";

/** Values of an archive's release fields that the publisher has declared to be public, by field: `{ "status": ["in-print"] }`. */
export type PublicMapping = Readonly<Record<string, readonly string[]>>;

/** What import.json says about the values of one archive, and the values in the archive that nobody knows. */
export class PublicValues {
  readonly #mapped: Map<string, { field: string; value: string }>;
  readonly #used = new Set<string>();
  readonly #unknown = new Map<string, { field: string; value: string; file: string; count: number }>();

  constructor(mapping: PublicMapping = {}) {
    const all = Object.entries(mapping).flatMap(([field, values]) => values.map((value) => ({ field, value })));
    this.#mapped = new Map(all.map((each) => [keyOf(each.field, each.value), each]));
  }

  /** What is known while a file of the archive is read. */
  of(file: string): ReleaseValues {
    return {
      isPublic: (field, value) => {
        const key = keyOf(field, value);
        if (this.#mapped.has(key)) this.#used.add(key);
        return this.#mapped.has(key);
      },
      unknown: (field, value) => {
        const key = keyOf(field, value);
        const one = this.#unknown.get(key) ?? { field, value, file, count: 0 };
        one.count += 1;
        this.#unknown.set(key, one);
      },
    };
  }

  /** The values that nobody knows, each once, and the entries of import.json that fit no story. */
  problems(): Problem[] {
    const unknown = [...this.#unknown.values()].map(({ field, value, file, count }): Problem => ({
      severity: "warning",
      file,
      message: `${counted(count, "item was", "items were")} left out, since nobody knows whether “${value}” as “${field}” means that readers may see it.`,
      remedy: `If they may, add "public": {"${field}": ["${value}"]} to this archive in import.json, and import it again.`,
    }));
    const names = [...new Set([...this.#unknown.values()].map(({ field }) => field))];
    const unused = [...this.#mapped].flatMap(([key, { field, value }]): Problem[] => {
      if (this.#used.has(key)) return [];
      const nearest = nearestName(field, names);
      return [
        {
          severity: "warning",
          file: "import.json",
          message: `It calls “${value}” as “${field}” public, which no item of the archive has.`,
          remedy: "Correct it, or remove it.",
          ...(nearest !== undefined && { nearest }),
        },
      ];
    });
    return [...unknown, ...unused];
  }
}

const keyOf = (field: string, value: string): string => `${folded(field)} ${wordOf(value)}`;
