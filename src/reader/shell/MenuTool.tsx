import { type KeyboardEvent, type MouseEvent } from "react";
import { Icon } from "../ui/Icon.tsx";
import { useWords } from "../words/words.ts";
import { useDialogs } from "./DialogContext.ts";
import { useAlive } from "./useAlive.ts";

/** Leads to the links at the page's foot; once the page is alive, it is the button that opens the menu. */
export function MenuTool({ worded }: { worded: boolean }) {
  const words = useWords();
  const alive = useAlive();
  const { open, opened, bringNear } = useDialogs();
  const openMenu = (event: MouseEvent<HTMLElement> | KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open("menu");
  };
  const asButton = alive && {
    role: "button",
    "aria-haspopup": "dialog" as const,
    "aria-expanded": opened === "menu",
    onPointerEnter: () => bringNear("menu"),
    onClick: openMenu,
    // A link answers Enter alone; a button answers the space bar too.
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => event.key === " " && openMenu(event),
  };
  return (
    <a className="tool" href="#menu" {...asButton}>
      <Icon name="menu" />
      <span className={worded ? "word" : "unseen"}>{words.menu}</span>
    </a>
  );
}
