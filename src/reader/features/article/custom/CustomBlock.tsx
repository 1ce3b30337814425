import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from "react";
import type { BlockOf } from "#content/blocks/block.ts";

export type CustomProps = { block: BlockOf<"custom">; children?: ReactNode };

/** The components of the paper's custom blocks by script: all of them when prerendering, those shown so far in a browser. */
export const components = new Map<string, ComponentType<CustomProps>>();

/** A custom block of the paper: its component if it has one, otherwise its fallback text. */
export function CustomBlock({ block, children }: CustomProps) {
  return (
    <div className="custom" data-block={block.name}>
      {block.script ? <Suspense fallback={children}>{createElement(componentOf(block.script), { block }, children)}</Suspense> : children}
    </div>
  );
}

function componentOf(script: string): ComponentType<CustomProps> {
  const component = components.get(script) ?? lazy(() => import("./loadComponent.tsx").then(({ loadComponent }) => loadComponent(script)));
  components.set(script, component);
  return component;
}
