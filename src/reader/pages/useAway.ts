import { useEffect, useState } from "react";

/** How far the page must move before it counts, and how near to its end is the end, in pixels. */
const STEP = 12;
const NEAR = 120;

/** Whether a bar at the foot of the window is in the way: while the reader goes down, until they go up or reach the end. */
export function useAway(): boolean {
  const [away, setAway] = useState(false);
  useEffect(() => {
    let last: number | undefined;
    // Asked for at once, it would make the browser lay the page out for that alone.
    const frame = requestAnimationFrame(() => (last ??= window.scrollY));
    const onScroll = () => {
      const now = window.scrollY;
      last ??= now;
      if (Math.abs(now - last) < STEP) return;
      const left = document.documentElement.scrollHeight - window.innerHeight - now;
      setAway(now > last && now > NEAR && left > NEAR);
      last = now;
    };
    window.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener("scroll", onScroll);
    };
  }, []);
  return away;
}
