import { readFileSync } from "node:fs";
import { chromium, chromiumHelp } from "@wengert/vitest/chromium";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fixture, Site } from "./site.ts";

const hint = chromium ? "" : ` (${chromiumHelp})`;

describe.skipIf(chromium === undefined)(`dashboard, results${hint}`, () => {
  const site = new Site();
  beforeAll(() => site.start(chromium ?? ""));
  afterAll(() => site.stop());

  test("loads without a complaint and without other hosts, light and dark", async () => {
    for (const dark of [false, true]) {
      const { page, complaints } = await site.open("", { dark });
      await page.waitForSelector("#growth svg");
      expect(complaints).toEqual([]);
      await page.close();
    }
  });

  test("says where the numbers come from", async () => {
    const { page } = await site.open();
    const facts = (await page.textContent(".facts")) ?? "";
    for (const text of [
      "Example CPU",
      "2001-02-03 04:05 UTC",
      "0123456789",
      "20.20.2",
      "2 of 61 times noisy",
    ]) {
      expect(facts).toContain(text);
    }
  });

  test("every state is told in words", async () => {
    const { page } = await site.open();
    const expected = {
      "log-sqrt/2/tape": ["ok", "8.00±\u20092\u2009%"],
      "product-abc/300/forward": ["noisy", "4.40±\u20099\u2009%"],
      "speelpenning/1000/zero-order": ["wrong", "2\u2009040wrong"],
      "jacobian-aspect/400/zero-order": ["unsupported", "unsupported"],
      "rosenbrock/100000/forward": ["timeout", "timeout"],
      "cheap-gradient/100000/tape": ["out-of-memory", "out of memory"],
      "feedforward/64/zero-order": ["error", "error"],
      "cheap-gradient/100000/zero-order": ["not-run", "not run"],
    };
    const shown = await page
      .locator(".cell")
      .evaluateAll((cells) =>
        cells.map((cell) => [
          cell.getAttribute("data-cell") ?? "",
          [cell.getAttribute("data-state"), cell.textContent],
        ]),
      );
    expect(shown.length).toBe(4 * 8);
    expect(Object.fromEntries(shown)).toMatchObject(expected);
  });

  test("the eight states have eight different looks", async () => {
    const { page } = await site.open();
    const looks = await page.locator(".state-key .swatch").evaluateAll((swatches) =>
      swatches.map((swatch) => {
        const { backgroundColor, backgroundImage, borderStyle, borderColor } =
          getComputedStyle(swatch);
        const icon = swatch.querySelector("path")?.getAttribute("d");
        return { fill: backgroundColor + backgroundImage + borderStyle + borderColor, icon };
      }),
    );
    expect(new Set(looks.map((look) => look.fill)).size).toBe(8);
    expect(new Set(looks.map((look) => look.icon)).size).toBe(8);
  });

  test("a cell tells its facts on hover, and keeps them open on a click", async () => {
    const { page } = await site.open();
    const cell = page.locator('[data-cell="speelpenning/1000/zero-order"]');
    await cell.hover();
    const tip = (await page.textContent(".tip")) ?? "";
    for (const text of ["relative error 3.1e-2", "2\u2009000", "KiB", "grad via zero-order"]) {
      expect(tip).toContain(text);
    }
    await cell.click();
    expect(await page.textContent("aside.card")).toContain("speelpenning");
    expect(page.url()).toContain("cell=speelpenning/1000/zero-order");
  });

  test("choices of baseline and size change the table and the address", async () => {
    const { page } = await site.open();
    await page.getByLabel("hand-written gradient").check({ force: true });
    await page.getByLabel("smallest").check({ force: true });
    expect(page.url()).toContain("#baseline=hand-written&size=smallest");
    expect(await page.locator('[data-cell="log-sqrt/2/hand-written"]').textContent()).toContain(
      "1.00",
    );
    expect(await page.locator('[data-cell="rosenbrock/10/tape"]').count()).toBe(1);
  });

  test("the address restores problem, size, baseline and cell", async () => {
    const { page } = await site.open(
      "#problem=rosenbrock&size=all&baseline=hand-written&cell=rosenbrock/10/tape",
    );
    expect(await page.locator("select[name=problem]").inputValue()).toBe("rosenbrock");
    expect(await page.getByLabel("all", { exact: true }).isChecked()).toBe(true);
    expect(await page.getByLabel("hand-written gradient").isChecked()).toBe(true);
    expect(await page.locator('[aria-pressed="true"]').getAttribute("data-cell")).toBe(
      "rosenbrock/10/tape",
    );
  });

  test("a problem has a line for each backend and the same numbers in a table", async () => {
    const { page } = await site.open("#problem=ridge");
    expect(await page.locator("#growth .line-key li").allInnerTexts()).toEqual([
      "hand-written",
      "value of f",
      "forward",
      "tape",
      "zero-order",
    ]);
    expect(await page.locator("#growth .numbers thead th").allTextContents()).toEqual([
      "size",
      "2",
      "256",
      "4\u2009096",
      "exponent",
    ]);
    expect(await page.locator("#growth .figure [aria-label=dot] path").count()).toBe(15);
  });

  test("single operations stand beside their goals", async () => {
    const { page } = await site.open();
    const line = page.locator(".micro tr", { hasText: "gradient by tape" }).first();
    expect(await line.textContent()).toContain("31.9");
    expect(await line.textContent()).toContain("1.28×");
  });

  test("the download is the results file", async () => {
    const { page } = await site.open();
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(".download")]);
    expect(readFileSync(await download.path(), "utf8")).toBe(readFileSync(fixture, "utf8"));
  });

  test("without a results file the page says how to make one, and the step tables work", async () => {
    const { page, complaints } = await site.open("", { results: false });
    expect(await page.textContent(".notice")).toContain("npm run bench");
    await page.click("#step");
    expect(await page.textContent("#count")).toBe("2 of 7");
    expect(complaints).toEqual([]);
  });
});
