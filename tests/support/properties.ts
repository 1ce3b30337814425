import fc from "fast-check";

/** Property tests use the same values in every run, so that a failure is caused by the change at hand. `PROPERTY_SEED=random` tries others. */
const seed = process.env["PROPERTY_SEED"] ?? "20240422";
if (seed !== "random") fc.configureGlobal({ seed: Number(seed) });
