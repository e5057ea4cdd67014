import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MisbehavingServer } from '../support/misbehaving-server.js';
import { describeReal, realServer } from '../support/real-server.js';
import { runExample } from '../support/run-example.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const example = 'late-success-on-eventstoredb.ts';

const printed = [
  '2021-05-14T18:03  dispatcher: ActionStarted',
  '2021-05-14T18:41  system: ResponseReceived',
  '2022-01-10T08:30  coordinator: ActionEnded, SuccessMarked',
  'success.portal: 0 of 1 (0.0 %) at the end of 2021, 0 of 1 (0.0 %) now',
  'success.full: 0 of 1 (0.0 %) at the end of 2021, 1 of 1 (100.0 %) now',
];

it(`examples/${example} tells a late success on a server that behaves`, async () => {
  const server = await MisbehavingServer.start();
  expect(await runExample(example, server.address)).toEqual(printed);
  expect(server.log.map(({ type }) => type)).toEqual([
    'ActionStarted',
    'ResponseReceived',
    'ActionEnded',
    'SuccessMarked',
  ]);
});

it(`examples/${example} tells it in a file too, as often as somebody likes`, async () => {
  const store = `sqlite:${join(await temporaryFolder(), 'burgernet.db')}`;
  expect(await runExample(example, store)).toEqual(printed);
  expect(await runExample(example, store)).toEqual(printed);
});

it(`examples/${example} tells it in memory where no store is named`, async () => {
  expect(await runExample(example)).toEqual(printed);
});

describeReal(`examples/${example} on a real server`, () => {
  it('tells a late success', async () => {
    expect(await runExample(example, realServer ?? '')).toEqual(printed);
  });
});
