/**
 * Makes the golden cases: `node tests/golden/generate.mjs`. Each file of this folder holds formulas in our language, the same in
 * A1 notation, and the value that HyperFormula computes for the latter. Run again only to add cases; the files are committed.
 *
 * All formulas stand in `result@2023`, cell G9 of the sheet below, whose columns are those of the app: C is 2020, D growth, E to I
 * are 2021 to 2025.
 */
import { writeFileSync } from 'node:fs';
import { HyperFormula } from 'hyperformula';
import { handPicked } from './hand-picked.mjs';
import { randomCases } from './random-cases.mjs';

/** @typedef {import('./random-cases.mjs').Answer} Answer */
/** @typedef {import('./random-cases.mjs').Case} Case */

const years = [2020, 2021, 2022, 2023, 2024, 2025];
const seed = 20210317;

/**
 * Row by row: the growth assumption, then the six years. Row 1 is a heading.
 * @type {Record<string, readonly (number | null)[]>}
 */
const rows = {
  firms: [0.1, 4222, 4644.2, 5108.62, 5619.482, 6181.4302, 6799.57322],
  staff: [0.08, 160.7, 173.556, 187.44048, 202.4357184, 218.630575872, 236.12102194176],
  spend: [0.12, 526.79, 603.8, 686.6, 745.5, 821.3, 905.1],
  gdp: [0.06, 25041.43, 28077.28, 28576.1, 30145.79, 32193.15, 34100],
  share: [0.01, 0.021, 0.0215, 0.024, 0.0247, 0.0255, 0.0265],
  change: [-0.05, -12, 3, 0, -7.5, 40, 1],
  rank: [-1, 11, 10, 9, 8, 8, 7],
  result: [0.15, 100, 115, 132.25, null, 5, 6],
};

const names = Object.keys(rows);
const ownRow = names.indexOf('result');

/** What one row takes in the engine's sheet: name, unit, base year, growth, projected years. */
const sheetRows = Object.entries(rows).map(([name, [growth = null, base = null, ...projected]]) => [
  name,
  'unit',
  base,
  growth,
  ...projected,
]);

/** Both with and without HyperFormula's rounding of results: where the two differ, the value is rounding noise and proves nothing. */
const engines = [
  { smartRounding: false, precisionEpsilon: 0 },
  { smartRounding: true, precisionEpsilon: 1e-13, precisionRounding: 14 },
].map((precision) => HyperFormula.buildFromArray([['heading'], ...sheetRows], { licenseKey: 'gpl-v3', ...precision }));

/**
 * HyperFormula knows TRUE and FALSE as functions only.
 * @param {HyperFormula} engine
 * @param {string} a1
 * @returns {Answer | undefined}
 */
function evaluate(engine, a1) {
  engine.setCellContents({ sheet: 0, row: 1 + ownRow, col: 6 }, [[a1.replace(/\b(TRUE|FALSE)\b/g, '$1()')]]);
  const value = engine.getCellValue({ sheet: 0, row: 1 + ownRow, col: 6 });
  if (typeof value === 'number') return { value };
  return value !== null && typeof value === 'object' ? { error: value.value } : undefined;
}

/**
 * What HyperFormula answers; `undefined` where the answer is no number or error, or is noise.
 * @param {string} a1
 * @returns {Answer | undefined}
 */
function answer(a1) {
  const [exact, rounded] = engines.map((engine) => evaluate(engine, a1));
  if (!exact || !rounded || exact.error !== rounded.error) return undefined;
  if (exact.value === undefined || rounded.value === undefined) return exact;
  const scale = Math.abs(exact.value);
  return Math.abs(exact.value - rounded.value) <= Math.max(scale, 1e-3) * 1e-11 ? exact : undefined;
}

const inputs = Object.fromEntries(
  Object.entries(rows).flatMap(([name, [growth, ...values]]) => [
    [`${name}@growth`, growth],
    ...values.flatMap((value, index) => (value === null ? [] : [[`${name}@${years[index]}`, value]])),
  ]),
);

/**
 * @param {string} file
 * @param {string} about
 * @param {readonly Case[]} cases
 */
function write(file, about, cases) {
  const lines = cases.map((one) => `    ${JSON.stringify(one)}`).join(',\n');
  const head = {
    about,
    madeBy: `HyperFormula ${HyperFormula.version}`,
    cell: 'result@2023',
    indicators: names,
    years,
    inputs,
  };
  const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "cases": [\n${lines}\n  ]\n}\n`;
  writeFileSync(new URL(`${file}.json`, import.meta.url), text);
  console.log(`${file}.json: ${cases.length} cases, ${cases.filter(({ error }) => error).length} of them errors`);
}

for (const [file, { about, formulas }] of Object.entries(handPicked)) {
  const cases = formulas.map(([formula, a1 = `=${formula}`]) => {
    const expected = answer(a1);
    if (!expected || expected.error === '#ERROR!') throw new Error(`No number and no error: ${a1}`);
    return { formula, a1, ...expected };
  });
  write(file, about, cases);
}
write('random', `Random formulas, seed ${seed}.`, randomCases(seed, 300, answer));
