import { board, type ReadModels } from '@burgernet/projections';
import { figureLabel } from '../../report/labels/figures.js';
import { type Names, placeCells, typeCells } from '../names.js';
import { column, nullable, type Row, tableOf } from '../table.js';

const actions = tableOf(
  'board',
  'An open action: one that has neither ended nor been withdrawn',
  ['action_id'],
  {
    action_id: column('text', 'Id of the action'),
    region: column('text', 'Police region'),
    region_name: column('text', 'Its name'),
    municipality_code: nullable('text', 'CBS code of the municipality; null: not attributed'),
    municipality_name: column('text', 'Its name'),
    status: column('text', '`actual`, `exercise` or `test`'),
    type: nullable('text', 'Type of action; null: not recorded'),
    type_name: column('text', 'Its name'),
    started_at: column('moment', 'When it started'),
    runs_until: column('moment', 'Until when it runs'),
    responses: column('integer', 'Number of responses, those that were withdrawn left out'),
    last_response_at: nullable('moment', 'When the last of them came; null: none came'),
    success: column('text', 'Class of success that it has now, `none` where no marking gives one'),
    success_name: column('text', 'The same in Dutch words'),
  },
);

const responses = tableOf(
  'board_responses',
  'The responses to an open action over one line; a line over which none came has no row',
  ['action_id', 'line'],
  {
    action_id: column('text', 'Id of the action, in `board`'),
    line: column('text', 'Line: `0800-0011`, `112`, `0900-8844`, `app`, `mail`, `other` or `unknown`'),
    responses: column('integer', 'Number of responses, those that were withdrawn left out'),
  },
);

/** Open actions, one a row. */
export const boardTable = actions.table;
/** Responses to open actions, one line a row. */
export const boardResponsesTable = responses.table;

/** Every open action. */
export const boardRows = (models: ReadModels, names: Names): ReadonlyArray<Row> =>
  board(models).map((action) =>
    actions.row({
      action_id: action.actionId,
      ...placeCells(action.region, action.municipality, names),
      status: action.status,
      ...typeCells(action.type),
      started_at: action.startedAt,
      runs_until: action.runsUntil,
      responses: action.responses.reduce((sum, { count }) => sum + count, 0),
      last_response_at: action.lastResponseAt,
      success: action.success,
      success_name: figureLabel(`success.class.${action.success}`, 'nl'),
    }),
  );

/** The responses to every open action, by line. */
export const boardResponseRows = (models: ReadModels): ReadonlyArray<Row> =>
  board(models).flatMap((action) =>
    action.responses.map(({ line, count }) =>
      responses.row({ action_id: action.actionId, line, responses: count }),
    ),
  );
