import type { Instant } from '@burgernet/domain';

const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/**
 * What a clock in Amsterdam shows, `2021-05-14T20:03:00.000`, as the runtime's own calendar says: the
 * domain's arithmetic is held against it. (Swedes write dates as ISO does.)
 */
export const clock = (instant: Instant): string =>
  `${format.format(new Date(instant)).replace(' ', 'T')}${instant.slice(19, 23)}`;
