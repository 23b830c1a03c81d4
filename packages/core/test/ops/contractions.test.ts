import { describe, expect, test } from "vitest";
import { einsum, kron, matmul, type Tensor, tensor, tensordot, zeros } from "../../src/index.ts";

const a = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const b = tensor([
  [1, -1],
  [0, 2],
  [3, 1],
]);
const square = tensor([
  [1, 2],
  [3, 4],
]);

describe("einsum", () => {
  test.each<[string, Tensor[], unknown]>([
    ["ij,jk->ik", [a, b], matmul(a, b).toArray()],
    ["ij,jk", [a, b], matmul(a, b).toArray()],
    [
      "ij , jk -> ki",
      [a, b],
      [
        [10, 22],
        [6, 12],
      ],
    ],
    [
      "ji",
      [a],
      [
        [1, 4],
        [2, 5],
        [3, 6],
      ],
    ],
    ["ii", [square], 5],
    ["ii->i", [square], [1, 4]],
    ["ij->", [a], 21],
    ["ij->j", [a], [5, 7, 9]],
    [
      "i,j->ij",
      [tensor([1, 2]), tensor([3, 4])],
      [
        [3, 4],
        [6, 8],
      ],
    ],
    [
      "ij,ij->ij",
      [a, a],
      [
        [1, 4, 9],
        [16, 25, 36],
      ],
    ],
    ["ij,ij", [a, a], 91],
    ["ni,ij,nj->n", [square, square, square], [27, 133]],
    [
      "...ij->...ji",
      [square],
      [
        [1, 3],
        [2, 4],
      ],
    ],
    ["...i,i->...", [a, tensor([1, 0, 2])], [7, 16]],
    [
      "i...,j",
      [a, tensor([1, 2])],
      [
        [
          [1, 2],
          [4, 8],
        ],
        [
          [2, 4],
          [5, 10],
        ],
        [
          [3, 6],
          [6, 12],
        ],
      ],
    ],
    [",->", [tensor(2), tensor(3)], 6],
  ])("%s", (subscripts, operands, want) => {
    expect(einsum(subscripts, ...operands).toArray()).toEqual(want);
  });

  test("broadcasts the axes of an ellipsis", () => {
    const batch = tensor([[[1, 2]], [[3, 4]]]);
    const y = einsum(
      "...i,...i->...",
      batch,
      tensor([
        [1, 1],
        [0, 1],
        [1, 0],
      ]),
    );
    expect(y.toArray()).toEqual([
      [3, 2, 1],
      [7, 4, 3],
    ]);
  });

  test("contracts the cheapest pair first", () => {
    const long = zeros([2, 400]);
    const y = einsum("ai,ib,bj,jc->ac", long, zeros([400, 2]), zeros([2, 400]), zeros([400, 2]));
    expect(y.shape).toEqual([2, 2]);
  });

  test("takes numbers beside f32 and empty axes", () => {
    expect(einsum(",i->i", 2, tensor([1, 2], { dtype: "f32" }))).toMatchObject({ dtype: "f32" });
    expect(einsum("ij,jk->ik", zeros([2, 0]), zeros([0, 3])).toArray()).toEqual([
      [0, 0, 0],
      [0, 0, 0],
    ]);
  });

  test.each<[string, Tensor[], RegExp]>([
    [
      "ij,jk->ik",
      [a, a],
      /one length for subscript "j", got 3 and 2 \(operand 1 has shape \[2,3\]\)/,
    ],
    ["ijk->i", [a], /operand 0 to have 3 axes for "ijk", got \[2,3\]/],
    ["...ijk->i", [a], /operand 0 to have at least 3 axes/],
    ["ij->iz", [a], /outputs that occur among the inputs, got "z"/],
    ["ij->ii", [a], /an output without repeated subscripts, got "ii"/],
    ["ij,jk", [a], /one term for each of 1 operands, got 2/],
    ["i1->i", [a], /letters and at most one ellipsis in a term, got "i1"/],
    ["ij->i->j", [a], /at most one ->/],
    ["", [], /operands to be at least one/],
  ])("explains what is wrong with %s", (subscripts, operands, message) => {
    expect(() => einsum(subscripts, ...operands)).toThrow(message);
  });
});

test("tensordot contracts trailing with leading axes, or named ones", () => {
  expect(tensordot(a, b, 1).toArray()).toEqual(matmul(a, b).toArray());
  expect(tensordot(a, a).item()).toBe(91);
  expect(tensordot(a, b, [[-1], [0]]).toArray()).toEqual(matmul(a, b).toArray());
  expect(tensordot(tensor([1, 2]), tensor([3, 4]), 0).toArray()).toEqual([
    [3, 4],
    [6, 8],
  ]);
  expect(() => tensordot(a, b, 3)).toThrow(/tensordot: expected axes to be an integer from 0 to 2/);
});

test("kron multiplies blocks", () => {
  expect(kron(tensor([[1, 2]]), square).toArray()).toEqual([
    [1, 2, 2, 4],
    [3, 4, 6, 8],
  ]);
  expect(kron(tensor([1, 2]), square).toArray()).toEqual([
    [1, 2, 2, 4],
    [3, 4, 6, 8],
  ]);
  expect(kron(tensor([1, 2]), tensor([1, 10])).toArray()).toEqual([1, 10, 2, 20]);
});
