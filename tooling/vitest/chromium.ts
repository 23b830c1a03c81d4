import { existsSync } from "node:fs";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Path of the browser for end-to-end tests: `$CHROMIUM`, else a usual place; `undefined` when there is none. */
export const chromium: string | undefined = (
  process.env.CHROMIUM ? [process.env.CHROMIUM] : places
).find((path) => existsSync(path));

/** How to get the skipped tests to run. */
export const chromiumHelp: string = process.env.CHROMIUM
  ? `no browser at CHROMIUM=${process.env.CHROMIUM}`
  : "no Chromium found; `apt-get install chromium`, or set CHROMIUM=/path/to/chromium";

/** Launch options that start it in a container and keep it off the network. */
export const launchArguments: string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
