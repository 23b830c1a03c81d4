#!/usr/bin/env node
import { problems } from "@wengert/ad-problems";
import { backends } from "./backends.ts";
import { ChildStation, stationCommand } from "./child-station.ts";
import { main } from "./main.ts";
import { repositoryRoot } from "./root.ts";
import { runStation } from "./station-command.ts";

const [command, ...rest] = process.argv.slice(2);

if (command === stationCommand) {
  await runStation(problems, backends);
} else {
  // A reader such as `head` may leave early.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
  process.exitCode = await main(command === undefined ? [] : [command, ...rest], {
    problems,
    backends,
    openStation: ({ patienceSeconds }) =>
      new ChildStation({
        program: import.meta.filename,
        patienceSeconds,
        heapMegabytes: 2048,
      }),
    stdout: process.stdout,
    stderr: process.stderr,
    root: repositoryRoot(),
  });
}
