import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../i18n/words.ts";
import { useOpener } from "./useOpener.ts";

/** Leads to the links at the page's foot; once the page is hydrated, it is the button that opens the menu. */
export function MenuTool({ worded }: { worded: boolean }) {
  const words = useWords();
  return (
    <a className="tool" href="#menu" {...useOpener("menu")}>
      <Icon name="menu" />
      <span className={worded ? "word" : "unseen"}>{words.menu}</span>
    </a>
  );
}
