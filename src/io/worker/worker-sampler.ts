/** The page's side of sampling in a worker. */
import type { Dataset } from '../../core/model/dataset.ts';
import { err, ok, type Result } from '../../core/model/result.ts';
import type { UncertaintyAnswer } from '../../core/analysis/uncertainty.ts';
import type { Sampler, SamplingFailure, SamplingRun } from '../../core/projection/sampler.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What of a worker is used. */
export interface WorkerLike {
  postMessage(message: ToWorker): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

/**
 * A worker is started with the first job and kept for the next: it has the workbook made by then. Cancelling ends the worker,
 * since one that calculates does not listen; the next job starts another.
 */
export function createWorkerSampler(dataset: Dataset, startWorker: () => WorkerLike): Sampler {
  let worker: WorkerLike | undefined;
  let running: SamplingRun | undefined;

  function ready(): WorkerLike {
    if (worker) return worker;
    worker = startWorker();
    worker.postMessage({ kind: 'dataset', dataset });
    return worker;
  }

  function stop(): void {
    worker?.terminate();
    worker = undefined;
  }

  return {
    run(job, onprogress) {
      running?.cancel();
      let settle: (answer: Result<UncertaintyAnswer, SamplingFailure>) => void = () => undefined;
      let isSettled = false;
      const answer = new Promise<Result<UncertaintyAnswer, SamplingFailure>>((resolve) => (settle = resolve));
      const end = (result: Result<UncertaintyAnswer, SamplingFailure>): void => {
        if (isSettled) return;
        isSettled = true;
        if (!result.ok) stop();
        settle(result);
      };
      try {
        const used = ready();
        used.onmessage = ({ data }) => {
          if (isSettled) return;
          if (data.kind === 'progress') onprogress(data.done);
          else end(ok(data.answer));
        };
        used.onerror = ({ message }) => end(err({ code: 'failed', reason: message }));
        used.postMessage({ kind: 'job', ...job });
      } catch (error) {
        end(err({ code: 'failed', reason: String(error) }));
      }
      running = { answer, cancel: () => end(err({ code: 'cancelled' })) };
      return running;
    },
  };
}
