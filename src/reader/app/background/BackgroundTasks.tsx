import { useEffect } from "react";
import { Shortcuts } from "../../features/shortcuts/Shortcuts.tsx";
import { restoreFocus } from "../../navigation/restoreFocus.ts";
import { ScrollAnchor } from "../../navigation/ScrollAnchor.tsx";
import { SharedElementTransition } from "../../navigation/SharedElementTransition.tsx";
import { followSettings } from "../../features/settings/settingsStore.ts";

/** What runs on every page and shows nothing: the keyboard and its place, the settings of other tabs, the line that is read, view transitions. */
export function BackgroundTasks() {
  useEffect(restoreFocus, []);
  return (
    <>
      <FollowSettings />
      <Shortcuts />
      <ScrollAnchor />
      <SharedElementTransition />
    </>
  );
}

/** Keeps the page in the reader's settings, whichever tab they are changed in. */
function FollowSettings() {
  useEffect(followSettings, []);
  return null;
}
