// @ts-check
/**
 * What every row of the bench gets.
 * @typedef {object} Field
 * @property {import('../stage.mjs').BenchStage} stage
 * @property {import('../relay.mjs').BenchRelay} relay
 * @property {import('../target.mjs').Target} target
 * @property {number} runs
 * @property {number} bytes of one transfer
 * @property {(line: string) => void} say progress, on standard error
 */
export {};
