import { Fragment, type ReactNode } from "react";
import { useCalendar } from "./formatDate.ts";
import { type ListStyle, listParts } from "./listParts.ts";

type Props<T> = { of: T[]; name: (item: T) => string; style: ListStyle; children: (item: T) => ReactNode };

/** Several names as the edition's language lists them: "A, B and C". `children` renders one of them. */
export function Listed<T>({ of, name, style, children }: Props<T>) {
  const { language } = useCalendar();
  return listParts(of.map(name), style, language).map((part, place) => {
    if (typeof part === "string") return part;
    const item = of[part];
    return item !== undefined && <Fragment key={place}>{children(item)}</Fragment>;
  });
}
