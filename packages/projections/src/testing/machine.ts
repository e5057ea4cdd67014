import { type Instant, toEpoch } from '@burgernet/domain';

/** Time zones without summer time, and how many hours each is ahead of UTC. */
const hoursAhead = { UTC: 0, 'Pacific/Kiritimati': 14, 'Pacific/Pago_Pago': -11 } as const;

/** Where a machine stands. */
export type Zone = keyof typeof hoursAhead;
export const zones: ReadonlyArray<Zone> = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'];

/** What differs from one computer to the next, and no answer may depend on. */
export interface Machine {
  /** what its clock says */
  readonly now: Instant;
  readonly zone: Zone;
  /** with which its random numbers begin */
  readonly seed: number;
}

/** `Date` as it is there: what time it is, and what the parts of a moment are in local time. */
const dateOn = ({ now, zone }: Machine): DateConstructor => {
  const RealDate = Date;
  const [present, ahead] = [toEpoch(now), hoursAhead[zone] * 3_600_000];
  const shifted = (date: Date): Date => new RealDate(date.getTime() + ahead);

  class DateThere extends RealDate {
    #set(change: (there: Date) => number): number {
      return this.setTime(change(shifted(this)) - ahead);
    }
    override getFullYear(): number {
      return shifted(this).getUTCFullYear();
    }
    override getMonth(): number {
      return shifted(this).getUTCMonth();
    }
    override getDate(): number {
      return shifted(this).getUTCDate();
    }
    override getDay(): number {
      return shifted(this).getUTCDay();
    }
    override getHours(): number {
      return shifted(this).getUTCHours();
    }
    override getMinutes(): number {
      return shifted(this).getUTCMinutes();
    }
    override setFullYear(...parts: Parameters<Date['setFullYear']>): number {
      return this.#set((there) => there.setUTCFullYear(...parts));
    }
    override setMonth(...parts: Parameters<Date['setMonth']>): number {
      return this.#set((there) => there.setUTCMonth(...parts));
    }
    override setDate(day: number): number {
      return this.#set((there) => there.setUTCDate(day));
    }
    override setHours(...parts: Parameters<Date['setHours']>): number {
      return this.#set((there) => there.setUTCHours(...parts));
    }
    override getTimezoneOffset(): number {
      return (0 - ahead) / 60_000;
    }
    override toString(): string {
      return shifted(this).toUTCString().replace('GMT', zone);
    }
    override toDateString(): string {
      return this.toString().slice(0, 16);
    }
    override toLocaleString(locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): string {
      return super.toLocaleString(locales, { timeZone: zone, ...options });
    }
    override toLocaleDateString(
      locales?: Intl.LocalesArgument,
      options?: Intl.DateTimeFormatOptions,
    ): string {
      return super.toLocaleDateString(locales, { timeZone: zone, ...options });
    }
    override toLocaleTimeString(
      locales?: Intl.LocalesArgument,
      options?: Intl.DateTimeFormatOptions,
    ): string {
      return super.toLocaleTimeString(locales, { timeZone: zone, ...options });
    }
  }
  return new Proxy(RealDate, {
    apply: () => new DateThere(present).toString(),
    construct: (_, [first = present, month, ...rest]: ReadonlyArray<number>) =>
      month === undefined ? new DateThere(first) : new DateThere(RealDate.UTC(first, month, ...rest) - ahead),
    get: (target, name) => (name === 'now' ? () => present : Reflect.get(target, name)),
  });
};

/** `Intl.DateTimeFormat` as it is there: who names no time zone gets that of the machine. */
const formatOn = ({ zone }: Machine): typeof Intl.DateTimeFormat => {
  const Real = Intl.DateTimeFormat;
  const made = (locales?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Real(locales, { ...options, timeZone: options?.timeZone ?? zone });
  return new Proxy(Real, {
    apply: (_, __, [locales, options]) => made(locales, options),
    construct: (_, [locales, options]) => made(locales, options),
  });
};

/** Numbers from 0 to 1 that look random and follow from a seed. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/**
 * Does something as it would be done on that machine: `Date` says the time of its clock and reads moments in
 * its time zone, as `Intl.DateTimeFormat` does, and `Math.random` gives its numbers. What code took of them when it
 * was loaded stays, so does a format that it made then.
 */
export const on = <A>(machine: Machine, run: () => A): A => {
  const here = { Date: globalThis.Date, random: Math.random, format: Intl.DateTimeFormat };
  globalThis.Date = dateOn(machine);
  Math.random = randomFrom(machine.seed);
  Intl.DateTimeFormat = formatOn(machine);
  try {
    return run();
  } finally {
    globalThis.Date = here.Date;
    Math.random = here.random;
    Intl.DateTimeFormat = here.format;
  }
};
