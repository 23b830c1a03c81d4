import { chromium, chromiumHelp } from "@wengert/vitest/chromium";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Site } from "./site.ts";

const hint = chromium ? "" : ` (${chromiumHelp})`;

/** The table without its step numbers: name, made by, op, value, derivative. */
async function rowsOf(page: Page): Promise<string[][]> {
  const texts = await page
    .locator("table.steps tbody tr")
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].slice(1).map((cell) => cell.textContent ?? "")),
    );
  return texts.map((row) => row.map((text) => text.replace(/^\S+ = /, "")));
}

describe.skipIf(chromium === undefined)(`dashboard, steps${hint}`, () => {
  const site = new Site();
  beforeAll(() => site.start(chromium ?? ""));
  afterAll(() => site.stop());

  test("ridge in reverse mode ends at the lecture's gradient", async () => {
    const { page, complaints } = await site.open("#example=ridge&mode=reverse");
    while (await page.locator("#step").isEnabled()) await page.click("#step");
    expect(await rowsOf(page)).toEqual([
      ["L", "c + e", "add", "246", "1"],
      ["e", "λ · d", "mul", "125", "1"],
      ["d", "wᵀw", "dotGeneral", "25", "5"],
      ["c", "b²", "square", "121", "1"],
      ["b", "a − y", "sub", "11", "22"],
      ["a", "wᵀx", "dotGeneral", "11", "22"],
      ["w", "input", "input", "[3, 4]", "[52, 84]"],
    ]);
    expect(complaints).toEqual([]);
  });

  test("ridge in forward mode ends at the lecture's value and gradient", async () => {
    const { page } = await site.open("#example=ridge&mode=forward");
    while (await page.locator("#step").isEnabled()) await page.click("#step");
    expect((await rowsOf(page)).at(-1)).toEqual(["L", "c + e", "add", "246", "[52, 84]"]);
  });

  test("what the sweep has not reached is not shown", async () => {
    const { page } = await site.open("#example=ridge&mode=forward&step=2");
    expect((await rowsOf(page)).map((row) => row[3])).toEqual([
      "[3, 4]",
      "11",
      "·",
      "·",
      "·",
      "·",
      "·",
    ]);
  });

  test("arrow keys, Home and End step, and the graph follows", async () => {
    const { page } = await site.open();
    await page.focus(".stepper");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await page.textContent("#count")).toBe("3 of 7");
    expect(await page.locator(".node.now .title").textContent()).toBe("d = wᵀw");
    expect(await page.locator(".node.done").count()).toBe(2);
    await page.keyboard.press("ArrowLeft");
    expect(await page.textContent("#count")).toBe("2 of 7");
    await page.keyboard.press("End");
    expect(await page.textContent("#count")).toBe("7 of 7");
    await page.keyboard.press("Home");
    expect(await page.textContent("#count")).toBe("1 of 7");
  });

  test("the slider moves one row a key", async () => {
    const { page } = await site.open();
    await page.focus(".step-controls input[type=range]");
    await page.keyboard.press("ArrowRight");
    expect(await page.textContent("#count")).toBe("2 of 7");
  });

  test("the address restores example, mode, step and inputs, and follows them", async () => {
    const { page } = await site.open("#example=x2-xy&mode=forward&step=4&inputs=5,7");
    expect(await page.textContent("#count")).toBe("4 of 5");
    expect((await rowsOf(page))[3]).toEqual(["v₂", "x · y", "mul", "35", "[7, 5]"]);
    await page.click("#step");
    expect(page.url()).toContain("step=5");
    expect((await rowsOf(page))[4]).toEqual(["v₃", "v₁ + v₂", "add", "60", "[17, 5]"]);
  });

  test("other inputs give other numbers, in the table and by every backend", async () => {
    const { page } = await site.open("#example=x2-xy&step=9");
    await page.getByLabel("x", { exact: true }).fill("10");
    await page.getByLabel("x", { exact: true }).press("Enter");
    expect((await rowsOf(page)).map((row) => row[4])).toEqual(["1", "1", "1", "10", "23"]);
    expect(await page.locator(".agreement dd").allTextContents()).toEqual(
      Array.from({ length: 4 }, () => "[23, 10]"),
    );
    await page.getByText("Lecture’s numbers").click();
    expect((await rowsOf(page)).at(-1)?.[4]).toBe("7");
  });

  test.each(["log-sqrt", "ridge", "x2-xy", "product-abc"])(
    "%s has a graph with a node for each row",
    async (id) => {
      const { page, complaints } = await site.open(`#example=${id}`);
      const rows = await rowsOf(page);
      expect(await page.locator(".node[data-row]").count()).toBe(rows.length);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );
});
