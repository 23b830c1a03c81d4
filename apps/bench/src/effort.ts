/** How long to look. */
export interface Effort {
  readonly warmSeconds: number;
  readonly rounds: number;
  /** Of one target in one round. */
  readonly sliceSeconds: number;
  /** A derivative that is certain to take longer is not started. */
  readonly callSeconds: number;
  /** Longest wait for one answer of a station. */
  readonly patienceSeconds: number;
}

export const quick: Effort = {
  warmSeconds: 0.2,
  rounds: 6,
  sliceSeconds: 0.04,
  callSeconds: 2,
  patienceSeconds: 10,
};

export const thorough: Effort = {
  warmSeconds: 1,
  rounds: 15,
  sliceSeconds: 0.1,
  callSeconds: 20,
  patienceSeconds: 120,
};
