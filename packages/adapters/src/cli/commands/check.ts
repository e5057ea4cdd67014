import { both, type Sentence } from '@burgernet/domain';
import { LogCheck } from '@burgernet/projections';
import { pipe } from 'fp-ts/lib/function.js';
import * as TE from 'fp-ts/lib/TaskEither.js';
import { count } from '../../report/numbers.js';
import { checkedLog } from '../checked-log.js';
import type { Done, Run } from '../context.js';
import { findingWords, remarkWords } from '../finding-words.js';
import { withStore } from '../reading.js';

const summary = (check: LogCheck, findings: number): Sentence => {
  const [enEvents, nlEvents] = [count(check.events, 'en'), count(check.events, 'nl')];
  const [enStreams, nlStreams] = [count(check.streams, 'en'), count(check.streams, 'nl')];
  return both(
    `Events read: ${enEvents}, in streams: ${enStreams}. ${findings === 0 ? 'Nothing is wrong with them.' : `Things wrong: ${findings}.`}`,
    `Gelezen gebeurtenissen: ${nlEvents}, in stromen: ${nlStreams}. ${findings === 0 ? 'Er is niets mis mee.' : `Bevindingen: ${findings}.`}`,
  );
};

/**
 * `burgernet check`: reads everything once and says what is wrong with it, and what the store leaves out.
 * A store that is damaged itself is a failure, as it is for every command.
 */
export const check: Run = (context) =>
  pipe(
    withStore(context, 'read', (store) => checkedLog(context, store, new LogCheck())),
    TE.chainTaskK(({ projection: checked, remarks }) => async (): Promise<Done> => {
      const { terminal, options } = context;
      const found = checked.findings();
      const findings = [...found, ...remarks];
      const said = [
        ...found.map(findingWords),
        ...remarks.map(remarkWords),
        summary(checked, findings.length),
      ];
      await terminal.print(
        options.json
          ? `${JSON.stringify({ events: checked.events, streams: checked.streams, position: checked.position, findings })}\n`
          : said.map((sentence) => `${sentence[options.language]}\n`).join(''),
      );
      return findings.length === 0 ? 0 : 1;
    }),
  );
