/**
 * The whole numbers whose ratio to `of` rounds half up to a printed percentage of one decimal.
 *
 * @param percentage in digits, `7.7` or `5`
 * @param of the denominator
 * @returns first and last, and how many; none where `of` is 0
 */
export const numeratorsOf = (
  percentage: string,
  of: number,
): { readonly first: number; readonly last: number; readonly candidates: number } => {
  const [whole = '0', decimal = '0'] = percentage.split('.');
  const tenths = Number(whole) * 10 + Number(decimal);
  // n rounds to t tenths of a per cent exactly when (2t - 1) * of <= 2000 n < (2t + 1) * of.
  const first = Math.max(0, Math.ceil(((2 * tenths - 1) * of) / 2000));
  const last = Math.min(of, Math.ceil(((2 * tenths + 1) * of) / 2000) - 1);
  return { first, last, candidates: of === 0 ? 0 : Math.max(0, last - first + 1) };
};
