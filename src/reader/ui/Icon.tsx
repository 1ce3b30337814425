/** The drawings of the tools: 24 units square, strokes only. */
const PATHS = {
  menu: ["M3 6h18M3 12h18M3 18h12"],
  down: ["m6 9 6 6 6-6"],
  left: ["m15 5-7 7 7 7"],
  right: ["m9 5 7 7-7 7"],
  close: ["M5 5l14 14M19 5 5 19"],
  text: ["m2.5 18 5-12 5 12M4.2 14h6.6", "M21 12.5V18M21 15.2a2.9 2.9 0 1 1-5.8 0 2.9 2.9 0 0 1 5.8 0z"],
  again: ["M20 11a8 8 0 1 0-1.5 5.7M20 4.5V11h-6"],
};

export type IconName = keyof typeof PATHS;

/** `turns` is for arrows that point along the line: they flip where the text runs from right to left. */
export function Icon({ name, turns = false }: { name: IconName; turns?: boolean }) {
  return (
    <svg className={turns ? "icon turns" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
