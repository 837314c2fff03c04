/** Starts the worker under the page's policy, which takes a script's address only from a policy that index.html names. */
import type { Dataset } from '../../core/model/dataset.ts';
import type { Sampler } from '../../core/projection/sampler.ts';
import address from './uncertainty-worker.ts?worker&url';
import { createWorkerSampler } from './worker-sampler.ts';

interface AddressPolicy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: AddressPolicy): AddressPolicy;
}

let policy: AddressPolicy | undefined;

/** Samples of scenarios on a dataset, in a worker of this page. */
export function createPageSampler(dataset: Dataset): Sampler {
  return createWorkerSampler(dataset, startUncertaintyWorker);
}

/** Throws where the browser refuses. */
function startUncertaintyWorker(): Worker {
  policy ??= makePolicy();
  return new Worker(policy.createScriptURL(address), { type: 'module', name: 'uncertainty' });
}

/** Lets pass the one address that the build wrote. A browser without trusted types takes it as it is. */
function makePolicy(): AddressPolicy {
  const rules: AddressPolicy = {
    createScriptURL(given) {
      if (given !== address) throw new Error(`Not a script of this page: ${given}`);
      return given;
    },
  };
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('planner-url', rules) ?? rules;
}
