/** Starts the worker under the page's policy, which takes a script's address only from a policy that index.html names. */
import address from './uncertainty-worker.ts?worker&url';

interface AddressPolicy {
  createScriptURL(address: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: AddressPolicy): AddressPolicy;
}

let policy: AddressPolicy | undefined;

/** Throws where the browser refuses. */
export function startUncertaintyWorker(): Worker {
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
