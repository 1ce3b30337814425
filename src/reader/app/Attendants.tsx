import { useEffect } from "react";
import { Shortcuts } from "../features/shortcuts/Shortcuts.tsx";
import { FollowSettings } from "../features/settings/FollowSettings.tsx";
import { keepFocus } from "../navigation/keepFocus.ts";
import { KeepLine } from "../navigation/KeepLine.tsx";
import { Morph } from "../navigation/Morph.tsx";

/** Who stands by on every page and shows nothing: the keyboard and its place, the settings of other tabs, the line that is read, the way one page melts into the next. */
export function Attendants() {
  useEffect(keepFocus, []);
  return (
    <>
      <FollowSettings />
      <Shortcuts />
      <KeepLine />
      <Morph />
    </>
  );
}
