import { ActionCommand, type ActionState, decideAction, decodePlain } from '@burgernet/domain/action';

/** What a command on an action comes to, as it came in from outside: the events, or why not. */
export const answerTo = (body: string, action?: ActionState): string => {
  const command = decodePlain(ActionCommand, JSON.parse(body));
  if (!command.ok) return command.problem;
  const decided = decideAction(command.value, action);
  return decided.ok ? decided.events.map(({ type }) => type).join(', ') : decided.rejection.text.en;
};
