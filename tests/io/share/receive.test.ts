import { describe, expect, it } from 'vitest';
import { decodeShare } from '../../../src/io/share/decode-link.ts';
import { packings } from '../../../src/io/share/formats.ts';
import { writeFrame } from '../../../src/io/share/frame.ts';
import { withTheirFigures } from '../../../src/io/share/receive.ts';
import { decode, encode, key, otherVersion, patch, scenario, valueOf, workbook } from './support.ts';

const plan = scenario(
  '方案',
  patch({ 'hightech_firms@growth': 0.1, 'gdp@2022': 28000, 'rd_staff@2020': 200000, 'rd_staff@2021': 210000 }),
);

const figureOf = (id: string): number =>
  workbook.dataset.rows.find(({ indicator }) => indicator.id === id)?.base.value ?? NaN;

describe('[L11] a link made on another version of the dataset', () => {
  it('tells which base-year figures of its changed rows differ, both numbers', async () => {
    const here = otherVersion({ hightech_firms: 4300, tech_firms: 1, rd_staff: 5 });
    const shared = valueOf(await decodeShare(await encode(plan), here));
    // Taken from the dataset, for its figures may be corrected; tech_firms differs too, but the scenario does not change it.
    expect(shared.otherVersion?.version).toBe(workbook.dataset.version);
    expect(shared.otherVersion?.figures).toEqual(
      expect.arrayContaining([
        { indicator: 'hightech_firms', theirs: figureOf('hightech_firms'), mine: 4300 },
        { indicator: 'rd_staff', theirs: figureOf('rd_staff'), mine: 5 },
      ]),
    );
    expect(shared.otherVersion?.figures.length).toBe(2);
    expect(shared.scenarios[0]?.patch).toEqual(plan.patch);
    expect(shared.scenarios[0]?.dataset.version).toBe(workbook.dataset.version);
  });

  it('says nothing of figures on the same version, and says the version where none differs', async () => {
    expect(valueOf(await decode(await encode(plan))).otherVersion).toBeUndefined();
    expect(valueOf(await decodeShare(await encode(plan), otherVersion({}))).otherVersion?.figures).toEqual([]);
  });

  it('opens on the sender’s figures if the receiver wants them, where the sender had not typed his own', async () => {
    const here = otherVersion({ hightech_firms: 4300, rd_staff: 5 });
    const shared = valueOf(await decodeShare(await encode(plan), here));
    const [opened] = shared.scenarios;
    if (!opened) throw new Error('Nothing opened');
    const theirs = withTheirFigures(opened, shared.otherVersion?.figures ?? [], here);
    expect(theirs.patch.get(key('hightech_firms@2020'))).toEqual({ kind: 'number', value: figureOf('hightech_firms') });
    expect(theirs.patch.get(key('rd_staff@2020'))).toEqual({ kind: 'number', value: 200000 });
    expect(theirs.patch.size).toBe(plan.patch.size + 1);
  });

  it('carries no figure for a cell of no row', async () => {
    const foreign = scenario('x', patch({ 'nobody@2021': 1, 'gdp@2022': 2 }));
    const shared = valueOf(await decodeShare(await encode(foreign), otherVersion({ gdp: 1 })));
    expect(shared.otherVersion?.figures.map(({ indicator }) => indicator)).toEqual(['gdp']);
  });
});

describe('[L10] what this dataset has not got', () => {
  it('rows and years are named and left out', async () => {
    const foreign = scenario(
      'x',
      patch({
        'nobody@2021': 1,
        'nobody@growth': 1,
        'gdp@2030': 2,
        'gdp@growth-2031': 2,
        'gdp@2022': 3,
        'gdp@held': "'2022",
      }),
    );
    const shared = valueOf(await decode(await encode(plan, foreign)));
    expect(shared.scenarios[0]?.patch).toEqual(plan.patch);
    expect(shared.scenarios[1]?.patch).toEqual(patch({ 'gdp@2022': 3, 'gdp@held': "'2022" }));
    expect(shared.leftOut).toEqual(
      expect.arrayContaining([
        { scenario: 1, indicator: 'nobody', cells: 2 },
        { scenario: 1, indicator: 'gdp', cells: 2 },
      ]),
    );
    expect(shared.leftOut.length).toBe(2);
  });

  it('a row that was taken out of the dataset', async () => {
    const rows = workbook.dataset.rows.filter(({ indicator }) => indicator.id !== 'hightech_firms');
    const shared = valueOf(await decodeShare(await encode(plan), otherVersion({}, { rows })));
    expect(shared.leftOut).toEqual([{ scenario: 0, indicator: 'hightech_firms', cells: 1 }]);
    expect(shared.scenarios[0]?.patch.size).toBe(plan.patch.size - 1);
  });

  it('an indicator whose code only a newer app knows', async () => {
    // Dataset 1 with a hash, base year 2020, 5 years, 1 scenario, no time, 1 row of code 9000 with growth 1; no figure.
    const shapes = [1, 1, 0xe4, 0x0f, 5, 1, 0, 1, 0xa8, 0x46, 1, 1];
    const numbers = [0x22, 0x10];
    const texts = [0, 0, 0, 0, 1, 0x78, 0, 0];
    const parts = [shapes, numbers, texts].flatMap((part) => [part.length, ...part]);
    const shared = valueOf(await decode(writeFrame(1, Uint8Array.of(packings.plain, ...parts))));
    expect(shared.leftOut).toEqual([{ scenario: 0, indicator: '#9000', cells: 1 }]);
    expect(shared.scenarios.map(({ name, patch: { size } }) => [name, size])).toEqual([['x', 0]]);
  });

  it('another dataset: refused, with its scenarios to be listed', async () => {
    const here = otherVersion({}, { id: 'chengdu-2020' });
    const refused = await decodeShare(await encode(plan), here);
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'missingDataset', dataset: { id: workbook.dataset.id } },
    });
    if (!refused.ok && refused.error.code === 'missingDataset') {
      expect(refused.error.scenarios.map(({ name, patch: { size } }) => [name, size])).toEqual([['方案', 4]]);
    }
    expect(valueOf(await decodeShare(await encode(plan), workbook)).scenarios.length).toBe(1);
  });
});
