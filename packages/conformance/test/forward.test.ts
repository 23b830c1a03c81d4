import { conformance } from "@wengert/ad-conformance";
import { forward } from "@wengert/ad-forward";
import { test } from "vitest";

conformance({ test }, () => forward());
