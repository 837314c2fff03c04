/**
 * `npm run bench`: our calculation beside HyperFormula, mathjs and hand-written loops, on the same work in one run. Each
 * measurement has a process of its own; the engines take turns, so that a slow moment of the machine hits them alike; medians
 * of several rounds. Results are compared first: an engine that calculates something else is not measured against.
 * `npm run bench -- planner chain` runs some lines only; `ROUNDS=5` sets the rounds.
 */
import { execFileSync } from 'node:child_process';
import { cpus } from 'node:os';
import { bundleForNode } from '../tools/bundle.mjs';

const rounds = Number(process.env.ROUNDS ?? 3);
const chosen = process.argv.slice(2);
const child = await bundleForNode('tests/bench/recalc/child.ts');
const table = JSON.parse(
  execFileSync(process.execPath, [await bundleForNode('tests/bench/recalc/list.ts')], { encoding: 'utf8' }),
);

/** @param {string[]} args @returns {{ seconds: number, results: number[], bytes: number }} */
const measure = (...args) =>
  JSON.parse(execFileSync(process.execPath, ['--expose-gc', child, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 }));

/** @param {number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;

/** @param {readonly number[]} a @param {readonly number[]} b */
const agree = (a, b) =>
  a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? NaN)) <= 1e-9 * Math.max(1, Math.abs(x)));

/** @param {number} seconds */
const duration = (seconds) =>
  seconds < 1e-5
    ? `${(seconds * 1e9).toFixed(0)} ns`
    : seconds < 1e-2
      ? `${(seconds * 1e6).toFixed(1)} µs`
      : `${(seconds * 1e3).toFixed(1)} ms`;

/** @param {number} ratio */
const times = (ratio) => (Number.isNaN(ratio) ? '' : `${ratio.toPrecision(ratio < 10 ? 2 : 3)}×`);

let disagreements = 0;
console.log(
  `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, medians of ${rounds} rounds\n`,
);
console.log('| work | ours | faster than HyperFormula | goal | faster than mathjs | times the loops | goal |');
console.log('| --- | --: | --: | --: | --: | --: | --: |');
for (const { name, title, engines, goal } of table) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  /** @type {Map<string, number[]>} */
  const seconds = new Map(engines.map((/** @type {string} */ engine) => [engine, []]));
  /** @type {number[] | undefined} */
  let expected;
  for (let round = 0; round < rounds; round++) {
    for (const engine of engines) {
      const result = measure(name, engine);
      expected ??= result.results;
      if (!agree(expected, result.results)) {
        disagreements++;
        console.error(`${title}: ${engine} has ${result.results.join(', ')}, not ${expected.join(', ')}`);
      }
      seconds.get(engine)?.push(result.seconds);
    }
  }
  const of = (/** @type {string} */ engine) => median(seconds.get(engine) ?? []);
  console.log(
    `| ${title} | ${duration(of('ours'))} | ${times(of('hyperformula') / of('ours'))} | ${goal.hyperformula ? `≥ ${goal.hyperformula}×` : ''} ` +
      `| ${times(of('mathjs') / of('ours'))} | ${times(of('ours') / of('loops'))} | ${goal.loops ? `≤ ${goal.loops}×` : ''} |`,
  );
}
if (chosen.length === 0 || chosen.includes('memory')) {
  const [ours, theirs] = ['ours', 'hyperformula'].map((engine) => measure('memory', engine).bytes / 1e6);
  console.log(
    `\nMemory at 99,990 formula cells: ${ours?.toFixed(1)} MB (goal ≤ 20), HyperFormula ${theirs?.toFixed(1)} MB`,
  );
}
process.exitCode = disagreements > 0 ? 1 : 0;
