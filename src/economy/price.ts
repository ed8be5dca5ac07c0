/** How a kind says what it costs: how much of which lines of the price book a month of it takes. */

import { answerKb, type PriceId, priceBook } from './priceBook.ts';

export interface PriceItem {
  price: PriceId;
  /** Units of the line in a month. */
  quantity: number;
}

/** What is known of the part. Without a run everything measured is 0 and the instances are the design's. */
export interface PriceUse {
  /** Values of the part's fields. */
  params: Readonly<Record<string, number | string | boolean>>;
  /** Mean over the run. */
  instances: number;
  /** How often it would happen in a month that went on like the run: a common counter (`arrived`, `completed`) or one of the kind's. */
  perMonth(counter: string): number;
  /** Mean over the run of one of the kind's gauges; 0 without a run, or where there was nothing to measure. */
  mean(gauge: string): number;
  /** Parts that it is wired to, and of those that are of a role. */
  wiredTo(role: string | null): number;
  /** Instances of those parts together, mean over the run. */
  wiredInstances(role: string | null): number;
  /** Rows in the data set of the workload. */
  keys: number;
}

export type KindPrice = (use: PriceUse) => readonly PriceItem[];

export const secondsPerMonth = priceBook.hoursPerMonth * 3600;
export const millions = (count: number): number => count / 1e6;

/** GB of that many answers of a class. */
export const answerGb = (answers: number, requestClass: string): number => (answers * (answerKb[requestClass] ?? answerKb.read)) / 1e6;

/** Machines that are billed by their processors. */
export const vcpus = (price: PriceId, { instances }: PriceUse, each: unknown): PriceItem[] => [
  { price, quantity: instances * Number(each) },
];
