import { Tensor } from "@wengert/ad-core";
import { describe, expect, test } from "vitest";
import { examples, findExample, lectureArguments } from "../src/steps/examples.ts";
import { explain } from "../src/steps/explain.ts";
import { fieldsOf, parseNumbers, withNumbers } from "../src/steps/fields.ts";
import { layoutOf } from "../src/steps/graph-layout.ts";
import { nestedText } from "../src/steps/number-text.ts";
import { sweepOf } from "../src/steps/sweep.ts";

const ridge = findExample("ridge");

test("forward ridge is the lecture's table: 246 and [52, 84]", () => {
  const { rows } = sweepOf(ridge, lectureArguments(ridge), "forward");
  expect(rows.map((row) => [row.name, row.expression, row.value, row.derivative])).toEqual([
    ["w", "input", "[3, 4]", "[[1, 0], [0, 1]]"],
    ["a", "wᵀx", "11", "[1, 2]"],
    ["b", "a − y", "11", "[1, 2]"],
    ["c", "b²", "121", "[22, 44]"],
    ["d", "wᵀw", "25", "[6, 8]"],
    ["e", "λ · d", "125", "[30, 40]"],
    ["L", "c + e", "246", "[52, 84]"],
  ]);
});

describe.each(examples.map((example) => [example.problem.id, example] as const))(
  "%s",
  (_id, example) => {
    const values = lectureArguments(example);
    const truth = example.problem.oracle?.(...values);
    const gradient = ([truth].flat() as (number | Tensor)[]).flatMap((x): number[] =>
      x instanceof Tensor ? Array.from(x.data) : [x],
    );

    test("the adjoints of the inputs are the closed form", () => {
      const { rows } = sweepOf(example, values, "reverse");
      const inputs = rows.filter((row) => row.op === "input").sort((a, b) => a.row - b.row);
      const shown = inputs.map((row) => row.derivative.replace(/^\[|\]$/g, "")).join(", ");
      expect(shown).toBe(gradient.map(nestedText).join(", "));
    });

    test("the tangents of the result are the closed form", () => {
      const { rows } = sweepOf(example, values, "forward");
      expect(rows.at(-1)?.derivative.replace(/^\[|\]$/g, "")).toBe(
        gradient.map(nestedText).join(", "),
      );
    });

    test("the graph has a node for each row and an edge for each operand", () => {
      const sweep = sweepOf(example, values, "reverse");
      const { nodes, edges } = layoutOf(sweep);
      expect(nodes.filter((node) => node.row).length).toBe(sweep.rows.length);
      expect(edges.length).toBe(sweep.rows.reduce((sum, row) => sum + row.operands.length, 0));
    });
  },
);

test("a number that two arguments share is written as a number, not by a guessed name", () => {
  const values = withNumbers(lectureArguments(ridge), [3, 4, 1, 2, 5, 5]);
  const { rows } = sweepOf(ridge, values, "forward");
  expect(rows.find((row) => row.name === "b")?.expression).toBe("a − 5");
});

test("the chain rule is told in the names of the table", () => {
  const values = lectureArguments(ridge);
  const reverse = sweepOf(ridge, values, "reverse");
  expect(explain(reverse, 0)).toBe("L̄ = 1, the seed.");
  expect(explain(reverse, 2)).toBe("d̄ = ē · ∂e/∂d = 5");
  expect(explain(reverse, 6)).toBe("w̄ = d̄ · ∂d/∂w + d̄ · ∂d/∂w′ + ā · ∂a/∂w = [52, 84]");
  expect(explain(sweepOf(ridge, values, "forward"), 6)).toBe(
    "L̇ = ∂L/∂c · ċ + ∂L/∂e · ė = [52, 84]",
  );
});

test("fields name every number, and numbers go back where they came from", () => {
  const values = lectureArguments(ridge);
  const fields = fieldsOf(values, ridge.argumentNames);
  expect(fields.map((field) => field.label)).toEqual(["w₁", "w₂", "x₁", "x₂", "y", "λ"]);
  const again = withNumbers(
    values,
    fields.map((field) => field.value),
  );
  expect(fieldsOf(again, ridge.argumentNames)).toEqual(fields);
});

test("a list of numbers is taken whole or not at all", () => {
  expect(parseNumbers("1,-2.5", 2)).toEqual([1, -2.5]);
  for (const text of ["1", "1,2,3", "1,", "1,x", "1,Infinity", ""])
    expect(parseNumbers(text, 2)).toBeUndefined();
});
