const given = Number(process.env['BURGERNET_SEED']);

/** How many schedules are tried: `npm run test:simulation -- --runs N`. */
export const schedules = Number(process.env['BURGERNET_SCHEDULES'] ?? 300);

/** The seed of them all, where one was given, and the path to one of them: what a failure says. */
export const reproduced = {
  ...(process.env['BURGERNET_SEED'] === undefined ? {} : { seed: given }),
  ...(process.env['BURGERNET_PATH'] === undefined ? {} : { path: process.env['BURGERNET_PATH'] }),
};
