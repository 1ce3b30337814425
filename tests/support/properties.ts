import fc from "fast-check";

/** Properties meet the same values in every run, so that a change is judged by what it changed. `PROPERTY_SEED=random` tries others. */
const seed = process.env["PROPERTY_SEED"] ?? "20240422";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
