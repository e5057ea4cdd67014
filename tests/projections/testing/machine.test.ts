import { Instant } from '@burgernet/domain';
import { valid } from '@burgernet/domain/testing';
import { describe, expect, it } from 'vitest';
import { type Machine, on, zones } from '../../../packages/projections/src/testing/machine.js';

const now = valid(Instant, '2021-12-31T23:30:15.250Z');
const there = (zone: Machine['zone']): Machine => ({ now, zone, seed: 1 });

describe('on another machine', () => {
  it('it is the time of its clock', () => {
    const said = on(there('UTC'), () => [Date.now(), new Date().toISOString()]);
    expect(said).toEqual([Date.parse(now), now]);
    expect(on(there('UTC'), () => Date())).toBe('Fri, 31 Dec 2021 23:30:15 UTC');
  });

  it.each([
    ['UTC', [2021, 11, 31, 5, 23, 30, 0]],
    ['Pacific/Kiritimati', [2022, 0, 1, 6, 13, 30, -840]],
    ['Pacific/Pago_Pago', [2021, 11, 31, 5, 12, 30, 660]],
  ] as const)('moments are read in %s', (zone, parts) => {
    const read = (date: Date): ReadonlyArray<number> => [
      date.getFullYear(),
      date.getMonth(),
      date.getDate(),
      date.getDay(),
      date.getHours(),
      date.getMinutes(),
      date.getTimezoneOffset(),
    ];
    expect(on(there(zone), () => read(new Date(now)))).toEqual(parts);
    const [year, month, day, , hour, minute] = parts;
    const made = on(there(zone), () => new Date(year, month, day, hour, minute, 15, 250).toISOString());
    expect(made).toBe(now);
    // Its own words for a moment agree with its parts.
    const [words, day_, time] = on(there(zone), () => {
      const date = new Date(now);
      return [
        date.toLocaleString('en-GB'),
        date.toLocaleDateString('en-GB'),
        date.toLocaleTimeString('en-GB'),
      ];
    });
    const two = (n: number): string => String(n).padStart(2, '0');
    expect(day_).toBe(`${two(day)}/${two(month + 1)}/${year}`);
    expect(time).toBe(`${two(hour)}:${two(minute)}:15`);
    expect(words).toBe(`${day_}, ${time}`);
    expect(on(there(zone), () => new Date(now).toDateString())).toContain(`${two(day)} `);
  });

  it.each([
    ['UTC', '31/12/2021', '2021-12-31T00:00:00.000Z'],
    ['Pacific/Kiritimati', '01/01/2022', '2021-12-31T10:00:00.000Z'],
    ['Pacific/Pago_Pago', '31/12/2021', '2021-12-31T11:00:00.000Z'],
  ] as const)('days are written, and begin, in %s', (zone, day, midnight) => {
    expect(on(there(zone), () => new Intl.DateTimeFormat('en-GB').format(new Date(now)))).toBe(day);
    expect(on(there(zone), () => Intl.DateTimeFormat('en-GB').format(new Date(now)))).toBe(day);
    expect(on(there(zone), () => Intl.DateTimeFormat().resolvedOptions().timeZone)).toBe(zone);
    const elsewhere = { timeZone: 'Europe/Amsterdam' } as const;
    const amsterdam = on(there(zone), () =>
      new Intl.DateTimeFormat('en-GB', elsewhere).format(new Date(now)),
    );
    expect(amsterdam).toBe('01/01/2022');
    const began = on(there(zone), () => {
      const date = new Date(now);
      date.setHours(0, 0, 0, 0);
      return date.toISOString();
    });
    expect(began).toBe(midnight);
    const moved = on(there(zone), () => {
      const date = new Date(now);
      date.setFullYear(2020, 1, 29);
      date.setMonth(2);
      date.setDate(1);
      return [date.getFullYear(), date.getMonth(), date.getDate()];
    });
    expect(moved).toEqual([2020, 2, 1]);
  });

  it('all that is the same everywhere is the same', () => {
    for (const zone of zones)
      on(there(zone), () => {
        expect(new Date(now).toISOString()).toBe(now);
        expect(Date.parse(now)).toBe(Date.UTC(2021, 11, 31, 23, 30, 15, 250));
        expect(new Date(now)).toBeInstanceOf(Date);
      });
  });

  it('other random numbers come, the same from the same seed', () => {
    const three = (seed: number) =>
      on({ ...there('UTC'), seed }, () => [Math.random(), Math.random(), Math.random()]);
    expect(three(1)).toEqual(three(1));
    expect(three(1)).not.toEqual(three(2));
    for (const number of three(3)) expect(number >= 0 && number < 1).toBe(true);
  });

  it('and after it, here is as it was, also where something was thrown', () => {
    const here = [Date, Math.random, Intl.DateTimeFormat];
    expect(() =>
      on(there('UTC'), () => {
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect([Date, Math.random, Intl.DateTimeFormat]).toEqual(here);
    expect(Date.now()).toBeGreaterThan(Date.parse(now));
  });
});
