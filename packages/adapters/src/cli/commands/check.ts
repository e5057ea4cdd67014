import { both, type Sentence } from '@burgernet/domain';
import { type Finding, LogCheck } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import type { EventStore } from '../../event-store/port.js';
import { count } from '../../report/numbers.js';
import type { Context, Done, Run } from '../context.js';
import type { Failure } from '../failure.js';
import { readInto, withStore } from '../reading.js';
import { storeFailure } from '../store-failure.js';

/** What a finding says of the event, behind where it stands. */
const sentenceOf = (finding: Finding): Sentence => {
  switch (finding.tag) {
    case 'Quarantined':
      return both(
        `cannot be read (${finding.reason}). ${finding.detail}`,
        `is niet te lezen (${finding.reason}). ${finding.detail}`,
      );
    case 'RecordedBackwards':
      return both(
        `was recorded at ${finding.recordedAt}, before the ${finding.last} that its stream had reached.`,
        `is geregistreerd op ${finding.recordedAt}, voor het ${finding.last} dat de stroom al had bereikt.`,
      );
    case 'RevisionOutOfOrder':
      return both(
        `has revision ${finding.revision} where ${finding.expected} should follow.`,
        `heeft revisie ${finding.revision} waar ${finding.expected} moet volgen.`,
      );
    case 'PositionOutOfOrder':
      return both(
        `stands where position ${finding.expected} should follow.`,
        `staat waar positie ${finding.expected} moet volgen.`,
      );
    case 'EventIdInTwoStreams':
      return both(
        `has the id ${finding.eventId}, which stands in ${finding.other} too.`,
        `heeft het id ${finding.eventId}, dat ook in ${finding.other} staat.`,
      );
  }
};

const line = (finding: Finding): Sentence => {
  const { en, nl } = sentenceOf(finding);
  const { position, stream, revision } = finding;
  return both(
    `Position ${position}, ${stream} revision ${revision}: ${en}`,
    `Positie ${position}, ${stream} revisie ${revision}: ${nl}`,
  );
};

const summary = (check: LogCheck, findings: number): Sentence => {
  const [enEvents, nlEvents] = [count(check.events, 'en'), count(check.events, 'nl')];
  const [enStreams, nlStreams] = [count(check.streams, 'en'), count(check.streams, 'nl')];
  return both(
    `Events read: ${enEvents}, in streams: ${enStreams}. ${findings === 0 ? 'Nothing is wrong with them.' : `Things wrong: ${findings}.`}`,
    `Gelezen gebeurtenissen: ${nlEvents}, in stromen: ${nlStreams}. ${findings === 0 ? 'Er is niets mis mee.' : `Bevindingen: ${findings}.`}`,
  );
};

/** Has the store look at how it keeps the log, where it can: events may read well out of a damaged file. */
const keepsItWell = ({ options, terminal }: Context, store: EventStore): TE.TaskEither<Failure, void> => {
  if (store.checkIntegrity === undefined) return TE.right(undefined);
  terminal.progress(both('checking how the log is kept', 'nakijken hoe het log bewaard is'));
  return pipe(store.checkIntegrity, TE.mapLeft(storeFailure(options.store)));
};

/**
 * `burgernet check`: reads everything once and says what is wrong with it. A store that is damaged
 * itself is a failure, as it is for every command.
 */
export const check: Run = (context) =>
  pipe(
    withStore(context, 'read', (store) =>
      pipe(
        keepsItWell(context, store),
        TE.chain(() => readInto(context, store, new LogCheck())),
      ),
    ),
    TE.chainTaskK((checked) => async (): Promise<Done> => {
      const { terminal, options } = context;
      const findings = checked.findings();
      const said = [...findings.map(line), summary(checked, findings.length)];
      await terminal.print(
        options.json
          ? `${JSON.stringify({ events: checked.events, streams: checked.streams, position: checked.position, findings })}\n`
          : said.map((sentence) => `${sentence[options.language]}\n`).join(''),
      );
      return findings.length === 0 ? 0 : 1;
    }),
  );
