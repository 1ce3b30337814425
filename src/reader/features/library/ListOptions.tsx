import { type ReactNode, useId, useState } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { useLibraryWords } from "../../data/libraryWords.ts";
import "../../ui/button.css";

type Props = {
  label: string;
  /** Controls that are used often, and so are shown beside the button. */
  often?: ReactNode;
  children: ReactNode;
};

/** The controls of a list in the library: in a column beside it, or on a narrow page behind a button, so that the stories come first. */
export function ListOptions({ label, often, children }: Props) {
  const libraryWords = useLibraryWords();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <aside className="list-options" aria-label={label}>
      {often}
      <button className="button quiet" type="button" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <Icon name="filter" />
        {libraryWords.options}
      </button>
      <div id={id} className={open ? "options open" : "options"}>
        {children}
      </div>
    </aside>
  );
}
