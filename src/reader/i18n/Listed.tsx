import { Fragment, type ReactNode } from "react";
import { useCalendar } from "./dates.ts";
import { type ListStyle, listParts } from "./lists.ts";

type Props<T> = { of: T[]; name: (one: T) => string; style: ListStyle; children: (one: T) => ReactNode };

/** Several names as the edition's language lists them: "A, B and C". `children` shows one of them. */
export function Listed<T>({ of, name, style, children }: Props<T>) {
  const { language } = useCalendar();
  return listParts(of.map(name), style, language).map((part, place) => {
    if (typeof part === "string") return part;
    const one = of[part];
    return one !== undefined && <Fragment key={place}>{children(one)}</Fragment>;
  });
}
