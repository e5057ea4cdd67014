/** Whether the person or the system wants the command to end, such as with Ctrl-C. */
export const interruptionOf = (
  process: Pick<NodeJS.Process, 'once' | 'off'>,
): { readonly signal: AbortSignal; readonly letGo: () => void } => {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  return {
    signal: controller.signal,
    letGo: () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
    },
  };
};
