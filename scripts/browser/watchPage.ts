/** What the page notes of itself while it is measured, in milliseconds and bytes. */
export type Noted = { paint: number; shift: number; tasks: { start: number; length: number }[]; event: number };

declare global {
  interface Window {
    noted: Noted;
    /** When a headline other than the one before was painted, and the scroll was where it belongs, as an epoch. */
    arrival: (before: string, scrolled?: number) => Promise<number>;
  }
}

/** Runs in each page before anything else. It must be whole in itself: it is sent to the browser as a text. */
export function watchPage(): void {
  const noted: Noted = { paint: 0, shift: 0, tasks: [], event: 0 };
  window.noted = noted;
  const watch = (type: string, note: (entry: PerformanceEntry) => void) => {
    const wanted = { type, buffered: true, durationThreshold: 16 };
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe(wanted);
  };
  watch("largest-contentful-paint", (entry) => (noted.paint = entry.startTime));
  watch("layout-shift", (entry) => {
    if (Reflect.get(entry, "hadRecentInput") !== true) noted.shift += Number(Reflect.get(entry, "value"));
  });
  watch("longtask", ({ startTime, duration }) => noted.tasks.push({ start: startTime, length: duration }));
  watch("event", ({ duration }) => (noted.event = Math.max(noted.event, duration)));
  window.arrival = (before, scrolled) =>
    new Promise((arrived) => {
      const look = () => {
        const headline = document.querySelector("h1")?.textContent ?? "";
        if (headline === "" || headline === before || (scrolled !== undefined && Math.abs(scrollY - scrolled) > 1))
          return requestAnimationFrame(look);
        // This frame draws it. The task comes when it is drawn, and before what the page itself has left for later.
        return void scheduler.postTask(() => arrived(performance.timeOrigin + performance.now()), { priority: "user-blocking" });
      };
      requestAnimationFrame(look);
    });
}
