import { renderToString } from "react-dom/server";
import type { ComponentScript } from "#content/blocks/customBlock.ts";
import { components as known } from "#reader/features/article/custom/CustomBlock.tsx";
import { hosted } from "#reader/features/article/custom/loadComponent.tsx";

/** Loads components of the paper, so that pages are rendered with them. */
export async function loadComponents(components: ComponentScript[]): Promise<void> {
  for (const component of components) known.set(component.script, await load(component));
}

/** Loads a component for a trial rendering. The returned function throws what the component throws. */
export async function drawerOf(component: ComponentScript): Promise<(props: { fields: unknown; id: string }) => void> {
  const Component = await load(component);
  return (block) => void renderToString(<Component block={block} />);
}

async function load({ code }: ComponentScript) {
  const module: unknown = await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
  return hosted(module);
}
