/** Four things that stories are about, each with words that mean it. */
const FIELDS = [
  ["ship", "harbour", "vessel", "ferry", "freighter", "sailor", "anchor"],
  ["fire", "blaze", "flames", "burning", "smoke", "inferno", "ash"],
  ["planet", "rocket", "orbit", "astronaut", "spacecraft", "moon", "comet"],
  ["bread", "oven", "baker", "flour", "cake", "recipe", "dough"],
];

/** Words that every text has, and others before those that say something: a word says the more the later it comes. */
const COMMON = ["the", "a", "of", "and", "in", "to", "is", "was", "it", "on", ...Array.from({ length: 300 }, (_, at) => `common${at}`)];

const DIMENSIONS = 8;

/** Word vectors in lines of text, the commonest word first: those of one thing are near to each other. */
export function smallVectors(): string {
  const rows: [word: string, values: number[]][] = COMMON.map((word, at) => [word, along((axis) => (axis === 4 + (at % 4) ? 1 : 0))]);
  FIELDS.forEach((words, field) => {
    words.forEach((word, at) => rows.push([word, along((axis) => near(axis, field, at))]));
  });
  return `${rows.length} ${DIMENSIONS}\n${rows.map(([word, values]) => `${word} ${values.join(" ")}`).join("\n")}\n`;
}

const along = (value: (axis: number) => number): number[] => Array.from({ length: DIMENSIONS }, (_, axis) => value(axis));

/** One field points along an axis of its own, with a little of another that differs from word to word. */
function near(axis: number, field: number, at: number): number {
  if (axis === field) return 1;
  return axis === 4 + (at % 4) ? 0.2 : 0;
}

/** A German dictionary of some of them, as Ding has it. */
export const SMALL_DICTIONARY = `# A dictionary
Schiff {n} [naut.] | Schiffe {pl} :: ship; vessel | ships
Hafen {m} (für Boote) :: harbour
Brand {m}; Feuer {n} :: blaze; fire
groß {adj} :: of
Bäcker {m} :: baker
Rauch {m} :: smoke
`;
