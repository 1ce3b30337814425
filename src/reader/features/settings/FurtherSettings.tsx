import { type ComponentType, useEffect, useState } from "react";
import { useWords } from "../../i18n/words.ts";
import { Choice } from "../../ui/Choice.tsx";
import type { Settings } from "./readerSettings.ts";
import { changeSetting } from "./settingsStore.ts";

/** The settings that few readers look for, but some need: pages, alignment, hyphens, contrast, motion, shortcuts, recent searches. */
export function FurtherSettings({ settings }: { settings: Settings }) {
  const words = useWords();
  const auto = { value: "auto", label: words.automatic } as const;
  const on = { value: "on", label: words.on } as const;
  const off = { value: "off", label: words.off } as const;
  return (
    <>
      <ForStories />
      <Choice
        legend={words.alignment}
        value={settings.align}
        options={[
          { value: "start", label: words.ragged },
          { value: "justify", label: words.justified },
        ]}
        onChoose={(align) => changeSetting("align", align)}
      />
      <Choice
        legend={words.hyphenation}
        value={settings.hyphens}
        options={[auto, on, off]}
        onChoose={(hyphens) => changeSetting("hyphens", hyphens)}
      />
      <Choice
        legend={words.contrast}
        value={settings.contrast}
        options={[auto, { value: "more", label: words.high }]}
        onChoose={(contrast) => changeSetting("contrast", contrast)}
      />
      <Choice
        legend={words.motion}
        value={settings.motion}
        options={[auto, { value: "less", label: words.reduced }]}
        onChoose={(motion) => changeSetting("motion", motion)}
      />
      <Choice
        legend={words.shortcuts}
        value={settings.shortcuts}
        options={[on, off]}
        onChoose={(shortcuts) => changeSetting("shortcuts", shortcuts)}
      />
      <Choice
        legend={words.keepSearches}
        value={settings.searches}
        options={[on, off]}
        onChoose={(searches) => changeSetting("searches", searches)}
      />
    </>
  );
}

/** Loaded together with its words, which no page needs before. */
function ForStories() {
  const [StoryChoices, setStoryChoices] = useState<ComponentType>();
  useEffect(() => {
    // If it fails to load, the other settings are still there.
    void import("./StoryChoices.tsx")
      .then(({ loadStoryChoices }) => loadStoryChoices())
      .then((choice) => setStoryChoices(() => choice))
      .catch(() => {});
  }, []);
  return StoryChoices && <StoryChoices />;
}
