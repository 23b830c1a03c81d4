/** All samples of one digit. */
export interface DigitClass {
  readonly id: number;
  /** Pixels from 0 to 1, 784 for each sample. */
  readonly raw: readonly number[];
}

/** The digits 0 to 9, in order. */
export declare const classes: readonly DigitClass[];
