import { Children, Fragment, type ReactNode } from "react";

/** The first of the private-use characters that stand for elements in a message. */
const FIRST = 0xe000;

type Props = {
  say: (...names: string[]) => string;
  /** One element for each argument of the message, in its order in English. */
  children: ReactNode;
};

/** A message with elements as its arguments, which each language puts where it wants them: "By NAME, DATE". */
export function Sentence({ say, children }: Props) {
  const elements = Children.toArray(children);
  const text = say(...elements.map((_, place) => String.fromCodePoint(FIRST + place)));
  return text.split(/([\uE000-\uE00F])/u).map((part, place) => {
    const element = place % 2 === 0 ? part : elements[(part.codePointAt(0) ?? 0) - FIRST];
    return <Fragment key={place}>{element}</Fragment>;
  });
}
