import {
  annualReport,
  awaitingVerdict,
  board,
  latestYear,
  participation,
  successRegister,
  thanksDue,
} from '@burgernet/projections';
import type { Subject } from '@burgernet/projections/testing';
import { yearsOf } from '../../../support/read.js';
import { type Read, read } from './models.js';

/** The read models beside the figures, and what is looked up in them. */
export const lists = {
  ...read,
  name: 'lists',
  answer: ({ models }) => {
    const year = latestYear(models);
    return {
      board: board(models),
      register: successRegister(models),
      awaiting: awaitingVerdict(models),
      thanks: thanksDue(models),
      participation: yearsOf(models).map((year) => participation(models, year, 'latest')),
      report: year === undefined ? null : annualReport(models, year, 'latest'),
      municipalities: models.municipalities,
      ids: [...'0123456789abcdef'].map((digit) => models.streams.beginning('action', digit, 3)),
      position: models.position,
      quarantined: models.quarantine.events,
      gaps: models.gaps,
    };
  },
} satisfies Subject<Read>;
