import type { AmountChange, Amounts } from './subject.js';

/** The numbers that are not 0. */
export const statedOf = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));

/** What changes come to, upon these numbers where they are given. */
export const sumOf = (changes: ReadonlyArray<AmountChange>, from: Amounts = {}): Amounts => {
  const sums = new Map(Object.entries(from));
  for (const { name, amount } of changes) sums.set(name, (sums.get(name) ?? 0) + amount);
  return statedOf(Object.fromEntries(sums));
};
