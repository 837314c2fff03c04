import { describe, expect, it } from 'vitest';
import type { UncertaintyTask } from '../../../src/core/analysis/uncertainty.ts';
import { makeWorkbook } from '../../../src/core/projection/workbook.ts';
import { Projection } from '../../../src/core/projection/projection.ts';
import { sampleUncertainty } from '../../../src/core/analysis/uncertainty.ts';
import type { FromWorker, ToWorker } from '../../../src/io/worker/messages.ts';
import { answerMessages } from '../../../src/io/worker/sampling.ts';
import { createWorkerSampler, type WorkerLike } from '../../../src/io/worker/worker-sampler.ts';
import { indicator, key } from '../../support/calculation.ts';
import { y } from '../../support/plan.ts';
import { loadShipped } from '../../support/shipped-tables.ts';

const shipped = loadShipped();

const task: UncertaintyTask = {
  seed: 1,
  samples: 1200,
  uncertain: [{ cell: key('rd_spend@growth'), range: { kind: 'between', low: 0.06, high: 0.14 } }],
  targets: [
    {
      indicator: indicator('rd_intensity'),
      year: y(2025),
      baseYear: y(2020),
      measure: 'level',
      comparison: { op: 'gte', value: 0.026 },
      better: 'up',
    },
  ],
  spreads: [key('rd_intensity@2025')],
};
const job = { patch: new Map(), task };

/** A worker in this process: messages are copied and come later, as between a page and its worker. */
class FakeWorker implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  terminated = false;
  readonly heard: string[] = [];
  readonly #answer = answerMessages((message) => this.#deliver(message));

  postMessage(message: ToWorker): void {
    const copy = structuredClone(message);
    this.heard.push(copy.kind);
    queueMicrotask(() => {
      if (!this.terminated) this.#answer(copy);
    });
  }

  terminate(): void {
    this.terminated = true;
  }

  #deliver(message: FromWorker): void {
    const copy = structuredClone(message);
    setTimeout(() => {
      if (!this.terminated) this.onmessage?.(new MessageEvent('message', { data: copy }));
    });
  }
}

function setup(start: () => WorkerLike = () => new FakeWorker()) {
  const workers: WorkerLike[] = [];
  const sampler = createWorkerSampler(shipped, () => {
    const worker = start();
    workers.push(worker);
    return worker;
  });
  return { sampler, workers };
}

describe('[A12] samples are taken in a worker', () => {
  it('which answers what the same work here does, bit for bit, and tells how far it is', async () => {
    const { sampler } = setup();
    const reports: number[] = [];
    const answer = await sampler.run(job, (done) => reports.push(done)).answer;
    const projection = new Projection(makeWorkbook(shipped), new Map());
    const work = sampleUncertainty((cells, sets, results) => projection.sample(cells, sets, results), task);
    let step = work.next();
    while (!step.done) step = work.next();
    expect(answer).toEqual({ ok: true, value: step.value });
    expect(reports).toEqual([500, 1000, 1200]);
  });

  it('which is kept for the next job and is given the dataset once', async () => {
    const { sampler, workers } = setup();
    await sampler.run(job, () => undefined).answer;
    await sampler.run(job, () => undefined).answer;
    expect(workers.length).toBe(1);
    expect((workers[0] as FakeWorker).heard).toEqual(['dataset', 'job', 'job']);
  });

  it('which ends at once when cancelled; the next job starts another', async () => {
    const { sampler, workers } = setup();
    const reports: number[] = [];
    const run = sampler.run(job, (done) => reports.push(done));
    run.cancel();
    expect(await run.answer).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect((workers[0] as FakeWorker).terminated).toBe(true);
    expect(await sampler.run(job, () => undefined).answer).toMatchObject({ ok: true });
    expect(workers.length).toBe(2);
    expect(reports).toEqual([]);
    run.cancel();
    expect((workers[1] as FakeWorker).terminated).toBe(false);
  });

  it('a new job cancels the one that runs', async () => {
    const { sampler } = setup();
    const first = sampler.run(job, () => undefined);
    const second = sampler.run(job, () => undefined);
    expect(await first.answer).toMatchObject({ error: { code: 'cancelled' } });
    expect(await second.answer).toMatchObject({ ok: true });
  });

  it('says that it could not be started, or broke down', async () => {
    const { sampler } = setup(() => {
      throw new Error('refused');
    });
    expect(await sampler.run(job, () => undefined).answer).toMatchObject({
      error: { code: 'failed', reason: 'Error: refused' },
    });
    const broken = setup();
    const run = broken.sampler.run(job, () => undefined);
    broken.workers[0]?.onerror?.({ message: 'out of memory' } as ErrorEvent);
    expect(await run.answer).toEqual({ ok: false, error: { code: 'failed', reason: 'out of memory' } });
  });

  it('takes no job before the dataset', () => {
    expect(() => answerMessages(() => undefined)({ kind: 'job', ...job })).toThrow('dataset');
  });
});
