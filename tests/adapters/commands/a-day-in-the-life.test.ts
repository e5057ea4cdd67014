import type { CommandRequest } from '@burgernet/adapters';
import { fromEpoch, type Instant, toEpoch } from '@burgernet/domain';
import { type AsOf, Figures, type FigureValue, type ReadModels } from '@burgernet/projections';
import { describe, expect, it } from 'vitest';
import { moment, uuid } from '../../domain/an-action.js';
import { readAll } from '../../support/read.js';
import { definition } from '../../support/said.js';
import { ask, depsOn, run, standing, starting } from './on-the-action.js';

/** The figures that people would ask in the morning, each as its count. */
const asked = [
  'actions',
  'actions.with-response',
  'responses.112',
  'responses.app',
  'success.portal',
  'success.full',
  'success.late',
  'actions.awaiting-verdict',
  'thanks.due',
] as const;
type Counts = Partial<Readonly<Record<(typeof asked)[number], number>>>;

const countOf = (value: FigureValue): number | null => {
  if (value.kind === 'by-method') return null;
  return value.kind === 'ratio' ? value.numerator : value.value;
};

const figuresAt = (models: ReadModels, asOf: AsOf) => {
  const figures = new Figures(models, asOf);
  return Object.fromEntries(
    asked.map((name) => [name, countOf(figures.value(definition(name), { year: 2021 }))]),
  );
};

/** What somebody does, and what of the figures is different after it. */
interface Happening {
  readonly what: string;
  readonly does: CommandRequest;
  readonly moves: Counts;
}

const success = uuid(30);
const lateSuccess = uuid(31);
const error = { reason: { code: 'error' } };
const respond = (at: string, id: number, line: string, entry: string) =>
  ask('system', at, 'ReceiveResponse', { responseId: uuid(id), line, entry, receivedAt: moment(at) });

const day: ReadonlyArray<Happening> = [
  {
    what: 'the dispatcher starts an action for a missing person in Almere, for an hour',
    does: starting(),
    moves: { actions: 1 },
  },
  { what: 'somebody calls 112', does: respond('18:10', 20, '112', 'phone'), moves: { 'responses.112': 1 } },
  {
    what: 'somebody reports by the app, which dials 112 on this phone',
    does: respond('18:20', 21, '112', 'app'),
    moves: { 'responses.112': 2, 'responses.app': 1, 'actions.with-response': 1 },
  },
  {
    what: 'the search goes on, so the run time is extended',
    does: ask('dispatcher', '18:50', 'ExtendRunTime', {
      runsUntil: moment('20:03'),
      reason: { code: 'still-searching' },
    }),
    moves: {},
  },
  {
    what: 'the dispatcher ticks a success in time, by a call to 0800-0011',
    does: ask('dispatcher', '19:40', 'MarkSuccess', {
      successId: success,
      line: '0800-0011',
      attribution: 'direct',
    }),
    moves: { 'success.portal': 1, 'success.full': 1, 'thanks.due': 1 },
  },
  {
    what: 'the action ends by itself, which the coordinator notices when correcting the tick: it was 112',
    does: ask('coordinator', '20:30', 'CorrectSuccess', { successId: success, line: '112', ...error }),
    moves: { 'success.portal': 0 },
  },
  {
    what: 'and then that it was another person altogether, so the success is withdrawn',
    does: ask('coordinator', '20:40', 'WithdrawSuccess', { successId: success, ...error }),
    moves: { 'success.full': 0, 'thanks.due': 0, 'actions.awaiting-verdict': 1 },
  },
  {
    what: 'nobody was found, says the coordinator at the end of the evening',
    does: ask('coordinator', '21:00', 'RuleOutSuccess', { reason: { code: 'not-found' } }),
    moves: { 'actions.awaiting-verdict': 0 },
  },
  {
    what: 'the person turns up at a neighbour who had seen the action, after the run time',
    does: ask('coordinator', '22:00', 'MarkSuccess', {
      successId: lateSuccess,
      line: '112',
      attribution: 'direct',
      foundAt: { moment: moment('21:40'), precision: 'instant' },
    }),
    moves: { 'success.full': 1, 'success.late': 1, 'thanks.due': 1 },
  },
  {
    what: 'the municipality thanks its participants',
    does: ask('municipality', '22:30', 'ThankParticipants', {
      municipality: 'GM0034',
      how: { code: 'app' },
      at: moment('22:30'),
    }),
    moves: { 'thanks.due': 0 },
  },
];

/** What was known after a happening, when that was, and how long the log was then. */
interface Known {
  readonly what: string;
  readonly at: Instant;
  readonly position: number;
  readonly figures: object;
}

const none = Object.fromEntries(asked.map((name) => [name, 0]));

describe('a day in the life of an action', () => {
  it('moves the figures step by step, and no step changes what was known before it', async () => {
    const deps = depsOn();
    const known: Array<Known> = [];
    let figures: Readonly<Record<string, number | null>> = none;
    for (const { what, does, moves } of day) {
      await run(deps, does);
      const models = readAll(await standing(deps));
      figures = { ...figures, ...moves };
      expect({ what, figures: figuresAt(models, 'latest') }).toEqual({ what, figures });
      known.push({ what, at: does.recordedAt, position: models.position, figures });
      for (const before of known) {
        const { at, position } = before;
        expect({ ...before, figures: figuresAt(models, { registered: at }) }).toEqual(before);
        expect({ ...before, figures: figuresAt(models, { logged: position }) }).toEqual(before);
      }
      const [first] = known;
      if (first !== undefined) {
        const justBefore = fromEpoch(toEpoch(first.at) - 1);
        expect(figuresAt(models, { registered: justBefore })).toEqual(none);
        expect(figuresAt(models, { logged: 0 })).toEqual(none);
      }
    }
    expect(figures).toMatchObject({ 'success.portal': 0, 'success.full': 1, 'success.late': 1 });
  });

  it('is told by its events, with the end that nobody had to record', async () => {
    const deps = depsOn();
    await run(deps, ...day.map(({ does }) => does));
    expect((await standing(deps)).map(({ type }) => type)).toEqual([
      'ActionStarted',
      'ResponseReceived',
      'ResponseReceived',
      'RunTimeExtended',
      'SuccessMarked',
      'ActionEnded',
      'SuccessCorrected',
      'SuccessWithdrawn',
      'SuccessRuledOut',
      'SuccessMarked',
      'ParticipantsThanked',
    ]);
  });
});
