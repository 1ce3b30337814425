import { faultsPath } from "#content/fault.ts";
import { reportFaults } from "#content/reportFaults.ts";
import { scope, settings } from "./scope.ts";

// A build puts this before the code of the worker in a site that counts faults.
reportFaults(settings.base + faultsPath, scope.location.origin, true);
