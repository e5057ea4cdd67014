import {
  type ActionCommand,
  type ActionEvent,
  type ActionStarted,
  type Actor,
  actionDecider,
  type Given,
  Instant,
  type Line,
  MunicipalityCode,
  type Precision,
  Reference,
  type Role,
  Slug,
  type SuccessMarked,
  Uuid,
} from '@burgernet/domain';
import { given, type Happened, valid } from '@burgernet/domain/testing';

/** A UUID to tell apart by its number. */
export const uuid = (n: number): Uuid =>
  valid(Uuid, `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`);

/** A moment, in full or as a time (UTC) on the evening of the examples, 14 May 2021. */
export const moment = (text: string): Instant => {
  const time = text.length === 5 ? `${text}:00.000` : text;
  return valid(Instant, time.length === 12 ? `2021-05-14T${time}Z` : time);
};

export const almere = valid(MunicipalityCode, 'GM0034');
export const utrecht = valid(MunicipalityCode, 'GM0344');
export const amersfoort = valid(MunicipalityCode, 'GM0307');
export const note = valid(Reference, 'vault:note');
export const slug = (text: string): Slug => valid(Slug, text);

/** Somebody in a role; officials act for Almere unless said otherwise. */
export const by = (role: Role, municipality: MunicipalityCode = almere): Actor =>
  role === 'municipality' ? { role, id: uuid(900), municipality } : { role, id: uuid(901) };

export const action = uuid(1);

/** On the action of the examples, by a role, at a moment. */
export const from = (role: Role, at: string, municipality?: MunicipalityCode): Given => ({
  id: action,
  by: by(role, municipality),
  recordedAt: moment(at),
});

/** The action of the examples: Almere, 20:03 to 21:03 on the clock there. */
export const start: ActionStarted = {
  region: 'midden-nederland',
  status: 'actual',
  type: 'missing-person',
  municipality: almere,
  touched: [utrecht],
  channels: ['app', 'sms'],
  startedAt: moment('18:03'),
  runsUntil: moment('19:03'),
  supportsNlAlert: false,
};

/** An event of it with when it was recorded. */
export const did = (at: string, event: ActionEvent): Happened<ActionEvent> => ({
  recordedAt: moment(at),
  event,
});

export const started = did('18:03', { type: 'ActionStarted', data: start });
export const ended = did('19:03', {
  type: 'ActionEnded',
  data: { endedAt: moment('19:03'), reason: { code: 'run-time-over' } },
});
export const withdrawn = (at: string): Happened<ActionEvent> =>
  did(at, { type: 'ActionWithdrawn', data: { reason: { code: 'hoax' } } });
export const response = {
  type: 'ResponseReceived',
  data: { responseId: uuid(20), line: '112', entry: 'app', receivedAt: moment('18:04') },
} as const;
export const verdict = { type: 'SuccessRuledOut', data: { reason: { code: 'not-found' } } } as const;

/** A marking by a line, direct unless said otherwise. */
export const success = (line: Line = '0800-0011', more: Partial<SuccessMarked> = {}): SuccessMarked => ({
  successId: uuid(30),
  line,
  attribution: 'direct',
  ...more,
});
export const marked = (at: string, line?: Line, more?: Partial<SuccessMarked>): Happened<ActionEvent> =>
  did(at, { type: 'SuccessMarked', data: success(line, more) });

/** What is known of the moment of a find. */
export const found = (at: string, precision: typeof Precision._A = 'instant') => ({
  foundAt: { moment: moment(at), precision },
});

/** The command to mark a success. */
export const mark = (
  at: string,
  line?: Line,
  more?: Partial<SuccessMarked>,
  role: Role = 'dispatcher',
): ActionCommand => ({ ...from(role, at), type: 'MarkSuccess', data: success(line, more) });

/** The action of the examples after it was started and these events. */
export const givenAction = (...events: ReadonlyArray<Happened<ActionEvent>>) =>
  given(actionDecider, [started, ...events]);
