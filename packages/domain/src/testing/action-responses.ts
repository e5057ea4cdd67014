import type { Response } from '../action/state.js';
import { earlier, plus } from '../time/instant.js';
import { Channel, Entry, Line } from '../vocabulary/codes.js';
import { Reference, Slug } from '../vocabulary/identifiers.js';
import { actor } from './cast.js';
import { idOf } from './ids.js';
import type { ActionScene, ActionStep } from './scene.js';
import { valid } from './valid.js';

const methods = ['delivered', 'estimated'].map((method) => valid(Slug, method));
const platforms = ['facebook', 'twitter'].map((platform) => valid(Slug, platform));
const content = valid(Reference, 'vault:tip');

const standing = ({ state, picks }: ActionScene): Response | undefined => {
  const responses = state.responses.filter((response) => !response.withdrawn);
  return responses.length === 0 ? undefined : picks.one(responses);
};

/** A citizen reports something: now, or earlier than it is recorded. The app dials a line of its own. */
export const receiveResponse: ActionStep = ({ id, step, recordedAt, picks, state }) => {
  const line = picks.one(Line.values);
  const { startedAt } = state.facts;
  return {
    type: 'ReceiveResponse',
    id,
    by: actor(picks.one(['system', 'dispatcher'])),
    recordedAt,
    data: {
      responseId: idOf('response', step),
      line,
      entry: line === 'app' ? 'app' : picks.one(Entry.values),
      receivedAt: picks.one([recordedAt, startedAt, earlier(recordedAt, plus(state.runsUntil, -1))]),
      ...(picks.below(3) === 1 ? { contentReference: content } : {}),
    },
  };
};

export const withdrawResponse: ActionStep = (scene) => {
  const response = standing(scene);
  return response === undefined
    ? undefined
    : {
        type: 'WithdrawResponse',
        id: scene.id,
        by: actor(scene.picks.one(['dispatcher', 'coordinator'])),
        recordedAt: scene.recordedAt,
        data: {
          responseId: response.responseId,
          reason: { code: scene.picks.one(['error', 'hoax', 'duplicate', 'other']) },
        },
      };
};

export const assessResponse: ActionStep = (scene) => {
  const response = standing(scene);
  return response === undefined
    ? undefined
    : {
        type: 'AssessResponse',
        id: scene.id,
        by: actor(scene.picks.one(['dispatcher', 'police-team'])),
        recordedAt: scene.recordedAt,
        data: {
          responseId: response.responseId,
          relevance: scene.picks.one(['relevant', 'decisive', 'none']),
        },
      };
};

/** Measures the reach of a channel; of few channels and methods, so that recounts come up. */
export const measureReach: ActionStep = ({ id, recordedAt, picks }) => ({
  type: 'MeasureReach',
  id,
  by: actor('system'),
  recordedAt,
  data: {
    channel: picks.one(Channel.values.slice(0, 3)),
    method: picks.one(methods),
    count: picks.one([1_000, 0, 1, 250_000]),
  },
});

export const countShares: ActionStep = ({ id, recordedAt, picks }) => ({
  type: 'CountShares',
  id,
  by: actor('system'),
  recordedAt,
  data: { platform: picks.one(platforms), method: picks.one(methods), count: picks.one([7, 0, 1, 900]) },
});
