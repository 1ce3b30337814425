import { partWords } from "../../i18n/partWords.ts";
import { Choice } from "../../ui/Choice.tsx";
import { changeSetting, useSettings } from "./settingsStore.ts";

const { load, use } = partWords("paged");

/** Its words come with it. */
export const loadPagingChoice = (): Promise<typeof PagingChoice> => load().then(() => PagingChoice);

/** Whether stories are scrolled, or turned page by page. */
function PagingChoice() {
  const words = use();
  const { paged } = useSettings();
  return (
    <Choice
      legend={words.reading}
      value={paged}
      options={[
        { value: "off", label: words.scroll },
        { value: "pages", label: words.pages },
        { value: "eink", label: words.eink },
      ]}
      onChoose={(value) => changeSetting("paged", value)}
    />
  );
}
