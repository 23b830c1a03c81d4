import { lib } from "@wengert/build/tsup";

export default lib({ entry: ["src/cli.ts"], dts: false });
