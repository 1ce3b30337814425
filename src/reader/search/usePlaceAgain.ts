import { useLayoutEffect, useState } from "react";
import { NavigationType, useLocation, useNavigationType } from "react-router";
import { recall } from "../shell/entryMemory.ts";

/** A list that comes after its page, as on Back from elsewhere or after a reload, is shown where it was left. */
export function usePlaceAgain(): void {
  const { key } = useLocation();
  const type = useNavigationType();
  // Scrolling is noted from the first moment on, and a page without its list is too short for the place.
  const [{ y }] = useState(() => recall(key));
  useLayoutEffect(() => {
    if (type === NavigationType.Pop && y !== undefined && y > scrollY) scrollTo(0, y);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when the list first shows
  }, []);
}
