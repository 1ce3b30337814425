import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from "react";
import type { BlockOf } from "#content/blocks/block.ts";

export type CustomProps = { block: BlockOf<"custom">; children?: ReactNode };

/** Components of the paper's blocks by their scripts: all of them where pages are made, those that have been shown in a browser. */
export const components = new Map<string, ComponentType<CustomProps>>();

/** A block of the paper: its component, where it has one, and else what it says in words. */
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
