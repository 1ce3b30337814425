import { type RefObject, useEffect, useState } from "react";

/** Whether an element is in or near the viewport, or has been. */
export function useNearViewport(element: RefObject<Element | null>): boolean {
  const [near, setNear] = useState(() => !("IntersectionObserver" in globalThis));
  useEffect(() => {
    if (near || !element.current) return;
    const observer = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && setNear(true), {
      rootMargin: "200px",
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, near]);
  return near;
}
