/** The paths of the icons: 24 units square, strokes only. */
const PATHS = {
  menu: ["M3 6h18M3 12h18M3 18h12"],
  down: ["m6 9 6 6 6-6"],
  left: ["m15 5-7 7 7 7"],
  right: ["m9 5 7 7-7 7"],
  search: ["M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l5 5"],
  filter: ["M3 6h18M6.5 12h11M10 18h4"],
  check: ["m4.5 12.5 5 5L20 6.5"],
  plus: ["M12 5v14M5 12h14"],
  close: ["M5 5l14 14M19 5 5 19"],
  text: ["m2.5 18 5-12 5 12M4.2 14h6.6M21 12.5V18M21 15.2a2.9 2.9 0 1 1-5.8 0 2.9 2.9 0 0 1 5.8 0z"],
  listen: [
    "M4 15v-3a8 8 0 0 1 16 0v3",
    "M4.5 14h2a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-2a1 1 0 0 1-1-1V15a1 1 0 0 1 1-1zM17.5 14h2a1 1 0 0 1 1 1v4.5a1 1 0 0 1-1 1h-2a1 1 0 0 1-1-1V15a1 1 0 0 1 1-1z",
  ],
  share: ["M12 15V3.5M7.5 7.5 12 3l4.5 4.5M5 12v8.5h14V12"],
  download: ["M12 3.5V15M7.5 10.5 12 15l4.5-4.5M5 15.5v5h14v-5"],
  save: ["M6 3.5h12v17l-6-4.5-6 4.5z"],
  link: ["M10 14a4 4 0 0 0 5.7 0l3.6-3.6a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.6 3.6a4 4 0 0 0 5.7 5.7L12 17.7"],
  pen: ["M4 20l1.2-4.6L16.4 4.2l3.4 3.4L8.6 18.8zM13.8 6.8l3.4 3.4"],
  play: ["M7 4.5v15l12-7.5z"],
  pause: ["M8 5v14M16 5v14"],
  backward: ["M19 5 9 12l10 7zM5 5v14"],
  forward: ["m5 5 10 7-10 7zM19 5v14"],
  grow: ["M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l5 5M8 11h6M11 8v6"],
  shrink: ["M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l5 5M8 11h6"],
  offline: [
    "M3 3l18 18M8.5 8.5A7 7 0 0 0 5 10.5M2 7.5A14 14 0 0 1 7 5M12 5a14 14 0 0 1 10 2.5M15 10.2a7.5 7.5 0 0 1 4 2.3M9 14.5a4.5 4.5 0 0 1 5 0M12 19v.2",
  ],
  person: ["M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 20.5c1.2-4 4.4-5.5 8-5.5s6.8 1.5 8 5.5"],
  again: ["M20 11a8 8 0 1 0-1.5 5.7M20 4.5V11h-6"],
};

export type IconName = keyof typeof PATHS;

/** `turns` is for arrows that point along the line: they are mirrored where the text runs from right to left. */
export function Icon({ name, turns = false }: { name: IconName; turns?: boolean }) {
  return (
    <svg className={turns ? "icon turns" : "icon"} viewBox="0 0 24 24" aria-hidden="true">
      {PATHS[name].map((path) => (
        <path key={path} d={path} />
      ))}
    </svg>
  );
}
