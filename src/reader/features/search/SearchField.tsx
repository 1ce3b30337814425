import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from "react";
import { pageUrl } from "../../edition/address.ts";
import { searchPath } from "#content/paths.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useSearchWords } from "../../i18n/searchWords.ts";
import "../../styles/forms.css";
import "../../ui/button.css";
import "./finder.css";

type Props = { query: string; onType: (query: string) => void; onSubmit: (query: string) => void };

/** How long typing must pause before the query is searched for, in milliseconds. */
const PAUSE = 120;

/** The field of the search page. It searches as soon as typing pauses. */
export function SearchField({ query, onType, onSubmit }: Props) {
  const words = useSearchWords();
  const [text, setText] = useState(query);
  const [shown, setShown] = useState(query);
  const [isTyping, setTyping] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLInputElement>(null);
  // A query from elsewhere (Back, a suggestion) replaces the text; the field's own query comes back trimmed, and does not.
  if (shown !== query) {
    setShown(query);
    if (!isTyping && text.trim() !== query) setText(query);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (value: string) => {
    setText(value);
    setTyping(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTyping(false);
      onType(value.trim());
    }, PAUSE);
  };
  // React keeps what was typed before hydration in the field, but not in its state. It also replaces the query of the address.
  const takeTyped = useEffectEvent(() => {
    if (field.current && field.current.value !== text) type(field.current.value);
  });
  useLayoutEffect(() => takeTyped(), []);
  return (
    <search>
      <form
        className="finder needs-script"
        action={pageUrl(searchPath)}
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          setTyping(false);
          onSubmit(text.trim());
        }}
      >
        <input
          ref={field}
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
