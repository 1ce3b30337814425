import { partWords } from "../../i18n/partWords.ts";
import { useWords } from "../../i18n/words.ts";
import { Choice } from "../../ui/Choice.tsx";
import { changeSetting, useSettings } from "./settingsStore.ts";

const { load, use: usePagedWords } = partWords("paged");
const { use: useNameWords } = partWords("names");

/** Loads their words together with them. */
export const loadStoryChoices = (): Promise<typeof StoryChoices> => load().then(() => StoryChoices);

/** Whether stories are scrolled or turned page by page, and whether names in them have cards. */
function StoryChoices() {
  const words = useWords();
  const paging = usePagedWords();
  const names = useNameWords();
  const { paged, cards } = useSettings();
  return (
    <>
      <Choice
        legend={paging.reading}
        value={paged}
        options={[
          { value: "off", label: paging.scroll },
          { value: "pages", label: paging.pages },
          { value: "eink", label: paging.eink },
        ]}
        onChoose={(value) => changeSetting("paged", value)}
      />
      <Choice
        legend={names.cards}
        value={cards}
        options={[
          { value: "on", label: words.on },
          { value: "off", label: words.off },
        ]}
        onChoose={(value) => changeSetting("cards", value)}
      />
    </>
  );
}
