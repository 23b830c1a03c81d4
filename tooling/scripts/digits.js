// Trains a network on real handwritten digits until the held-out accuracy passes 90 %.

import { parseArgs } from "node:util";
import { feedforwardShapes } from "@wengert/ad-problems";
import { loadDigits, pixels, trainDigits } from "@wengert/ad-problems/digits";
import { tape } from "@wengert/ad-tape";

const usage = `npm run digits -- [options]
  --hidden <n,n,…>       hidden units, layer by layer (64)
  --activation <name>    tanh or logistic (tanh)
  --optimiser <name>     adam or sgd (adam)
  --batch <n>            images in a minibatch (50)
  --epochs <n>           epochs at most (20)
  --target <share>       stop when the held-out accuracy is above this (0.9)
  --seed <n>             of the split, the weights and the order (1)
  --shapes               print the shape of every step of the forward and backward pass
  --help`;

/**
 * @param {string} message
 * @returns {never}
 */
function fail(message) {
  console.error(`digits: ${message}\n\n${usage}`);
  process.exit(2);
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        hidden: { type: "string", default: "64" },
        activation: { type: "string", default: "tanh" },
        optimiser: { type: "string", default: "adam" },
        batch: { type: "string", default: "50" },
        epochs: { type: "string", default: "20" },
        target: { type: "string", default: "0.9" },
        seed: { type: "string", default: "1" },
        shapes: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/**
 * @param {string} name
 * @param {string} text
 */
function positiveInteger(name, text) {
  const n = Number(text);
  return Number.isInteger(n) && n > 0
    ? n
    : fail(`--${name}: expected a positive integer, got ${text}`);
}

const given = readOptions();
if (given.help) {
  console.log(usage);
  process.exit(0);
}
const hidden = given.hidden.split(",").map((n) => positiveInteger("hidden", n));
const { activation, optimiser } = given;
if (activation !== "tanh" && activation !== "logistic")
  fail(`--activation: expected tanh or logistic, got ${activation}`);
if (optimiser !== "adam" && optimiser !== "sgd")
  fail(`--optimiser: expected adam or sgd, got ${optimiser}`);
const batch = positiveInteger("batch", given.batch);
const epochs = positiveInteger("epochs", given.epochs);
const seed = positiveInteger("seed", given.seed);
const target = Number(given.target);
if (!(target >= 0 && target <= 1))
  fail(`--target: expected a share from 0 to 1, got ${given.target}`);

const widths = [pixels, ...hidden, 10];
if (given.shapes) {
  for (const { step, shape } of feedforwardShapes(widths, batch, activation))
    console.log(`${step.padEnd(36)} [${shape.join(" × ")}]`);
}

const digits = await loadDigits({ seed });
console.log(
  `${widths.join("-")} ${activation}, ${optimiser}, batch ${batch}, gradient by tape\n` +
    `${digits.train.labels.length} images to train on, ${digits.test.labels.length} held out\n\n` +
    "epoch  seconds    loss  held-out accuracy",
);
const { reached } = trainDigits(digits, {
  backend: tape(),
  hidden,
  activation,
  optimiser,
  batch,
  epochs,
  target,
  seed,
  onEpoch({ epoch, seconds, loss, accuracy }) {
    const cells = [String(epoch).padStart(5), seconds.toFixed(2).padStart(7), loss.toFixed(4)];
    console.log(`${cells.join("  ")}  ${(100 * accuracy).toFixed(2)} %`);
  },
});
console.log(`\nHeld-out accuracy ${reached ? "is above" : "did not pass"} ${100 * target} %.`);
process.exitCode = reached ? 0 : 1;
