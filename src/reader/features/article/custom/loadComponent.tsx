import * as React from "react";
import * as jsxRuntime from "react/jsx-runtime";
import type { HOST_MODULES } from "#content/blocks/customBlock.ts";
import { fileUrl } from "../../../edition/address.ts";
import { idle } from "#loading/early/idle.ts";

type Component = React.FunctionComponent<{ block: { fields: unknown; id: string }; children?: React.ReactNode }>;

/**
 * Loads a block's component at idle. If its script fails to load, the promise never resolves:
 * the prerendered HTML or the fallback text stays.
 */
export async function loadComponent(script: string): Promise<{ default: Component }> {
  await idle();
  try {
    const module: unknown = await import(/* @vite-ignore */ fileUrl(`/${script}`));
    return { default: hosted(module) };
  } catch {
    return new Promise(() => {});
  }
}

const MODULES: Record<(typeof HOST_MODULES)[number], unknown> = { react: React, "react/jsx-runtime": jsxRuntime };

/**
 * The component of a script's module, which is given the page's React. If it fails to render, the fallback text is shown.
 * @throws Error if the module has no component
 */
export function hosted(module: unknown): Component {
  const factory = typeof module === "object" && module !== null && "default" in module ? module.default : undefined;
  const Custom: unknown = typeof factory === "function" ? factory((name: keyof typeof MODULES) => MODULES[name], {}) : undefined;
  if (!isComponent(Custom)) throw new Error("It has no default export that is a component.");
  return ({ block: { fields, id }, children }) => (
    <Boundary fallback={children}>
      <Custom fields={fields} id={id} />
    </Boundary>
  );
}

const isComponent = (value: unknown): value is React.ComponentType<{ fields: unknown; id: string }> => typeof value === "function";

type BoundaryProps = { fallback: React.ReactNode; children: React.ReactNode };

class Boundary extends React.Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render() {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
