/**
 * `npm run bench`: our calculation beside HyperFormula, mathjs and hand-written loops, on the same work in one run. Each engine
 * has a process of its own for each sheet; the engines take turns, so that a slow moment of the machine hits them alike;
 * medians of several rounds, as many as there is time for. Results are compared before anything is timed.
 * `npm run bench -- planner chain` runs some sheets only; `SECONDS=300` gives more time, `ROUNDS=9` more rounds.
 */
import { execFileSync } from 'node:child_process';
import { bundleForNode } from '../tools/bundle.mjs';
import { atLeast, atMost, mark, median, printOccasion, row, times } from './report.mjs';

const mostRounds = Number(process.env.ROUNDS ?? 3);
const budgetMs = Number(process.env.SECONDS ?? 130) * 1000;
/** An engine that takes longer than this over a sheet has one turn with it. */
const longTurnMs = 6000;
/** Ours and the loops are quick and have a turn before, between and after the others. */
const turns = ['ours', 'loops', 'hyperformula', 'ours', 'loops', 'mathjs', 'ours', 'loops'];

const child = await bundleForNode('tests/bench/recalc/child.ts');

/** @param {string[]} args */
const run = (...args) =>
  JSON.parse(execFileSync(process.execPath, ['--expose-gc', child, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 }));

/**
 * @typedef {{ hyperformula?: number, loops?: number }} Goal
 * @typedef {{ name: string, lines: { title: string, goal: Goal }[] }} Group
 * @typedef {{ lines: { title: string, seconds: number, results: number[] }[], bytes?: number }} Turn
 */

const chosen = process.argv.slice(2);
/** @type {Group[]} */
const groups = run().filter((/** @type {Group} */ { name }) => chosen.length === 0 || chosen.includes(name));

/** By line and engine, a number per round. @type {Map<string, number[]>} */
const seconds = new Map();
/** By sheet and engine. @type {Map<string, number[]>} */
const bytes = new Map();
/** By line, what the first engine had. @type {Map<string, number[]>} */
const expected = new Map();
let disagreements = 0;

/** @param {Map<string, number[]>} measured @param {string} key @param {number} value */
const note = (measured, key, value) => measured.set(key, [...(measured.get(key) ?? []), value]);

/** @param {readonly number[]} a @param {readonly number[]} b */
const agree = (a, b) =>
  a.length === b.length && a.every((x, i) => Math.abs(x - (b[i] ?? NaN)) <= 1e-9 * Math.max(1, Math.abs(x)));

/** @param {string} group @param {string} engine */
function takeTurn(group, engine) {
  /** @type {Turn} */
  const turn = run(group, engine);
  if (turn.bytes !== undefined) note(bytes, `${group} ${engine}`, turn.bytes);
  for (const line of turn.lines) {
    const results = expected.get(line.title) ?? line.results;
    expected.set(line.title, results);
    if (!agree(results, line.results)) {
      disagreements++;
      console.error(`${line.title}: ${engine} has ${line.results.join(', ')}, not ${results.join(', ')}`);
    }
    note(seconds, `${line.title} ${engine}`, line.seconds);
  }
}

const started = performance.now();
const haveTime = () => performance.now() - started < budgetMs;
/** @type {Set<string>} */
const resting = new Set();
let rounds = 0;
for (; rounds === 0 || (rounds < mostRounds && haveTime()); rounds++) {
  for (const { name } of groups) {
    for (const engine of turns) {
      const turn = `${name} ${engine}`;
      if (resting.has(turn) || (rounds > 0 && !haveTime())) continue;
      const began = performance.now();
      takeTurn(name, engine);
      if (performance.now() - began > longTurnMs) resting.add(turn);
    }
  }
}

/** @param {number} time */
const duration = (time) =>
  time < 1e-5
    ? `${(time * 1e9).toFixed(0)} ns`
    : time < 1e-2
      ? `${(time * 1e6).toFixed(1)} µs`
      : `${(time * 1e3).toFixed(1)} ms`;

printOccasion(`medians of up to ${rounds * 3} turns`);
row('work', 'ours', 'faster than HyperFormula', 'goal', 'faster than mathjs', 'times the loops', 'goal');
row('---', ...Array(6).fill('--:'));
/** @type {{ title: string, time: number }[]} */
const sameEdit = [];
for (const { lines } of groups) {
  for (const { title, goal } of lines) {
    const of = (/** @type {string} */ engine) => median(seconds.get(`${title} ${engine}`));
    const time = of('ours');
    const faster = of('hyperformula') / time;
    const slower = time / of('loops');
    row(
      title,
      duration(time),
      times(faster),
      atLeast(faster, goal.hyperformula),
      times(of('mathjs') / time),
      times(slower),
      atMost(slower, goal.loops),
    );
    if (title.endsWith('few dependents')) sameEdit.push({ title, time });
  }
}
if (sameEdit.length > 1) {
  const sheets = sameEdit.map(({ time }) => time);
  const spread = Math.max(...sheets) / Math.min(...sheets);
  console.log(
    `\nThe same edit in a sheet of 1,000, 10,000 and 100,000 cells: ${sheets.map(duration).join(', ')}; ` +
      `within ${spread.toFixed(2)}× (goal ${atMost(spread, 1.5)})`,
  );
}
const [weight = NaN, theirs = NaN] = ['ours', 'hyperformula'].map(
  (engine) => median(bytes.get(`100k ${engine}`)) / 1e6,
);
if (weight > 0) {
  console.log(
    `\nMemory at 99,990 formula cells: ${weight.toFixed(1)} MB (goal ≤ 20 ${mark(weight <= 20)}), ` +
      `HyperFormula ${theirs.toFixed(1)} MB`,
  );
}
console.log(`\nAll engines agree to 1e-9: ${disagreements === 0 ? 'yes' : `no, ${disagreements} times`}`);
process.exitCode = disagreements > 0 ? 1 : 0;
