import { type ActionState, local, MunicipalityCode, parseStream } from '@burgernet/domain';
import type { ReportContext } from '../context.js';
import { typeLabel } from '../labels/vocabulary.js';
import type { Step } from './steps.js';

/** `2021-05-14 20:03-21:03`; the day stands twice where the run time goes past midnight. */
const runTimeText = ({ facts: { startedAt }, endedAt, runsUntil }: ActionState): string => {
  const [start, end] = [local(startedAt), local(endedAt ?? runsUntil)];
  const isSameDay = end.slice(0, 10) === start.slice(0, 10);
  return `${start}-${isSameDay ? end.slice(11) : end}`;
};

const lastState = (steps: ReadonlyArray<Step>): ActionState | undefined =>
  steps.reduce<ActionState | undefined>(
    (state, step) => (step.tag === 'Told' ? (step.after ?? state) : state),
    undefined,
  );

/**
 * What a stream is about, in a line: `Action 1b4e... in Almere, Missing person, 2021-05-14 20:03-21:03`.
 *
 * @param steps of the stream, as far as they were known
 */
export const streamHead = (
  stream: string,
  steps: ReadonlyArray<Step>,
  { lang, municipalityName }: ReportContext,
): string => {
  const say = (en: string, nl: string): string => ({ en, nl })[lang];
  const named = parseStream(stream);
  if (named === undefined) return stream;
  if (named.kind === 'municipality') {
    const [code = '', year = ''] = named.id.split('-');
    const name = MunicipalityCode.is(code) ? municipalityName(code) : code;
    return say(`Counts of ${name}, ${year}`, `Tellingen van ${name}, ${year}`);
  }
  if (named.kind === 'mailing') return `Mailing ${named.id}`;
  const state = lastState(steps);
  const action = `${say('Action', 'Actie')} ${named.id}`;
  if (state === undefined) return action;
  const { municipality, type } = state.facts;
  const place =
    municipality === null
      ? say('not attributed to a municipality', 'niet toegewezen aan een gemeente')
      : `in ${municipalityName(municipality)}`;
  return `${action} ${place}, ${typeLabel(type, lang)}, ${runTimeText(state)}`;
};
