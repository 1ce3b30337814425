import { type PointerEvent, useRef } from "react";

/** How far a finger moves sideways before it counts as a swipe, in pixels. */
const FAR = 50;

/** Detects horizontal swipes by touch, which buttons duplicate. In a magnified picture touch scrolls instead. */
export function useSwipe(onSwipe: (by: 1 | -1) => void) {
  const start = useRef<{ x: number; y: number }>(undefined);
  return {
    onPointerDown: ({ pointerType, isPrimary, clientX, clientY, target }: PointerEvent) => {
      const free = pointerType === "touch" && isPrimary && !(target instanceof Element && target.closest(".magnified, button"));
      start.current = free ? { x: clientX, y: clientY } : undefined;
    },
    onPointerUp: ({ clientX, clientY, currentTarget }: PointerEvent) => {
      if (!start.current) return;
      const x = clientX - start.current.x;
      const y = clientY - start.current.y;
      start.current = undefined;
      if (Math.abs(x) < FAR || Math.abs(x) < 2 * Math.abs(y)) return;
      const mirrored = getComputedStyle(currentTarget).direction === "rtl";
      onSwipe(x < 0 === mirrored ? -1 : 1);
    },
    onPointerCancel: () => {
      start.current = undefined;
    },
  };
}
