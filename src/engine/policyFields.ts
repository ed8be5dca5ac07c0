/**
 * The numbers of a wire's policy, in the order of `PlanLink.policy`; 0 everywhere is no policy at all. `runner/compileLinks.ts` makes them
 * of what was drawn.
 */
export const policyFields = [
  /** Calls of one caller under way or waiting at once; 0 = as many as come. */
  'maxRequests',
  /** Of those, how many may wait for a connection. */
  'maxPending',
  /** Retries of one caller that are under way or about to be. */
  'maxRetries',
  /** Retries allowed per first attempt; 0 = any number. */
  'retryBudget',
  /** 1: writes and uploads are not tried again. */
  'writesOnce',
  /** 1: there is a breaker. */
  'breaker',
  'breakerWindow',
  'breakerLeast',
  /** Share of failures, 0 to 1. */
  'breakerShare',
  'breakerOpenSeconds',
  'breakerProbes',
  /** Connections of one caller; 0 = as many as are needed. */
  'poolSize',
  'poolWaitSeconds',
  /** 1: a copy is sent after `hedgeSeconds`; 2: after the share `hedgeShare` of all measured responses. */
  'hedge',
  'hedgeSeconds',
  'hedgeShare',
  /** 1: what the caller waits for no longer is dropped before it is begun. */
  'cancels',
  /** 1: a call is given what is left of its caller's own time. */
  'passesDeadline',
  /** 1: what has less than `marginSeconds` left is dropped before it is begun. */
  'dropsLate',
  'marginSeconds',
] as const;
export type PolicyField = (typeof policyFields)[number];

/** One thing for each, in this order. Spelt out: an object that got so many fields one by one would be a dictionary (docs/performance.md). */
export const perPolicyField = <T>(of: (field: PolicyField) => T): Record<PolicyField, T> => ({
  maxRequests: of('maxRequests'),
  maxPending: of('maxPending'),
  maxRetries: of('maxRetries'),
  retryBudget: of('retryBudget'),
  writesOnce: of('writesOnce'),
  breaker: of('breaker'),
  breakerWindow: of('breakerWindow'),
  breakerLeast: of('breakerLeast'),
  breakerShare: of('breakerShare'),
  breakerOpenSeconds: of('breakerOpenSeconds'),
  breakerProbes: of('breakerProbes'),
  poolSize: of('poolSize'),
  poolWaitSeconds: of('poolWaitSeconds'),
  hedge: of('hedge'),
  hedgeSeconds: of('hedgeSeconds'),
  hedgeShare: of('hedgeShare'),
  cancels: of('cancels'),
  passesDeadline: of('passesDeadline'),
  dropsLate: of('dropsLate'),
  marginSeconds: of('marginSeconds'),
});

export const isPolicyField = (field: string): field is PolicyField => (policyFields as readonly string[]).includes(field);

/** Those of which one above 0 makes a policy; the others say how. */
export const switches: readonly PolicyField[] = [
  'maxRequests',
  'maxRetries',
  'retryBudget',
  'writesOnce',
  'breaker',
  'poolSize',
  'hedge',
  'cancels',
  'passesDeadline',
  'dropsLate',
];

export const isPolicy = (policy: readonly number[] | undefined): boolean =>
  policy?.some((value, i) => value > 0 && switches.includes(policyFields[i])) ?? false;
