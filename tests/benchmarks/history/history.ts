import type { Append, EventToAppend } from '@burgernet/adapters';
import type { MunicipalityCode, Uuid } from '@burgernet/domain';
import { Label } from '@burgernet/domain';
import { actionLife } from './action-life.js';
import { certain } from './certain.js';
import { Cast, type Import, type Planned } from './life.js';
import { mailingLife } from './mailing-life.js';
import { countsAYear, municipalityLife } from './municipality-life.js';
import { Random } from './random.js';
import { day, hour, type World } from './world.js';

/** What history is wanted. */
export interface Wanted {
  readonly seed: number;
  /** how many events, exactly */
  readonly events: number;
  readonly municipalities: ReadonlyArray<MunicipalityCode>;
}

const firstYear = 2015;
const years = 10;
const from = Date.UTC(firstYear, 0, 1);
const span = Date.UTC(firstYear + years, 0, 1) - from;

/** How much of the history is counts of municipalities, as long as there are enough to take. */
const shareOfCounts = 0.02;

/** An hour of the day, evenings more often than mornings. */
const timeOfDay = (random: Random): number => (6 + 9 * (random.fraction() + random.fraction())) * hour;

const importOf = (random: Random, year: number): Import | undefined =>
  random.chance(0.12)
    ? {
        delay: random.between(20, 200) * day,
        source: { kind: 'portal', name: certain(Label, `portal ${year}`) },
      }
    : undefined;

/** At most so many events of a batch. */
const firstOf = ({ stream, expected, events }: Append, most: number): Append => {
  const [first, ...rest] = events;
  const kept: readonly [EventToAppend, ...ReadonlyArray<EventToAppend>] = [first, ...rest.slice(0, most - 1)];
  return { stream, expected, events: kept };
};

/** What was planned and is not in the log yet, by the day on which it comes into it. */
class Agenda {
  readonly #days = new Map<number, Planned[]>();
  #planned = 0;

  constructor(private readonly most: number) {}

  /** How many events were planned. */
  get planned(): number {
    return this.#planned;
  }

  get isFull(): boolean {
    return this.#planned >= this.most;
  }

  add(life: ReadonlyArray<Planned>): void {
    for (const planned of life) {
      if (this.isFull) return;
      const kept = { ...planned, append: firstOf(planned.append, this.most - this.#planned) };
      this.#planned += kept.append.events.length;
      const on = Math.floor(kept.loggedAt / day);
      const that = this.#days.get(on);
      if (that === undefined) this.#days.set(on, [kept]);
      else that.push(kept);
    }
  }

  /** Takes out what comes before this day, in order. */
  *before(on: number): Generator<ReadonlyArray<Planned>> {
    const due = [...this.#days.keys()].filter((one) => one < on).sort((a, b) => a - b);
    for (const one of due) {
      const that = this.#days.get(one) ?? [];
      this.#days.delete(one);
      that.sort((a, b) => a.loggedAt - b.loggedAt);
      yield that;
    }
  }
}

/**
 * Makes up ten years of history, in the order of the log, one day after the other. It is decided by the
 * domain's own deciders and follows from the seed alone. Memory holds what is planned and not yet
 * logged: some months of it, however many events are wanted.
 */
export function* plan({ seed, events, municipalities }: Wanted): Generator<ReadonlyArray<Planned>> {
  const random = new Random(seed);
  const world: World = { random, cast: new Cast(random), municipalities };
  const agenda = new Agenda(events);
  const taken = Math.min(1, (shareOfCounts * events) / (municipalities.length * years * countsAYear));
  let year = firstYear - 1;
  let today = 0;
  let earlier: Uuid | undefined;

  while (!agenda.isFull) {
    // The next life begins as far into the ten years as the events that are planned reach.
    const now = from + span * (agenda.planned / events);
    const startOfDay = Math.floor(now / day) * day;
    const thisYear = new Date(now).getUTCFullYear();
    if (thisYear > year) {
      year = thisYear;
      for (const municipality of municipalities)
        agenda.add(municipalityLife(world, municipality, year, taken));
    }
    if (startOfDay > today) {
      today = startOfDay;
      yield* agenda.before(today / day);
    }
    const start = startOfDay + timeOfDay(random);
    const id = random.uuid();
    if (random.chance(0.5)) {
      const followsUp = random.chance(0.03) ? earlier : undefined;
      agenda.add(actionLife(world, start, id, followsUp, importOf(random, year)));
      earlier = id;
    } else agenda.add(mailingLife(world, start, id, importOf(random, year)));
  }
  yield* agenda.before(Number.POSITIVE_INFINITY);
}

/** The same as it is stored: the batches alone. */
export function* history(wanted: Wanted): Generator<ReadonlyArray<Append>> {
  for (const planned of plan(wanted)) yield planned.map(({ append }) => append);
}
