/** @type {typeof import("./tsup.d.ts").lib} */
export const lib = (overrides = {}) => ({
  entry: ["src/index.ts"],
  format: ["esm"],
  // tsup still sets `baseUrl`, which TypeScript 6 reports as deprecated.
  dts: { compilerOptions: { ignoreDeprecations: "6.0" } },
  sourcemap: true,
  clean: true,
  target: "es2022",
  treeshake: true,
  ...overrides,
});
