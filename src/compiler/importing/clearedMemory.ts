import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes. A heap that is left alone grows to several times what is in use before V8 looks at it. */
const GARBAGE = 40_000_000;

/** Asked again and again, gives memory that is not in use any more back whenever much has come together. */
export function clearedMemory(): () => void {
  let inUse = getHeapStatistics().used_heap_size;
  return () => {
    if (getHeapStatistics().used_heap_size - inUse < GARBAGE) return;
    collect ??= collector();
    if (typeof collect === "function") Reflect.apply(collect, undefined, []);
    inUse = getHeapStatistics().used_heap_size;
  };
}

let collect: unknown;

/** Node shows its collector only to a process that was started with a flag, or asks for it like this. */
function collector(): unknown {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}
