import type { KnownStory } from "#content/library/record.ts";

type Props = {
  saved: readonly KnownStory[];
  /** The slugs of those that are left out. */
  without: ReadonlySet<string>;
  onChange: (without: ReadonlySet<string>) => void;
};

/** The saved stories, each with a box that says whether it is among those to be bound. */
export function StoryChoice({ saved, without, onChange }: Props) {
  return saved.map(({ slug, headline, inLanguage }) => (
    <label key={slug} className="check">
      <input type="checkbox" checked={!without.has(slug)} onChange={() => onChange(toggled(without, slug))} />
      <bdi lang={inLanguage}>{headline}</bdi>
    </label>
  ));
}

function toggled(all: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return all.has(one) ? new Set([...all].filter((each) => each !== one)) : new Set([...all, one]);
}
