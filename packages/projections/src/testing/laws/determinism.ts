import { histories, moments } from '@burgernet/domain/testing';
import * as fc from 'fast-check';
import { law } from '../law.js';
import { type Machine, on, zones } from '../machine.js';
import { foldOver, readEvents } from '../reading.js';

const machines = (): fc.Arbitrary<Machine> =>
  fc.record({ now: moments(), zone: fc.constantFrom(...zones), seed: fc.nat(99) });

const described = ({ now, zone }: Machine): string => `On a machine in ${zone}, at ${now} by its clock`;

/** The same log gives the same answer: on any machine, at any time of its clock, in any time zone. */
export const replayDeterminism = law({
  name: 'replayDeterminism',
  says: 'a replay of the same log gives the same answer, whenever and wherever it is done',
  needs: [],
  cases: (options) => fc.record({ history: histories(options), one: machines(), other: machines() }),
  *readings(subject, { history, one, other }) {
    const events = readEvents(history.stored);
    const replayedOn = (machine: Machine): unknown =>
      on(machine, () => subject.answer(foldOver(subject, events)));
    yield [
      { how: described(one), answer: replayedOn(one) },
      { how: described(other), answer: replayedOn(other) },
    ];
  },
});
