import type { Problem } from "@wengert/ad-problems";
import type { BackendEntry } from "./backends.ts";
import type { Reply, Request } from "./child-station.ts";
import { LocalStation } from "./local-station.ts";
import { messageOf, statusOf, type TargetName } from "./protocol.ts";

/** The child's side of a ChildStation: answer until the parent is gone. */
export function runStation(
  problems: readonly Problem[],
  backends: readonly BackendEntry[],
): Promise<void> {
  const station = new LocalStation(problems, backends);
  process.on("message", (request: Request) => {
    answer(station, request).then(
      (reply) => process.send?.(reply),
      () => process.exit(1),
    );
  });
  return new Promise((resolve) => process.once("disconnect", resolve));
}

async function answer(station: LocalStation, request: Request): Promise<Reply> {
  try {
    return { ok: true, result: await perform(station, request) };
  } catch (error) {
    return { ok: false, status: statusOf(error), message: messageOf(error) };
  }
}

function perform(station: LocalStation, request: Request): Promise<unknown> {
  switch (request.method) {
    case "open":
      return station.open(request.task);
    case "warm":
      return station.warm(request.target as TargetName, request.seconds);
    case "sample":
      return station.sample(request.target as TargetName, request.seconds);
    case "peakBytes":
      return station.peakBytes();
    default:
      return request satisfies never;
  }
}
