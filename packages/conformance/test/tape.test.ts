import { conformance } from "@wengert/ad-conformance";
import { tape } from "@wengert/ad-tape";
import { test } from "vitest";

conformance({ test }, () => tape());
