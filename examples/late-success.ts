import { type ActionState, actionDecider, classOf, Instant, Uuid } from '@burgernet/domain';

// What comes from outside is decoded; here a mistake may end the program.
const decode = <A>(codec: { readonly is: (u: unknown) => u is A }, value: unknown): A => {
  if (codec.is(value)) return value;
  throw new Error(`Not what it should be: ${value}`);
};
const moment = (text: string) => decode(Instant, text);
const id = decode(Uuid, '6f1f2f0e-58a5-4c1b-9c53-0a4d9d7a1c11');
const dispatcher = { role: 'dispatcher', id } as const;

let action: ActionState | undefined;
const tell = (command: Parameters<typeof actionDecider.decide>[0]): void => {
  const decided = actionDecider.decide(command, action);
  if (decided._tag === 'Left') {
    console.log(`refused: ${decided.left.tag}. ${decided.left.text.en}`);
    return;
  }
  for (const event of decided.right) {
    action = actionDecider.evolve(action, event, command.recordedAt);
    console.log(event.type);
  }
};

// An action that runs for an hour,
tell({
  type: 'StartAction',
  id,
  by: dispatcher,
  recordedAt: moment('2021-05-14T18:03:00.000Z'),
  data: {
    region: 'midden-nederland',
    status: 'actual',
    type: 'missing-person',
    touched: [],
    channels: ['app', 'sms'],
    startedAt: moment('2021-05-14T18:03:00.000Z'),
    runsUntil: moment('2021-05-14T19:03:00.000Z'),
    supportsNlAlert: false,
  },
});
// cannot be extended when it is over,
tell({
  type: 'ExtendRunTime',
  id,
  by: dispatcher,
  recordedAt: moment('2021-05-14T19:30:00.000Z'),
  data: { runsUntil: moment('2021-05-14T20:03:00.000Z'), reason: { code: 'still-searching' } },
});
// and yet the success of the next morning finds its place.
tell({
  type: 'MarkSuccess',
  id,
  by: { role: 'coordinator', id },
  recordedAt: moment('2021-05-15T07:12:00.000Z'),
  data: {
    successId: id,
    line: '112',
    attribution: 'direct',
    foundAt: { moment: moment('2021-05-15T05:40:00.000Z'), precision: 'instant' },
  },
});
console.log(classOf(action?.markings ?? []));
