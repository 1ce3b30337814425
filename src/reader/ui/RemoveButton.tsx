type Props = {
  /** What is removed, for readers who do not see where the button is. */
  name: string;
  words: { remove: string; removeOf: (name: string) => string };
  onRemove: () => Promise<void> | void;
};

/** Removes an item of a list. */
export function RemoveButton({ name, words, onRemove }: Props) {
  return (
    <button className="plain more-link" type="button" aria-label={words.removeOf(name)} onClick={() => void onRemove()}>
      {words.remove}
    </button>
  );
}
