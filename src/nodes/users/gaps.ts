/** Forms of the gaps between requests, and of the thoughts between an answer and the next request: the orders of the fields' options. */

import { FORM } from '../../engine/durations.ts';

export const gapForms = [FORM.lognormal, FORM.erlang, FORM.hyperexponential] as const;
export const thinkForms = [FORM.exponential, FORM.lognormal, FORM.fixed, FORM.erlang] as const;
