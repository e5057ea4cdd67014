import { periodOf } from '@burgernet/domain';
import { type ReadModels, successRegister } from '@burgernet/projections';
import { figureLabel } from '../../report/labels/figures.js';
import { type Names, placeCells, typeCells } from '../names.js';
import { column, nullable, type Row, tableOf } from '../table.js';

const { table, row } = tableOf(
  'success_register',
  'A success marking as it stands now, with its class and how late it was; withdrawn ones too',
  ['action_id', 'success_id'],
  {
    action_id: column('text', 'Id of the action'),
    success_id: column('text', 'Id of the marking, within its action'),
    region: column('text', 'Police region of the action'),
    region_name: column('text', 'Its name'),
    year: column('integer', 'Year in which the action started, in Europe/Amsterdam: in that year it counts'),
    month: column('integer', 'Month in which the action started, 1 to 12'),
    municipality_code: nullable('text', 'CBS code of the municipality of the action; null: not attributed'),
    municipality_name: column('text', 'Its name'),
    status: column('text', 'Status of the action: `actual`, `exercise` or `test`; only `actual` counts'),
    type: nullable('text', 'Type of the action; null: not recorded'),
    type_name: column('text', 'Its name'),
    started_at: column('moment', 'When the action started'),
    ran_until: column(
      'moment',
      'End of the run time as it stood just before the marking: what it, and its find, is measured against',
    ),
    recorded_at: column('moment', 'When the marking was recorded'),
    timely: column('boolean', 'Whether that was within the run time'),
    found_at: nullable(
      'moment',
      'A moment in the hour or day of the find, or the moment itself; null: not known',
    ),
    found_at_precision: nullable(
      'text',
      'How exactly that is known: `instant`, `hour` or `day`; null: not known',
    ),
    found: column('text', 'Where the find lies against the run time: `within`, `after` or `unknown`'),
    line: column('text', 'Line of the call that led to the find'),
    ticked_line: column('text', 'Line that the tick itself named; a correction does not change it'),
    attribution: column('text', '`direct`, `indirect` or `without-burgernet`'),
    class: column(
      'text',
      'Class that it gives its action unless another marking gives one before it: `portal`, `other-line`, `registered-late`, `found-late`, `late-unknown`, or `none` where it was withdrawn or is no direct success',
    ),
    class_name: column('text', 'The same in Dutch words'),
    withdrawn: column('boolean', 'Whether the marking was withdrawn'),
    action_withdrawn: column('boolean', 'Whether the action was withdrawn; then nothing of it counts'),
    response_id: nullable('text', 'Id of the response that led to the find; null: none is named'),
    evidence_reference: nullable(
      'text',
      'Under what the evidence is kept elsewhere, a NUL sign in it as U+FFFD; null: none is named',
    ),
  },
);

/** Success markings, one a row. */
export const successRegisterTable = table;

/** Every marking that was ever made. */
export const successRegisterRows = (models: ReadModels, names: Names): ReadonlyArray<Row> =>
  successRegister(models).map((success) =>
    row({
      action_id: success.actionId,
      success_id: success.successId,
      ...placeCells(success.region, success.municipality, names),
      ...periodOf(success.startedAt),
      status: success.status,
      ...typeCells(success.type),
      started_at: success.startedAt,
      ran_until: success.ranUntil,
      recorded_at: success.recordedAt,
      timely: success.timely,
      found_at: success.foundAt?.moment ?? null,
      found_at_precision: success.foundAt?.precision ?? null,
      found: success.found,
      line: success.line,
      ticked_line: success.tickedLine,
      attribution: success.attribution,
      class: success.class,
      class_name: figureLabel(`success.class.${success.class}`, 'nl'),
      withdrawn: success.withdrawn,
      action_withdrawn: success.actionWithdrawn,
      response_id: success.responseId,
      // No database keeps one in a text.
      evidence_reference: success.evidenceReference?.replaceAll('\0', '\u{fffd}') ?? null,
    }),
  );
