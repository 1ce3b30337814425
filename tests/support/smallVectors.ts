/** Four subjects of stories, each with words for it. */
const FIELDS = [
  ["ship", "harbour", "vessel", "ferry", "freighter", "sailor", "anchor"],
  ["fire", "blaze", "flames", "burning", "smoke", "inferno", "ash"],
  ["planet", "rocket", "orbit", "astronaut", "spacecraft", "moon", "comet"],
  ["bread", "oven", "baker", "flour", "cake", "recipe", "dough"],
];

/** Words of every text, in order of frequency: the later a word, the rarer and more significant it is. */
const COMMON = ["the", "a", "of", "and", "in", "to", "is", "was", "it", "on", ...Array.from({ length: 300 }, (_, at) => `common${at}`)];

const DIMENSIONS = 8;

/** Word vectors in lines of text, the most frequent word first. Vectors of one subject are near each other. */
export function smallVectors(): string {
  const rows: [word: string, values: number[]][] = COMMON.map((word, at) => [word, along((axis) => (axis === 4 + (at % 4) ? 1 : 0))]);
  FIELDS.forEach((words, field) => {
    words.forEach((word, at) => rows.push([word, along((axis) => near(axis, field, at))]));
  });
  return `${rows.length} ${DIMENSIONS}\n${rows.map(([word, values]) => `${word} ${values.join(" ")}`).join("\n")}\n`;
}

const along = (value: (axis: number) => number): number[] => Array.from({ length: DIMENSIONS }, (_, axis) => value(axis));

/** Each subject has its own axis, with a small part of another that differs from word to word. */
function near(axis: number, field: number, at: number): number {
  if (axis === field) return 1;
  return axis === 4 + (at % 4) ? 0.2 : 0;
}

/** A German dictionary of some of them, in the format of Ding. */
export const SMALL_DICTIONARY = `# A dictionary
Schiff {n} [naut.] | Schiffe {pl} :: ship; vessel | ships
Hafen {m} (für Boote) :: harbour
Brand {m}; Feuer {n} :: blaze; fire
groß {adj} :: of
Bäcker {m} :: baker
Rauch {m} :: smoke
`;
