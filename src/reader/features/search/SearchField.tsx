import { useEffect, useRef, useState } from "react";
import { pageUrl } from "../../edition/address.ts";
import { searchPath } from "#content/paths.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import "../../styles/forms.css";
import "../../ui/button.css";
import "./finder.css";

type Props = { query: string; onType: (query: string) => void; onSubmit: (query: string) => void };

/** Milliseconds without a key until what was typed is searched for. */
const PAUSE = 120;

/** The field of the search page. What is typed is searched for as soon as the keys rest. */
export function SearchField({ query, onType, onSubmit }: Props) {
  const words = useSearchWords();
  const [text, setText] = useState(query);
  const [shown, setShown] = useState(query);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // A query that came from elsewhere (Back, a suggestion) takes the field over; our own comes back as it was typed.
  if (shown !== query) {
    setShown(query);
    if (text.trim() !== query) setText(query);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (value: string) => {
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onType(value.trim()), PAUSE);
  };
  return (
    <search>
      <form
        className="finder needs-script"
        action={pageUrl(searchPath)}
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          onSubmit(text.trim());
        }}
      >
        <input
          type="search"
          name="q"
          aria-label={words.searchFor}
          autoComplete="off"
          enterKeyHint="search"
          value={text}
          onChange={({ target }) => type(target.value)}
        />
        <button className="button" type="submit">
          <Icon name="search" />
          {words.search}
        </button>
      </form>
    </search>
  );
}
